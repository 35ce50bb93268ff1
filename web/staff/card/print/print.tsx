import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { listStoresContract } from '../../../../src/cards/blank/contract.ts';
import { beginPrintingContract } from '../../../../src/cards/card/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { CardFacts } from '../facts.tsx';
import { CardPage } from '../go.tsx';
import { useForgetCards, useHere, useRequests } from '../read.ts';
import { useCardWords } from '../words.ts';
import { Outcome } from './outcome.tsx';
import { Withdraw } from './withdraw.tsx';

type Begun = Pick<AnswerOf<typeof beginPrintingContract>, 'cardId' | 'serial'>;

/** One request: a blank is scanned and taken, the card printed, and its printer says how it came out. */
export function PrintCard() {
  const id = useAddressPart('requestId');
  const { say } = useCardWords();
  const requests = useRequests();
  // Who comes back to this page after an interruption finds the print that he began.
  const here = useHere();
  const begun = here.data?.cards.find(({ requestId, state, own }) => requestId === id && state === 'PRINTED' && own);
  const request = requests.data?.requests.find((each) => each.id === id);
  const error = requests.error ?? here.error;
  return (
    <CardPage title={say('print.title')}>
      {error ? (
        <Failing error={error} again={() => void Promise.all([requests.refetch(), here.refetch()])} />
      ) : !requests.data || !here.data ? (
        <Loading lines={8} />
      ) : begun ? (
        <>
          <CardFacts of={begun} serial={begun.serial} />
          <Outcome cardId={begun.id} serial={begun.serial ?? ''} name={begun.name} />
        </>
      ) : request ? (
        <>
          <CardFacts of={request} />
          <Begin key={request.attempts} id={id} attempts={request.attempts} />
          <Withdraw id={id} />
        </>
      ) : (
        <Empty will={say('print.gone')} how={say('print.gone.how')} />
      )}
    </CardPage>
  );
}

function Begin({ id, attempts }: { id: string; attempts: number }) {
  const { say } = useCardWords();
  const { client } = useHouse();
  const forget = useForgetCards();
  const field = useRef<HTMLInputElement>(null);
  const [what, setWhat] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, beginPrintingContract);
  const missing = what.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (state.at === 'sending') return;
    if (missing) return field.current?.focus();
    const done: Begun | null = await run({ id, what: what.trim() });
    if (done === null) return field.current?.select();
    await forget();
  };
  const refused = state.at === 'refused' ? state.problem : null;
  return (
    <form noValidate className="card-act" onSubmit={(event) => void submit(event)}>
      <p className="lead">
        <b>{say('print.question')}</b> {attempts > 0 && say('print.again', { n: attempts + 1 })}
      </p>
      <p className="soft">{say('print.about')}</p>
      <ErrorSummary problem={refused} faults={[]} kept={false} />
      <Stock />
      <TextField
        ref={field}
        label={say('print.what')}
        hint={say('print.what.hint')}
        name="what"
        className="identifier"
        required
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={what}
        error={
          tried && missing ? say('print.what.missing') : refused?.errors.find(({ path }) => path === 'what')?.message
        }
        onChange={(event) => setWhat(event.target.value)}
      />
      <Submit state={state} busy={say('print.beginning')}>
        {say('print.begin')}
      </Submit>
    </form>
  );
}

/** What this office has in stock, for those who may see it. From which store a blank comes its serial says. */
function Stock() {
  const { say } = useCardWords();
  const { client } = useHouse();
  const { scopes, office } = useSession();
  const query = useQuery({
    queryKey: ['blank', 'stores', 'print'],
    queryFn: ({ signal }) => client.call(listStoresContract, {}, { signal }),
    enabled: scopes.includes('blank.read'),
  });
  if (!query.data) return null;
  const stores = query.data.stores.filter(({ officeId }) => officeId === office.id);
  if (stores.every(({ balance }) => balance.inStock === 0))
    return <p className="note waiting">{say('print.store.none')}</p>;
  return (
    <p className="soft">
      {say('print.store')}:{' '}
      {stores.map(({ name, balance }) => say('print.store.line', { name, n: balance.inStock })).join(' · ')}
    </p>
  );
}
