import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { readStatementContract } from '../../../src/insight/statement/contract.ts';
import { listCourtSearchesContract } from '../../../src/recording/uniqueness/contract.ts';
import { DataTable, rowsOf, type Column } from '../../kit/data-table.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { texts } from './texts.ts';

export type CourtLine = AnswerOf<typeof listCourtSearchesContract>['searches'][number];

export const COURT_STANDING = {
  waiting: 'waiting',
  searched: 'done',
  ended: 'sealed',
  gone: 'plain',
} as const satisfies Record<CourtLine['state'], Standing>;

export function useCourtSearches() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['court-searches'],
    queryFn: ({ signal }) => client.call(listCourtSearchesContract, {}, { signal }),
    // One that was approved is carried out by itself within moments.
    refetchInterval: ({ state }) => (state.data?.searches.some((each) => each.state === 'waiting') ? 3_000 : false),
  });
}

/** Searches that courts ordered: the one exception, how often it was made, and the way to propose one. */
export function CourtSearches() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useCourtSearches();
  const columns: Column<CourtLine>[] = [
    { key: 'order', head: say('court.orderNo'), cell: (line) => <OrderLink line={line} />, names: true },
    { key: 'court', head: say('court.court'), cell: (line) => line.court },
    { key: 'on', head: say('court.orderedOn'), cell: (line) => format.date(line.orderedOn) },
    { key: 'ends', head: say('court.endsOn'), cell: (line) => format.date(line.endsOn) },
    {
      key: 'state',
      head: say('court.state'),
      cell: (line) => <Tag standing={COURT_STANDING[line.state]}>{say(`court.state.${line.state}`)}</Tag>,
    },
    {
      key: 'found',
      head: say('court.found'),
      cell: (line) => (line.found === null ? '–' : format.number(line.found)),
      number: true,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('court.title')}
        </h1>
        <Link className="btn quiet" to={'/petugas/ketunggalan/perintah-pengadilan/usulkan' as '/petugas'}>
          {say('court.propose')}
        </Link>
      </div>
      <p>{say('court.only')}</p>
      <Counted done={query.data?.searches.filter(({ searchedAt }) => searchedAt).length ?? 0} />
      <h2>{say('court.list')}</h2>
      <DataTable
        caption={say('court.list')}
        columns={columns}
        rows={rowsOf({ data: query.data?.searches, error: query.error, refetch: query.refetch })}
        rowKey={(line) => line.id}
        empty={say('court.empty')}
      />
    </>
  );
}

function OrderLink({ line }: { line: CourtLine }) {
  const say = useSay(texts);
  return (
    <Link
      to={'/petugas/ketunggalan/perintah-pengadilan/$searchId' as '/petugas'}
      params={{ searchId: line.id } as never}
      aria-label={say('court.openResult', { orderNo: line.orderNo })}
    >
      {line.orderNo}
    </Link>
  );
}

/** The figure that the public sees: read from the statement itself, not counted here again. */
function Counted({ done }: { done: number }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['statement', done],
    queryFn: () => client.call(readStatementContract, {}),
    // The public's reading is a few moments old: asked again until it has what is carried out.
    refetchInterval: ({ state }) => ((courtSearchesIn(state.data)?.numerator ?? 0) < done ? 3_000 : false),
  });
  const figure = courtSearchesIn(query.data);
  return (
    <p>
      {figure && say('court.counted', { count: figure.numerator })} <a href="/">{say('court.statement')}</a>
    </p>
  );
}

const courtSearchesIn = (statement: AnswerOf<typeof readStatementContract> | undefined) =>
  statement?.indicators.find(({ code }) => code === 'uniqueness.court_searches');
