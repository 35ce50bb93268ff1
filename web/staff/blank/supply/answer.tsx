import { useId, useState, type FormEvent } from 'react';
import { answerRequestContract } from '../../../../src/cards/blank/supply/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useRefreshBlanks } from '../ask.ts';
import type { OpenedRequest } from './request.tsx';
import { texts } from './texts.ts';

interface Draft {
  readonly how: 'met' | 'declined' | null;
  readonly shipment: string;
  readonly words: string;
}

/** Met by a shipment that is on its way or has arrived, or declined with words; never by one who has asked. */
export function Answer({ request }: { request: OpenedRequest }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const format = useFormat();
  const tell = useTell();
  const group = useId();
  const refresh = useRefreshBlanks();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `jawab.${request.id}`;
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(officer.id, form) ?? { how: null, shipment: '', words: '' },
  );
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, answerRequestContract);
  const kept = useDraft(officer.id, form, draft, draft.words !== '' && state.at !== 'done');
  const { how, words } = draft;
  const shipment = request.shipments.find(({ id }) => id === draft.shipment) ?? null;
  const short = words.trim().length < 5;
  const unnamed = how === 'met' && !shipment;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!how || short || unnamed || state.at === 'sending') return;
    const done = await run({
      id: request.id,
      answer: words.trim(),
      shipmentId: how === 'met' ? shipment!.id : null,
    });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('done', say('answer.done', { number: request.number }));
    refresh();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={say('answer.title')}>
      <h2>{say('answer.title')}</h2>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('answer.question')}</legend>
        {(['met', 'declined'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={how === each} onChange={() => set({ how: each })} />
            <span>
              {say(`answer.${each}`)}
              <span className="soft block">
                {say(each === 'met' && request.shipments.length === 0 ? 'answer.met.none' : `answer.${each}.about`)}
              </span>
            </span>
          </label>
        ))}
        {tried && !how && (
          <p className="fault" role="alert">
            {say('answer.choose')}
          </p>
        )}
      </fieldset>
      {how === 'met' && request.shipments.length > 0 && (
        <ChoiceField
          label={say('answer.shipment')}
          name="shipmentId"
          required
          none={say('answer.shipment.choose')}
          choices={request.shipments.map(({ id, number, n, from, sentAt }) => {
            const line = { number, from, at: format.instant(sentAt) };
            const label = n === null ? say('answer.shipment.blind', line) : say('answer.shipment.line', { ...line, n });
            return { value: id, label };
          })}
          value={shipment?.id ?? ''}
          error={tried && unnamed ? say('answer.shipment.choose') : undefined}
          onChange={(event) => set({ shipment: event.target.value })}
        />
      )}
      <TextField
        label={say('answer.words')}
        hint={say('answer.words.hint')}
        name="answer"
        required
        autoComplete="off"
        maxLength={500}
        value={words}
        error={tried && short ? say('ask.fault.reason') : undefined}
        onChange={(event) => set({ words: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('answer.submitting')}>
        {say('answer.submit')}
      </Submit>
    </form>
  );
}
