import { useId, useState, type FormEvent } from 'react';
import { countShipmentContract } from '../../../../src/cards/blank/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { CountField, readCount } from '../scan/count-field.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import type { OpenShipment } from './shipment.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly counted: string;
  readonly whole: boolean | null;
  readonly note: string;
  readonly spans: readonly SpanText[];
}

/** The receiver's count: how many pieces, whether the seals are whole. Nothing on the page says what was sent. */
export function CountShipment({
  shipment,
  title,
  onDone,
}: {
  shipment: OpenShipment;
  title: string;
  onDone: () => void;
}) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `hitung.${shipment.id}.${shipment.counts.length}`;
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(officer.id, form) ?? { counted: '', whole: null, note: '', spans: [] },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, countShipmentContract);
  const kept = useDraft(officer.id, form, draft, draft.counted !== '' && state.at !== 'done');
  const counted = readCount(draft.counted);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (counted === null || draft.whole === null || state.at === 'sending') return;
    const { whole: sealsWhole, note } = draft;
    const done = await run({ id: shipment.id, counted, sealsWhole, note: note.trim() || null });
    if (done === null) return;
    dropDraft(officer.id, form);
    if (done.agrees) tell('done', say('accepted', { n: done.counted }));
    onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={title}>
      <h2>{title}</h2>
      {shipment.counts.length === 0 && <p>{say('count.about')}</p>}
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('seals.question', { seals: shipment.seals.join(', ') })}</legend>
        {([true, false] as const).map((whole) => (
          <label key={String(whole)}>
            <input type="radio" name={group} checked={draft.whole === whole} onChange={() => set({ whole })} />
            {say(whole ? 'seals.yes' : 'seals.no')}
          </label>
        ))}
        {tried && draft.whole === null && (
          <p className="fault" role="alert">
            {say('seals.missing')}
          </p>
        )}
      </fieldset>
      <CountField
        label={say('count.label')}
        value={draft.counted}
        tried={tried}
        onChange={(text) => set({ counted: text })}
      />
      <details className="act scanner">
        <summary>{say('scanner')}</summary>
        <SpanField
          label={say('scanner.serials')}
          name="scanned"
          boxes={false}
          value={draft.spans}
          onChange={(spans) => set({ spans, counted: spans.length > 0 ? String(countSpans(spans)) : '' })}
        />
      </details>
      <TextField
        label={say('note')}
        hint={say('note.hint')}
        name="note"
        autoComplete="off"
        maxLength={500}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('submitting')}>
        {say('submit')}
      </Submit>
    </form>
  );
}
