import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listEventsContract } from '../../../src/register/civil-event/contract.ts';
import { KINDS, type EventKindName } from '../../../src/register/civil-event/schema.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { DateField } from '../../kit/date-field.tsx';
import { formatDateShort } from '../../kit/format.ts';
import { Empty } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

type Line = AnswerOf<typeof listEventsContract>['events'][number];

export const EVENT_STANDING = {
  pending: 'waiting',
  recorded: 'done',
  undone: 'stopped',
} as const satisfies Record<Line['state'], Standing>;

const OF = ['office', 'region'] as const;

/** What the office, or all of its region, recorded, by kind and by the days of the report. */
export function Events() {
  const say = useSay(texts);
  const words = useEventWords();
  const { client } = useHouse();
  const { scopes } = useSession();
  const [chosen, choose] = useFilter('jenis');
  const [from, setFrom] = useFilter('sejak');
  const [to, setTo] = useFilter('sampai');
  const [whose, setWhose] = useFilter('kantor');
  const records = scopes.includes('civil_event.record');
  // Who records looks at what his office did; who only reads (an auditor) at the whole of his region.
  const of = OF.find((each) => each === whose) ?? (records ? 'office' : 'region');
  const kind = KINDS.find((each) => each === chosen);
  const query = useInfiniteQuery({
    queryKey: ['events', of, kind, from, to],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call(
        listEventsContract,
        {
          of,
          ...(kind ? { kind } : {}),
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    // Who stands in the list can see that he did: it is not asked again because a window got the focus back.
    refetchOnWindowFocus: false,
  });
  const record = records && (
    <Link className="btn" to={'/petugas/peristiwa-baru' as '/petugas'}>
      {say('list.record')}
    </Link>
  );
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('list.title')}
        </h1>
        {record}
      </div>
      <p className="soft">{say('list.lead')}</p>
      <div className="filter-bar">
        <ChoiceField
          label={say('list.kind')}
          none={say('list.all')}
          value={kind ?? ''}
          choices={KINDS.map((each: EventKindName) => ({ value: each, label: words.kind(each) }))}
          onChange={(event) => choose(event.target.value || undefined)}
        />
        <ChoiceField
          label={say('list.of')}
          value={of}
          choices={OF.map((each) => ({ value: each, label: say(`list.of.${each}`) }))}
          onChange={(event) => setWhose(event.target.value)}
        />
        <DateField label={say('list.from')} value={from ?? ''} onChange={(date) => setFrom(date || undefined)} />
        <DateField label={say('list.to')} value={to ?? ''} onChange={(date) => setTo(date || undefined)} />
      </div>
      <DataTable<Line>
        caption={say('list.title')}
        empty={<Empty will={say('list.empty')} how={record} />}
        rows={rowsOf({
          data: query.data?.pages.flatMap((page) => page.events),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'kind',
            head: say('list.kind'),
            names: true,
            cell: (line) => (
              <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: line.id } as never}>
                {words.kind(line.kind)}
                <span className="unseen"> {line.personName}</span>
              </Link>
            ),
          },
          { key: 'person', head: say('list.person'), cell: (line) => line.personName ?? '–' },
          {
            key: 'number',
            head: say('list.number'),
            // A letter's number may break at its strokes: nothing is wide enough for it on a telephone.
            cell: (line) => (
              <span className="mono breaks">{line.certificateNumber?.replaceAll('/', '/\u200b') ?? '–'}</span>
            ),
          },
          {
            key: 'occurred',
            head: say('list.occurred'),
            cell: (line) => <span className="day">{formatDateShort(line.occurredOn)}</span>,
          },
          {
            key: 'reported',
            head: say('list.reported'),
            cell: (line) => (
              <>
                <span className="day">{formatDateShort(line.reportedOn)}</span>
                {line.daysLate > 0 && <div className="soft day">{say('list.late', { days: line.daysLate })}</div>}
              </>
            ),
          },
          {
            key: 'state',
            head: say('list.state'),
            cell: (line) => <Tag standing={EVENT_STANDING[line.state]}>{words.state(line.state)}</Tag>,
          },
        ]}
      />
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
