import { useState, type FormEvent } from 'react';
import { reverseMovementContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useBlankWords } from '../words/words.ts';
import type { Movement } from './movements.tsx';
import { texts } from './texts.ts';

/** A mistake is not deleted: a movement back, with the reason. */
export function Reverse({ movement, onDone }: { movement: Movement; onDone: () => void }) {
  const say = useSay(texts);
  const words = useBlankWords();
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, reverseMovementContract);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || state.at === 'sending') return;
    if (!(await run({ id: movement.id, reason: reason.trim() }))) return;
    tell('done', say('reverse.done', { n: movement.n }));
    await queries.invalidateQueries({ queryKey: ['blank'] });
    onDone();
  };
  return (
    <details className="act">
      <summary>{say('reverse')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{say('reverse.about', { n: movement.n, state: words.state(movement.from!.state) })}</p>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <TextField
          label={say('reverse.reason')}
          hint={say('reverse.reason.hint')}
          required
          maxLength={500}
          value={reason}
          error={tried && short ? say('reverse.reason.hint') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Submit state={state} busy={say('reverse.acting')}>
          {say('reverse.act')}
        </Submit>
      </form>
    </details>
  );
}
