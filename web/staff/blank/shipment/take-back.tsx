import { useState, type FormEvent } from 'react';
import { takeBackContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import type { OpenShipment } from './shipment.tsx';
import { texts } from './texts.ts';

/** What came back unopened goes into the sender's stock again, with the reason. */
export function TakeBack({ shipment, onDone }: { shipment: OpenShipment; onDone: () => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { state, run } = useAct(client, takeBackContract);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || state.at === 'sending') return;
    if ((await run({ id: shipment.id, reason: reason.trim() })) === null) return;
    tell('done', say('takeBack.done'));
    onDone();
  };
  return (
    <details className="act take-back">
      <summary>{say('takeBack')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{say('takeBack.about')}</p>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <TextField
          label={say('takeBack.reason')}
          hint={say('takeBack.hint')}
          required
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && short ? say('takeBack.hint') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Submit state={state} busy={say('takeBack.submitting')}>
          {say('takeBack.submit')}
        </Submit>
      </form>
    </details>
  );
}
