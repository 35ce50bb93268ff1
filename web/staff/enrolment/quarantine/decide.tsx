import { Link } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { decideQuarantineContract } from '../../../../src/recording/enrolment/intake/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useDayOf } from '../filter/day.ts';
import type { HeldPacket } from './quarantine.tsx';
import { texts } from './texts.ts';

type Decision = 'take' | 'refuse';

interface Draft {
  readonly decision: Decision | null;
  readonly reason: string;
}

/** Take or refuse, with what becomes of the citizen written beside each before anything is pressed. */
export function Decide({
  packet,
  onDecided,
  onGone,
}: {
  packet: HeldPacket;
  onDecided: () => void;
  onGone: () => void;
}) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const { client } = useHouse();
  const { officer } = useSession();
  const group = useId();
  const form = `ditahan.${packet.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? { decision: null, reason: '' });
  const [tried, setTried] = useState(false);
  const act = useAct(client, decideQuarantineContract);
  const dirty = draft.decision !== null || draft.reason !== '';
  const kept = useDraft(officer.id, form, draft, dirty && act.state.at !== 'done');
  const { decision, reason } = draft;
  const unknown = has(packet, 'person_unknown');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || !reason.trim() || act.state.at === 'sending') return;
    const done = await act.run(
      { id: packet.id, decision, reason: reason.trim() },
      { onRefused: (problem) => problem.code === 'enrolment.not_in_quarantine' && onGone() },
    );
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say(`done.${decision}`, { name: packet.name ?? say('unknown') }));
    onDecided();
  };
  const choice = (each: Decision, disabled = false) => (
    <label>
      <input
        type="radio"
        name={group}
        checked={decision === each}
        disabled={disabled}
        onChange={() => setDraft((before) => ({ ...before, decision: each }))}
      />
      <span>
        {say(each)}
        <Effect packet={packet} decision={each} />
      </span>
    </label>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h3>{say('decide')}</h3>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('question')}</legend>
        {choice('take', unknown)}
        {unknown && (
          <p>
            <Link to={'/petugas/penduduk-baru' as '/petugas'}>{say('take.newPerson')}</Link>
          </p>
        )}
        {choice('refuse')}
        {tried && !decision && (
          <p className="fault" role="alert">
            {say('decision.missing')}
          </p>
        )}
      </fieldset>
      <TextField
        name="reason"
        label={say('reason')}
        hint={say('reason.hint')}
        value={reason}
        maxLength={500}
        autoComplete="off"
        required
        error={tried && !reason.trim() ? sayKit('fault.required') : undefined}
        onChange={(event) => setDraft((before) => ({ ...before, reason: event.target.value }))}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}

const has = (packet: HeldPacket, ...codes: readonly string[]) => packet.why.some(({ code }) => codes.includes(code));

/** What becomes of the person in this case, from what made the packet wait. */
function Effect({ packet, decision }: { packet: HeldPacket; decision: Decision }) {
  const say = useSay(texts);
  const format = useFormat();
  const dayOf = useDayOf();
  const already = has(packet, 'already_recorded');
  const on = format.date(dayOf(packet.capturedAt));
  const lines =
    decision === 'refuse'
      ? [say(already ? 'refuse.already' : 'refuse.effect')]
      : has(packet, 'person_unknown')
        ? [say('take.unknown')]
        : [
            say('take.effect', { on }),
            already && say('take.already'),
            has(packet, 'move_underway') && say('take.move'),
            has(packet, 'person_not_present') && say('take.absent'),
            has(packet, 'not_entitled') && say('take.young'),
          ];
  return <span className="soft block">{lines.filter(Boolean).join(' ')}</span>;
}
