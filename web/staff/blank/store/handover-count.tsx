import { useState, type FormEvent } from 'react';
import { handoverCountContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { CountField, readCount } from '../scan/count-field.tsx';
import { texts } from './texts.ts';

/** One of the two counts; what it should be, and what the other has counted, is told to nobody who counts. */
export function HandoverCount({ storeId, onDone }: { storeId: string; onDone: () => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { state, run } = useAct(client, handoverCountContract);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const counted = readCount(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (counted === null || state.at === 'sending') return;
    if ((await run({ id: storeId, counted })) === null) return;
    setTyped('');
    setTried(false);
    tell('done', say('count.done'));
    onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h2>{say('count.title')}</h2>
      <p>{say('count.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <CountField label={say('count.label')} value={typed} tried={tried} onChange={setTyped} />
      <Submit state={state} busy={say('count.sending')}>
        {say('count.submit')}
      </Submit>
    </form>
  );
}
