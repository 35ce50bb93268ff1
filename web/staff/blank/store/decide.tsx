import { useState } from 'react';
import { handOverStoreContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import type { HandoverView } from './handover.tsx';
import { texts } from './texts.ts';

/** The head's part: what will happen in one sentence, and no button that Enter would press. */
export function Decide({
  storeId,
  store,
  view: { leaving, arriving, expected },
  onDone,
}: {
  storeId: string;
  store: string;
  view: HandoverView;
  onDone: () => void;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { state, run } = useAct(client, handOverStoreContract);
  const counted = arriving.filter((each) => each.counted !== null);
  const [chosen, choose] = useState<string | null>(null);
  const next = counted.find(({ id }) => id === chosen) ?? counted[0];
  if (!leaving || expected === null || leaving.counted === null || !next || next.counted === null)
    return (
      <section>
        <h2>{say('decide.title')}</h2>
        <p className="note waiting">{say('decide.wait')}</p>
      </section>
    );
  const numbers = { expected, leaving: leaving.counted, arriving: next.counted };
  const same = numbers.leaving === expected && numbers.arriving === expected;
  const handOver = async () => {
    if (state.at === 'sending' || (await run({ id: storeId, toKeeperId: next.id })) === null) return;
    tell('done', say('decide.done', { name: next.name }));
    onDone();
  };
  return (
    <section>
      <h2>{say('decide.title')}</h2>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {counted.length > 1 && (
        <ChoiceField
          label={say('decide.to')}
          value={next.id}
          choices={counted.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose(event.target.value)}
        />
      )}
      {same ? (
        <>
          <p className="lead">
            {say('decide.sentence', { name: store, n: expected, leaving: leaving.name, arriving: next.name })}
          </p>
          <button type="button" className="btn" aria-disabled={state.at === 'sending'} onClick={() => void handOver()}>
            {say(state.at === 'sending' ? 'decide.sending' : 'decide.submit')}
          </button>
        </>
      ) : (
        <div className="note stopped" role="alert">
          <p>
            <b>{say('decide.differs', numbers)}</b>
          </p>
        </div>
      )}
    </section>
  );
}
