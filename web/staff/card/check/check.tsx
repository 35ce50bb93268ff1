import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { arriveCardsContract, checkCardContract } from '../../../../src/cards/card/check/contract.ts';
import type { HereCard, WaitingPrint } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { CardFace } from '../face.tsx';
import { CardFacts } from '../facts.tsx';
import { CardPage, Go, useGo } from '../go.tsx';
import { useForgetCards, useHere, usePrints } from '../read.ts';
import { useCardWords } from '../words.ts';

/** One print: looked at and read by somebody else than who printed it, then put at the counter; `?kantor=`: from afar. */
export function CheckCard() {
  const id = useAddressPart('cardId');
  const [kantor] = useFilter('kantor');
  const { office } = useSession();
  return kantor && kantor !== office.id ? <Remote id={id} office={kantor} /> : <Here id={id} />;
}

function Here({ id }: { id: string }) {
  const { say } = useCardWords();
  const query = useHere(id);
  const card = query.data?.cards[0];
  return (
    <CardPage title={say('check.title')}>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : !card ? (
        <Empty will={say('gone')} how={say('gone.how')} />
      ) : (
        <>
          <CardFacts of={card} serial={card.serial} />
          <Stage card={card} />
        </>
      )}
    </CardPage>
  );
}

/** For a small office of the region, where nobody but the printer could check. */
function Remote({ id, office }: { id: string; office: string }) {
  const { say } = useCardWords();
  const query = usePrints(office);
  const card = query.data?.prints.find((each) => each.id === id);
  return (
    <CardPage title={say('check.title')}>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : !card ? (
        <Empty will={say('gone.remote')} how={say('gone.how')} />
      ) : (
        <>
          <CardFacts of={card} serial={card.serial} />
          {card.own ? <Own /> : <CheckForm card={card} remote={office} />}
        </>
      )}
    </CardPage>
  );
}

function Own() {
  const { say } = useCardWords();
  return (
    <p className="note sealed" role="status">
      {say('check.own')}
    </p>
  );
}

function Stage({ card }: { card: HereCard }) {
  const { say } = useCardWords();
  switch (card.state) {
    case 'CHECKED':
      return <PutAtCounter card={card} />;
    case 'AT_COUNTER':
      return (
        <p>
          <Go to={`/serah/${card.id}`} look="btn">
            {say('hand.title')}
          </Go>
        </p>
      );
    case 'INVALID':
      return (
        <p>
          <Go to={`/tarik/${card.id}`} look="btn">
            {say('stranded.title')}
          </Go>
        </p>
      );
    case 'PRINTED':
      return card.own ? <Own /> : <CheckForm card={card} />;
  }
}

function CheckForm({ card, remote }: { card: WaitingPrint; remote?: string }) {
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const navigate = useNavigate();
  const group = useId();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [uid, setUid] = useState('');
  const [dead, setDead] = useState(false);
  const [same, setSame] = useState<boolean | null>(null);
  const [fault, setFault] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, checkCardContract);
  const unread = !dead && uid.trim() === '';
  const short = fault.trim() !== '' && fault.trim().length < 5;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unread || short || same === null || state.at === 'sending') return;
    const how = remote ? ('remote' as const) : ('present' as const);
    const sent = { id: card.id, uid: dead ? null : uid.trim(), faceSame: same, how, fault: fault.trim() || null };
    const done = await run(sent);
    if (done === null) return;
    const { name } = card;
    tell('done', done.good ? say('check.good', { name }) : say('check.bad', { name }));
    await forget();
    if (remote) return navigate({ to: '/petugas/kartu/contoh' as '/petugas', search: { kantor: remote } as never });
    // A good card stays here, to be put at the counter.
    if (!done.good) await go('');
  };
  const refused = state.at === 'refused' ? state.problem : null;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{say(remote ? 'sample.remote' : 'check.about')}</p>
      <CardFace cardId={card.id} pdf={!remote} />
      <ErrorSummary problem={refused} faults={[]} />
      <fieldset className="options">
        <legend>{say('check.question')}</legend>
        {([true, false] as const).map((each) => (
          <label key={String(each)}>
            <input type="radio" name={group} checked={same === each} onChange={() => setSame(each)} />
            <span>{say(each ? 'check.same' : 'check.other')}</span>
          </label>
        ))}
        {tried && same === null && (
          <p className="fault" role="alert">
            {say('check.choose')}
          </p>
        )}
      </fieldset>
      <TextField
        label={say('check.uid')}
        hint={say('check.uid.hint')}
        name="uid"
        className="identifier"
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        disabled={dead}
        value={dead ? '' : uid}
        error={tried && unread ? say('check.uid.missing') : refused?.errors.find(({ path }) => path === 'uid')?.message}
        // A reader ends with Enter, which must not send a form that nobody has read yet.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(event) => setUid(event.target.value)}
      />
      <label className="tick">
        <input type="checkbox" checked={dead} onChange={(event) => setDead(event.target.checked)} />
        {say('check.dead')}
      </label>
      <TextField
        label={say('check.fault')}
        hint={say('check.fault.hint')}
        name="fault"
        autoComplete="off"
        maxLength={500}
        value={fault}
        error={short ? say('reason.hint') : undefined}
        onChange={(event) => setFault(event.target.value)}
      />
      <Submit state={state} busy={say('sending')}>
        {say('check.submit')}
      </Submit>
    </form>
  );
}

function PutAtCounter({ card }: { card: HereCard }) {
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const { client } = useHouse();
  const forget = useForgetCards();
  const { state, run } = useAct(client, arriveCardsContract);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state.at === 'sending') return;
    if ((await run({ ids: [card.id] })) === null) return;
    tell('done', say('arrive.done', { name: card.name }));
    await forget();
    await go('', 'counter');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{say('arrive.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      <Submit state={state} busy={say('sending')}>
        {say('arrive.submit')}
      </Submit>
    </form>
  );
}
