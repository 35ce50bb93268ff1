import { reopenContract } from '../../../src/recording/uniqueness/contract.ts';
import { useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { ReasonForm } from '../register/reason-form.tsx';
import { useReadAgain, type Pair } from './read.ts';
import { texts } from './texts.ts';

/** Takes a decision up again; what that takes back is said before it is done. */
export function Reopen({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const tell = useTell();
  const readAgain = useReadAgain(pair.id);
  return (
    <details className="table-below no-print">
      <summary>{say('reopen')}</summary>
      <ReasonForm
        contract={reopenContract}
        form={`putuskan-ulang.${pair.id}.${pair.round}`}
        input={({ reason }) => ({ id: pair.id, reason: reason! })}
        fields={[{ name: 'reason', label: say('reopen.reason'), hint: say('reopen.reason.hint') }]}
        submit={say('reopen.send')}
        busy={say('reopen.sending')}
        onDone={() => {
          tell('done', say('reopen.done'));
          void readAgain();
          document.querySelector<HTMLElement>('main h1')?.focus();
        }}
      >
        <p>{say('reopen.about')}</p>
        <ul>
          {pair.takesBack.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </ReasonForm>
    </details>
  );
}
