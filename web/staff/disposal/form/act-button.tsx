import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { useAct } from '../../../kit/act.ts';
import type { Answer } from '../../../kit/client.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';

/** An act that asks nothing more. A second press while it is sent is the same act. */
export function ActButton<C extends Contract>({
  contract,
  input,
  label,
  look = 'btn',
  onDone,
}: {
  contract: C;
  input: CallOf<C>;
  label: string;
  look?: 'btn' | 'btn quiet' | 'btn stop';
  onDone: (answer: Answer<C>) => void;
}) {
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const { state, run } = useAct(client, contract);
  const press = async () => {
    if (state.at === 'sending') return;
    const answer = await run(input);
    if (answer !== null) onDone(answer);
  };
  return (
    <div>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{kitSay('form.notSent')}</p>
        </div>
      )}
      <button type="button" className={look} aria-disabled={state.at === 'sending'} onClick={() => void press()}>
        {label}
      </button>
    </div>
  );
}
