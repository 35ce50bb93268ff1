import { useId, useState, type FormEvent } from 'react';
import { giveOpinionContract } from '../../../src/recording/uniqueness/contract.ts';
import { OPINION_REASONS, VERDICTS, type Verdict } from '../../../src/recording/uniqueness/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { useReadAgain, type Pair } from './read.ts';
import { roomTexts, texts } from './texts.ts';

type Reason = (typeof OPINION_REASONS)[number];

interface Draft {
  readonly verdict: Verdict | null;
  readonly reasons: readonly Reason[];
  readonly note: string;
}

const EMPTY: Draft = { verdict: null, reasons: [], note: '' };

/** What this officer sees, why, and a note; sent once and not changed afterwards. */
export function OpinionForm({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const sayRoom = useSay(roomTexts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const readAgain = useReadAgain(pair.id);
  const { client } = useHouse();
  const { officer } = useSession();
  const group = useId();
  const form = `ketunggalan.${pair.id}.${pair.round}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const [tried, setTried] = useState(false);
  const act = useAct(client, giveOpinionContract);
  const { verdict, reasons, note } = draft;
  const kept = useDraft(
    officer.id,
    form,
    draft,
    JSON.stringify(draft) !== JSON.stringify(EMPTY) && act.state.at !== 'done',
  );
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const alone = pair.sides.length === 1;
  const missing = {
    verdict: verdict ? null : say('opinion.verdictMissing'),
    reasons: reasons.length > 0 ? null : say('opinion.reasonMissing'),
    note: reasons.includes('other') && !note.trim() ? say('opinion.noteMissing') : null,
  };
  const faults = [
    { name: `${group}-verdict`, label: say('opinion.question'), message: missing.verdict },
    { name: `${group}-reasons`, label: say('opinion.reasons'), message: missing.reasons },
    { name: 'note', label: say('opinion.note'), message: missing.note },
  ].flatMap((fault) => (tried && fault.message ? [{ ...fault, message: fault.message }] : []));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!verdict || missing.reasons || missing.note || act.state.at === 'sending') return;
    const done = await act.run({
      id: pair.id,
      verdict,
      reasons: [...reasons],
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (!done) return;
    dropDraft(officer.id, form);
    tell('done', say(`opinion.kept.${done.state}`));
    await readAgain();
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  const turn = (reason: Reason) =>
    setDraft({
      ...draft,
      reasons: OPINION_REASONS.filter((each) => (each === reason ? !reasons.includes(each) : reasons.includes(each))),
    });
  const word = (each: Verdict) => (alone && each === 'two_bodies' ? 'accepted' : each);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className="note">
        <p>{say('opinion.unseen')}</p>
        {pair.state === 'third' && <p>{say('opinion.third')}</p>}
        {pair.round > 1 && <p>{say('opinion.again')}</p>}
      </div>
      <ErrorSummary problem={faults.length > 0 ? null : problem} faults={faults} />
      <fieldset className="options">
        <legend>{say('opinion.question')}</legend>
        {VERDICTS.filter((each) => !alone || each !== 'same_body').map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${group}-verdict`}
              checked={verdict === each}
              onChange={() => setDraft({ ...draft, verdict: each })}
            />
            <span>
              {say(`verdict.${word(each)}`)}
              <span className="soft block">{say(`verdict.${word(each)}.about`)}</span>
            </span>
          </label>
        ))}
        {tried && missing.verdict && <p className="fault">{missing.verdict}</p>}
      </fieldset>
      <fieldset className="options in-columns">
        <legend>{say('opinion.reasons')}</legend>
        {OPINION_REASONS.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              name={`${group}-reasons`}
              checked={reasons.includes(each)}
              onChange={() => turn(each)}
            />
            {sayRoom(`uniqueness.opinion.${each}`)}
          </label>
        ))}
        {tried && missing.reasons && <p className="fault">{missing.reasons}</p>}
      </fieldset>
      <TextField
        name="note"
        label={say('opinion.note')}
        hint={say('opinion.note.hint')}
        value={note}
        maxLength={1000}
        autoComplete="off"
        required={reasons.includes('other')}
        error={tried ? (missing.note ?? undefined) : undefined}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('opinion.sending')}>
        {say('opinion.send')}
      </Submit>
    </form>
  );
}
