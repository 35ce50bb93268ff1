import { useState, type FormEvent } from 'react';
import { withdrawRequestContract } from '../../../../src/cards/card/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useGo } from '../go.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** Takes a request back before anything was printed. */
export function Withdraw({ id }: { id: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, withdrawRequestContract);
  const short = reason.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || state.at === 'sending') return;
    if ((await run({ id, reason: reason.trim() })) === null) return;
    tell('done', say('print.withdraw.done'));
    await go('');
    await forget();
  };
  return (
    <details className="card-act">
      <summary>{say('print.withdraw')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <TextField
          label={say('reason')}
          hint={say('reason.hint')}
          name="reason"
          required
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && short ? say('reason.hint') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Submit state={state} busy={say('sending')}>
          {say('print.withdraw.submit')}
        </Submit>
      </form>
    </details>
  );
}
