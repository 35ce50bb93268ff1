import { handOutCanariesContract } from '../../../../src/sharing/verification/canary/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { saveFile } from '../../download.ts';
import { useHouse } from '../../house.tsx';
import { useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** The file leaves once. A line that breaks loses nothing: the same press gets the same file. */
export function HandOut({ institutionId, waiting }: { institutionId: string; waiting: number }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const { state, run } = useAct(client, handOutCanariesContract);
  const press = async () => {
    if (state.at === 'sending') return;
    const answer = await run({ id: institutionId });
    if (answer === null) return;
    saveFile(answer as Parameters<typeof saveFile>[0]);
    tell('done', say('out.done'));
    refresh();
  };
  return (
    <section className="note waiting" aria-labelledby="serahkan">
      <h2 id="serahkan">{say('out')}</h2>
      <p>{say('out.about', { n: waiting })}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {state.at === 'notReached' && <p role="alert">{kitSay('form.notSent')}</p>}
      <button type="button" className="btn" aria-disabled={state.at === 'sending'} onClick={() => void press()}>
        {say('out.submit')}
      </button>
    </section>
  );
}
