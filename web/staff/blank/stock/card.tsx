import { useInfiniteQuery } from '@tanstack/react-query';
import { openStockContract } from '../../../../src/cards/blank/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { CustodyTimeline, type Holding } from '../custody.tsx';
import { DifferenceLine } from '../difference/line.tsx';
import { Go } from '../go.tsx';
import { HandoverMinutes } from '../minutes/paper.tsx';
import { Serials } from '../scan/serials.tsx';
import { useBlankWords } from '../words/words.ts';
import { Equation } from './equation.tsx';
import { Movements } from './movements.tsx';
import { texts } from './texts.ts';

type Card = AnswerOf<typeof openStockContract>;

/** One store: its balance, what lies there by serial, who has kept it, what is in dispute and what has moved. */
export function StockCard() {
  const id = useAddressPart('storeId');
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useInfiniteQuery({
    queryKey: ['blank', 'card', id],
    queryFn: ({ signal, pageParam }) =>
      client.call(openStockContract, { id, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const card = query.data?.pages[0];
  return (
    <>
      <p className="soft no-print">
        <Go to="">{say('back')}</Go>
      </p>
      {query.error && !card ? (
        <>
          <h1 className="page-title" tabIndex={-1}>
            {say('title')}
          </h1>
          <Failing error={query.error} again={() => void query.refetch()} />
        </>
      ) : !card ? (
        <>
          <h1 className="page-title" tabIndex={-1}>
            {say('title')}
          </h1>
          <Loading lines={12} />
        </>
      ) : (
        <>
          <Head card={card} />
          <Equation name={card.store.name} balance={card.balance} difference={card.difference} />
          <Differences card={card} />
          <Lots lots={card.lots} />
          <h2>{say('keepers')}</h2>
          <Keepers keepers={card.keepers} />
          {card.keepers.length > 1 && (
            <p className="no-print">
              <HandoverMinutes storeId={card.store.id} label={say('keepers.paper')} />
            </p>
          )}
          <Movements
            own={card.store.own}
            movements={query.data!.pages.flatMap(({ movements }) => movements)}
            more={
              query.hasNextPage ? { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : null
            }
            onReversed={() => void query.refetch()}
          />
        </>
      )}
    </>
  );
}

function Head({ card: { store } }: { card: Card }) {
  const say = useSay(texts);
  const words = useBlankWords();
  const { scopes } = useSession();
  return (
    <div className="page-head">
      <div>
        <h1 className="page-title" tabIndex={-1}>
          {store.name}
        </h1>
        <p className="soft">
          {words.storeKind(store.kind)} · {store.office} ·{' '}
          {store.own ? say('keeper.own') : store.keeper ? say('keeper', { name: store.keeper }) : say('keeper.none')}
        </p>
      </div>
      <div className="row no-print">
        <Go look="btn quiet" to={`/gudang/${store.id}/serah-terima`}>
          {say('handover')}
        </Go>
        {scopes.includes('blank.count') && (
          <Go look="btn quiet" to="/opname" search={{ gudang: store.id }}>
            {say('count')}
          </Go>
        )}
        {store.own && (
          <Go look="btn" to="/kirim">
            {say('send')}
          </Go>
        )}
      </div>
    </div>
  );
}

function Differences({ card: { discrepancies } }: { card: Card }) {
  const say = useSay(texts);
  return (
    <>
      <h2>{say('differences')}</h2>
      {discrepancies.length === 0 ? (
        <p className="soft">{say('differences.empty')}</p>
      ) : (
        <ul className="plain cases">
          {discrepancies.map((each) => (
            <li key={each.id}>
              <DifferenceLine difference={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lots({ lots }: { lots: Card['lots'] }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  return (
    <>
      <h2>{say('lots')}</h2>
      <DataTable
        caption={say('lots')}
        empty={say('lots.empty')}
        rows={{ at: 'here', rows: lots }}
        rowKey={({ first }) => first}
        columns={[
          { key: 'serials', head: say('lot.serials'), names: true, cell: (lot) => <Serials span={lot} /> },
          { key: 'n', head: say('lot.n'), number: true, cell: ({ n }) => format.number(n) },
          {
            key: 'state',
            head: say('lot.state'),
            cell: ({ state, frozen }) => (
              <>
                {words.state(state as Parameters<typeof words.state>[0])}{' '}
                {frozen && <Tag standing="sealed">{say('frozen')}</Tag>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** Who answered for the store, one after the other; a time in which nobody did stands between them in red. */
function Keepers({ keepers }: { keepers: Card['keepers'] }) {
  const say = useSay(texts);
  const format = useFormat();
  const holdings = keepers.flatMap(({ name, from, until }, place): Holding[] => {
    const before = keepers[place - 1];
    const held: Holding = { what: 'held', key: from + name, title: name, from, until };
    if (!before || before.until === null || before.until >= from) return [held];
    const gap = say('gap.about', { from: format.instant(before.until), until: format.instant(from) });
    return [{ what: 'break', key: `${from}-`, title: say('gap'), about: gap }, held];
  });
  return <CustodyTimeline label={say('keepers')} holdings={holdings} />;
}
