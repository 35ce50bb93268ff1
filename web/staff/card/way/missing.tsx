import { useState, type FormEvent } from 'react';
import { reportMissingContract } from '../../../../src/cards/card/check/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** A supervisor says that a card will not arrive any more, and what was done to find it. */
export function Missing({ card: { id, name } }: { card: { readonly id: string; readonly name: string } }) {
  const { say } = useCardWords();
  const tell = useTell();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, reportMissingContract);
  const short = reason.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || state.at === 'sending') return;
    if ((await run({ id, reason: reason.trim() })) === null) return;
    tell('done', say('missing.done', { name }));
    await forget();
  };
  return (
    <details>
      <summary>{say('missing.title', { name })}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p className="soft">{say('missing.about')}</p>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <TextField
          label={say('reason')}
          hint={say('reason.hint')}
          name={`reason-${id}`}
          required
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && short ? say('reason.hint') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Submit state={state} busy={say('sending')}>
          {say('missing.submit')}
        </Submit>
      </form>
    </details>
  );
}
