import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { listWorkContract } from '../../../src/register/application/contract.ts';
import { APPLICATION_STATES, OPEN_STATES, SERVICE_KINDS } from '../../../src/register/application/rules.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useFilter } from '../address.ts';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

type Line = AnswerOf<typeof listWorkContract>['applications'][number];

export const APPLICATION_STANDING = {
  draft: 'plain',
  submitted: 'waiting',
  incomplete: 'stopped',
  assigned: 'waiting',
  accepted: 'done',
  refused: 'stopped',
  withdrawn: 'plain',
} as const satisfies Record<Line['state'], Standing>;

const WORK = ['submitted', 'assigned'] as const;
const CHIPS = ['work', 'submitted', 'assigned', 'incomplete', 'draft'] as const;

/** The office's work list of applications, soonest due first; the filters stand in the address. */
export function Applications() {
  const say = useSay(texts);
  const words = useEventWords();
  const { client } = useHouse();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const [state, setState] = useFilter('keadaan');
  const [mine, setMine] = useFilter('milik');
  const [kindChosen, setKind] = useFilter('layanan');
  const chosen = APPLICATION_STATES.find((each) => each === state);
  const kind = SERVICE_KINDS.find((each) => each === kindChosen);
  const states = chosen ? [chosen] : WORK;
  const query = useInfiniteQuery({
    queryKey: ['applications', states.join(), mine, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call(
        listWorkContract,
        {
          states: states.join(','),
          mine: mine ? '1' : '0',
          ...(kind ? { kind } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchOnWindowFocus: false,
  });
  const counts = query.data?.pages[0]?.counts ?? [];
  const count = (which: readonly string[]) =>
    counts.filter((each) => which.includes(each.state)).reduce((sum, each) => sum + each.n, 0);
  const overdue = counts
    .filter((each) => (WORK as readonly string[]).includes(each.state))
    .reduce((sum, each) => sum + each.overdue, 0);
  const ended = APPLICATION_STATES.filter((each) => !OPEN_STATES.includes(each));
  const lines = query.data?.pages.flatMap((page) => page.applications) ?? [];
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('list.title')}
        </h1>
        {scopes.includes('application.create') && (
          <Link className="btn" to={'/petugas/permohonan-baru' as '/petugas'}>
            {say('list.new')}
          </Link>
        )}
      </div>
      <p className="row soft">
        {say('list.lead')}
        {query.data && <Tag standing={overdue > 0 ? 'stopped' : 'done'}>{say('list.overdue', { n: overdue })}</Tag>}
      </p>
      <div className="filter-bar">
        <ChoiceField
          label={say('list.kind')}
          none={say('list.allKinds')}
          value={kind ?? ''}
          choices={SERVICE_KINDS.map((each) => ({ value: each, label: words.service(each) }))}
          onChange={(event) => setKind(event.target.value || undefined)}
        />
        <ChoiceField
          label={say('list.done')}
          none={say('list.open')}
          value={chosen && ended.includes(chosen) ? chosen : ''}
          choices={ended.map((each) => ({ value: each, label: words.applicationState(each) }))}
          onChange={(event) => setState(event.target.value || undefined)}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={mine !== undefined}
            onChange={(event) => setMine(event.target.checked ? 'saya' : undefined)}
          />
          {say('list.mine')}
        </label>
      </div>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <WorkList
          label={say('list.label')}
          now={0}
          empty={say('list.empty')}
          filters={CHIPS.map((each) => ({
            key: each,
            label: each === 'work' ? say('list.work') : words.applicationState(each),
            count: count(each === 'work' ? WORK : [each]),
          }))}
          filter={chosen ?? 'work'}
          onFilter={(key) => setState(key === 'work' ? undefined : key)}
          onOpen={(item) =>
            void navigate({
              to: '/petugas/permohonan/$applicationId' as '/petugas',
              params: { applicationId: item.key } as never,
            })
          }
          items={lines.map((line) => ({
            key: line.id,
            title: line.applicantName,
            why: [
              say('list.why', { service: words.service(line.kind), number: line.number, place: line.place }),
              line.assignee && say('list.assigned', { name: line.assignee }),
            ]
              .filter(Boolean)
              .join(' · '),
            tag: <Due line={line} />,
          }))}
        />
      )}
      {query.hasNextPage && (
        <button
          type="button"
          className="btn quiet"
          aria-disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say('list.more')}
        </button>
      )}
    </>
  );
}

/** Where it stands and how long is left; overdue by a word and a shape. */
export function Due({ line }: { line: Pick<Line, 'state' | 'daysLeft'> }) {
  const say = useSay(texts);
  const words = useEventWords();
  const { daysLeft } = line;
  const state = <Tag standing={APPLICATION_STANDING[line.state]}>{words.applicationState(line.state)}</Tag>;
  if (daysLeft === null) return state;
  if (daysLeft < 0)
    return (
      <>
        {state} <Tag standing="stopped">{say('due.late', { days: -daysLeft })}</Tag>
      </>
    );
  return (
    <>
      {state} <span className="soft">{daysLeft === 0 ? say('due.today') : say('due.left', { days: daysLeft })}</span>
    </>
  );
}
