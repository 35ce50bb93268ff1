import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { callNextContract, listQueueContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { useKey } from '../../../kit/keys.ts';
import { NotReached } from '../../../kit/problem.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { GiveNumber } from './give-number.tsx';
import { KeptList } from './kept-list.tsx';
import { Called, Numbers, NUMBERS } from './numbers.tsx';
import { QUEUE_KEY, type Appointment, type Queue } from './read.ts';
import { TakeAlong } from './take-along.tsx';
import { texts } from './texts.ts';

/** The office's queue of the day: the next number first, who is called now, everybody else, and giving a number. */
export function QueuePage() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const { office } = useSession();
  // To open the queue is a look that each person in it can read: not repeated by turning to the window and back.
  const query = useQuery({
    queryKey: QUEUE_KEY,
    queryFn: ({ signal }) =>
      client.call(listQueueContract, {}, { signal, ...(navigator.onLine ? {} : { patienceMs: 0 }) }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: true,
  });
  const offline = query.error instanceof NotReached;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">
        {office.name}
        {query.data && ` · ${format.date(query.data.day)}`}
      </p>
      {offline ? (
        <KeptList offline />
      ) : query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={6} />
      ) : (
        <Day queue={query.data} again={() => void query.refetch()} />
      )}
      {!offline && (
        <>
          <GiveNumber day={query.data?.day} />
          <TakeAlong day={query.data?.day} />
          <KeptList offline={false} />
        </>
      )}
    </>
  );
}

function Day({ queue, again }: { queue: Queue; again: () => void }) {
  const say = useSay(texts);
  const places = [...new Set(queue.appointments.map(({ place }) => place))];
  const [asked, setPlace] = useFilter('tempat');
  const place = places.find((each) => each === asked);
  const shown = queue.appointments.filter((each) => !place || each.place === place);
  const count = (state: Appointment['state']) => shown.filter((each) => each.state === state).length;
  return (
    <>
      <CallNext place={place} waiting={count('waiting')} />
      <Called appointments={shown.filter(({ state }) => state === 'called')} />
      <section>
        <div className="page-head">
          <h2 id={NUMBERS} tabIndex={-1}>
            {say('list.title')}
          </h2>
          <button type="button" className="btn quiet" onClick={again}>
            {say('reload')}
          </button>
        </div>
        <p className="soft">{say('counts', { waiting: count('waiting'), recorded: count('recorded') })}</p>
        {places.length > 1 && (
          <div className="filter-bar">
            <ChoiceField
              label={say('place')}
              none={say('place.all')}
              choices={places.map((each) => ({ value: each, label: each }))}
              value={place ?? ''}
              onChange={(event) => setPlace(event.target.value || undefined)}
            />
          </div>
        )}
        <Numbers appointments={shown} placed={places.length > 1} />
      </section>
    </>
  );
}

function CallNext({ place, waiting }: { place: string | undefined; waiting: number }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const act = useAct(client, callNextContract);
  const { run } = act;
  const sending = act.state.at === 'sending';
  const call = useCallback(async () => {
    if (sending) return;
    const done = await run(place ? { place } : {}, { patienceMs: 8_000 });
    if (!done) return;
    const { called } = done;
    if (called) tell('done', say('done.called', called));
    else tell('waiting', say('call.none'));
    await queries.invalidateQueries({ queryKey: QUEUE_KEY });
  }, [sending, run, place, tell, say, queries]);
  useKey(
    'p',
    useCallback(() => void call(), [call]),
  );
  return (
    <div className="great-call">
      {act.state.at === 'refused' && <Failing error={act.state.problem} />}
      {act.state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{say('notReached')}</p>
        </div>
      )}
      <button type="button" className="btn great" aria-disabled={sending || waiting === 0} onClick={() => void call()}>
        {say(sending ? 'calling' : 'call')}
      </button>
      <p className="soft no-print">{say(waiting === 0 ? 'call.none' : 'call.keys')}</p>
    </div>
  );
}
