import { useState, type FormEvent } from 'react';
import { releaseCardContract } from '../../../../src/cards/card/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

/** A supervisor lets the card go without comparison and says why; another officer hands it over. */
export function Release({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, releaseCardContract);
  const short = reason.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || state.at === 'sending') return;
    if ((await run({ id: cardId, reason: reason.trim() })) === null) return;
    tell('done', say('hand.release.done'));
    await forget();
  };
  return (
    <form noValidate className="card-act" onSubmit={(event) => void submit(event)}>
      <h2>{say('hand.release')}</h2>
      <p className="soft">{say('hand.release.about')}</p>
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
        {say('hand.release.submit')}
      </Submit>
    </form>
  );
}
