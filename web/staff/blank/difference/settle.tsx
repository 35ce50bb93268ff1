import { useId, useState, type FormEvent } from 'react';
import { settleDifferenceContract } from '../../../../src/cards/blank/contract.ts';
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
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import type { Difference } from './line.tsx';
import { texts } from './texts.ts';

type Outcome = 'arrived' | 'kept' | 'recounted' | 'missing';

interface Draft {
  readonly outcome: Outcome | null;
  readonly explanation: string;
  readonly missing: readonly SpanText[];
}

/** What can have happened: a shipment's pieces arrived, were kept, or are gone; a stock's were miscounted or are gone. */
function outcomesOf({ shipmentId, expected, counted }: Difference): readonly Outcome[] {
  if (shipmentId) return ['arrived', 'kept', 'missing'];
  return expected > counted ? ['recounted', 'missing'] : ['recounted'];
}

/** A third officer decides, with what becomes of the pieces written beside each choice. */
export function Settle({ difference, onSettled }: { difference: Difference; onSettled: () => void }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `selisih.${difference.id}`;
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(officer.id, form) ?? { outcome: null, explanation: '', missing: [] },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, settleDifferenceContract);
  const kept = useDraft(officer.id, form, draft, draft.explanation !== '' && state.at !== 'done');
  const { outcome, explanation, missing } = draft;
  const short = explanation.trim().length < 5;
  const n = difference.expected - difference.counted;
  const names = outcome === 'missing' && !difference.shipmentId;
  const unnamed = names && countSpans(missing) !== n;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!outcome || short || unnamed || state.at === 'sending') return;
    const done = await run({
      id: difference.id,
      outcome,
      explanation: explanation.trim(),
      ...(names && { missing: [...missing] }),
    });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say('done', { store: difference.store }));
    onSettled();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h3>{say('decide')}</h3>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('question')}</legend>
        {outcomesOf(difference).map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={outcome === each} onChange={() => set({ outcome: each })} />
            <span>
              {say(each)}
              <span className="soft block">{say(`${each}.about`)}</span>
            </span>
          </label>
        ))}
        {tried && !outcome && (
          <p className="fault" role="alert">
            {say('choose')}
          </p>
        )}
      </fieldset>
      {names && (
        <SpanField
          label={say('serials')}
          name="missing"
          boxes={false}
          value={missing}
          onChange={(spans) => set({ missing: spans })}
          error={tried && unnamed ? say('serials.wrong', { n, now: countSpans(missing) }) : undefined}
        />
      )}
      <TextField
        label={say('explanation')}
        hint={say('explanation.hint')}
        name="explanation"
        required
        autoComplete="off"
        maxLength={500}
        value={explanation}
        error={tried && short ? say('explanation.hint') : undefined}
        onChange={(event) => set({ explanation: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}
