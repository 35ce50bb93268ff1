import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { listMovesContract } from '../../../src/register/civil-event/contract.ts';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

export type Move = AnswerOf<typeof listMovesContract>['moves'][number];

const DIRECTIONS = ['in', 'out', 'within'] as const;

export function useMoves() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['moves'],
    queryFn: ({ signal }) => client.call(listMovesContract, {}, { signal }),
    refetchOnWindowFocus: false,
  });
}

/** Moves between regencies that are underway, in and out of this one, the longest on the way first. */
export function Moves() {
  const say = useSay(texts);
  const { scopes } = useSession();
  const navigate = useNavigate();
  const [chosen, choose] = useFilter('arah');
  const query = useMoves();
  const moves = query.data?.moves ?? [];
  const filter = DIRECTIONS.find((each) => each === chosen) ?? 'all';
  const shown = moves.filter((move) => filter === 'all' || move.direction === filter);
  const counts = DIRECTIONS.map((each) => ({
    key: each,
    label: say(`direction.${each}`),
    count: moves.filter((move) => move.direction === each).length,
  })).filter(({ count, key }) => count > 0 || key === filter);
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {scopes.includes('civil_event.record') && (
          <Link className="btn" to={'/petugas/peristiwa-baru/$kind' as '/petugas'} params={{ kind: 'move' } as never}>
            {say('record')}
          </Link>
        )}
      </div>
      <p className="soft">{say('lead')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={6} />
      ) : (
        <WorkList
          label={say('list')}
          now={0}
          empty={say('empty')}
          filters={[{ key: 'all', label: say('all'), count: moves.length }, ...counts]}
          filter={filter}
          onFilter={(key) => choose(key === 'all' ? undefined : key)}
          onOpen={(item) =>
            void navigate({ to: '/petugas/perpindahan/$moveId' as '/petugas', params: { moveId: item.key } as never })
          }
          items={shown.map((move) => ({
            key: move.id,
            title: say('people', { name: move.people[0]?.name ?? '–', more: Math.max(0, move.people.length - 1) }),
            why: say('why', { from: move.from, to: move.to, letter: move.letterNumber }),
            tag: <DaysUnderway move={move} />,
          }))}
        />
      )}
    </>
  );
}

/** How long it is on the way; past the days of the law it is said so. */
export function DaysUnderway({ move }: { move: Move }) {
  const say = useSay(texts);
  const late = move.daysUnderway > DEADLINES.arrival;
  return (
    <Tag standing={late ? 'stopped' : 'waiting'}>{say(late ? 'overdue' : 'days', { days: move.daysUnderway })}</Tag>
  );
}
