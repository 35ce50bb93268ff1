import { Link, useNavigate } from '@tanstack/react-router';
import type { HereCard } from '../../../../src/cards/card/schema.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { WorkList, type WorkItem } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { useHouseNow } from '../../session.tsx';
import { Go } from '../go.tsx';
import { useHere, useRequests } from '../read.ts';
import { useCardWords } from '../words.ts';
import { AskForCard } from './ask.tsx';

const STAGES = ['wait', 'check', 'arrive', 'counter', 'take'] as const;
type Stage = (typeof STAGES)[number];

const STAGE_OF = {
  PRINTED: 'check',
  CHECKED: 'arrive',
  AT_COUNTER: 'counter',
  INVALID: 'take',
} as const satisfies Record<HereCard['state'], Stage>;

/** The counter's work with cards by stage; `?orang=` asks for a card for the person whose page one came from. */
export function CardQueue() {
  const [person] = useFilter('orang');
  return person ? <AskForCard key={person} /> : <Stages />;
}

function Stages() {
  const { say } = useCardWords();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const [chosen, choose] = useFilter('tahap');
  const stage = STAGES.find((each) => each === chosen) ?? 'wait';
  const waiting = useRequests();
  const here = useHere();
  const waits = useWaiting();
  const lies = useLying();
  const cards = here.data?.cards ?? [];
  const requests = waiting.data?.requests ?? [];
  const count = (of: Stage) =>
    of === 'wait' ? (waiting.data?.waiting ?? 0) : cards.filter(({ state }) => STAGE_OF[state] === of).length;
  const query = stage === 'wait' ? waiting : here;
  const items =
    stage === 'wait' ? requests.map(waits) : cards.filter(({ state }) => STAGE_OF[state] === stage).map(lies);
  const path = { wait: 'cetak', check: 'periksa', arrive: 'periksa', counter: 'serah', take: 'tarik' }[stage];
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <p className="row no-print">
        <Go to="/kirim">{say('send.title')}</Go>
        <Go to="/terima">{say('receive.title')}</Go>
        <Go to="/contoh">{say('sample.title')}</Go>
      </p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <WorkList
          label={say('list')}
          now={now}
          items={items}
          empty={say(`empty.${stage}`)}
          filters={STAGES.map((key) => ({ key, label: say(`filter.${key}`), count: count(key) }))}
          filter={stage}
          onFilter={(key) => choose(key === 'wait' ? undefined : key)}
          onOpen={({ key }) => void navigate({ to: `/petugas/kartu/${path}/${key}` as '/petugas' })}
        />
      )}
      {stage === 'wait' && waiting.data && waiting.data.waiting > requests.length && (
        <p className="soft">{say('more', { shown: requests.length, all: waiting.data.waiting })}</p>
      )}
      {stage === 'wait' && waiting.data?.waiting === 0 && (
        <p>
          <Link to={'/petugas/cari' as '/petugas'}>{say('empty.how')}</Link>
        </p>
      )}
    </>
  );
}

type Waiting = NonNullable<ReturnType<typeof useRequests>['data']>['requests'][number];

function useWaiting() {
  const { say, kind, priority } = useCardWords();
  return (request: Waiting): WorkItem => ({
    key: request.id,
    title: request.name,
    why: [
      say('why.wait', { kind: kind(request.kind), why: priority(request.priority), place: request.place }),
      request.attempts > 0 && say('attempts', { n: request.attempts }),
    ]
      .filter(Boolean)
      .join(' · '),
    since: Date.parse(request.requestedAt),
    tag: <Tag standing={request.priority < 4 ? 'waiting' : 'plain'}>{say('tag.prio', { n: request.priority })}</Tag>,
  });
}

const standingOf = ({ state, own }: HereCard) =>
  state === 'INVALID' ? 'stopped' : state === 'PRINTED' && own ? 'sealed' : 'waiting';

function useLying() {
  const { say, kind, state, cause } = useCardWords();
  const why = ({ state: at, own, released }: HereCard) => {
    if (at === 'INVALID') return 'why.take';
    if (at === 'PRINTED') return own ? 'why.own' : 'why.check';
    if (at === 'CHECKED') return 'why.arrive';
    return released === 'other' ? 'why.released' : 'why.counter';
  };
  return (card: HereCard): WorkItem => ({
    key: card.id,
    title: card.name,
    why: say(why(card), { kind: kind(card.kind), cause: cause(card.cause ?? '') }),
    since: Date.parse(card.since),
    tag: <Tag standing={standingOf(card)}>{state(card.state)}</Tag>,
  });
}
