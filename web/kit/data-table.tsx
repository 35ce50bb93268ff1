import { useId, type ReactNode } from 'react';
import { Empty, Failing, Loading } from './states.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that their digits line up. */
  readonly number?: boolean;
  /** The cell that names the row; one a table. */
  readonly names?: boolean;
  /** What rows are put in order by under this head; where nothing is known (`null`) the row stands at the end either way. */
  readonly by?: (row: Row) => number | string | null;
}

/** By which head rows stand in order, and from the greatest down. */
export interface Order {
  readonly key: string;
  readonly down: boolean;
}

/** How another order is chosen: by a press, or, where there may be no script, by an address. */
export type Ordering = { readonly order: Order } & (
  | { readonly onOrder: (order: Order) => void }
  | { readonly address: (order: Order) => string }
);

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { key, down }: Order): readonly Row[] {
  const by = columns.find((column) => column.key === key)?.by;
  if (!by) return rows;
  return rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const found = typeof one === 'string' ? one.localeCompare(String(other), 'id') : one - Number(other);
    return down ? -found : found;
  });
}

export type Rows<Row> =
  | { readonly at: 'loading' }
  | { readonly at: 'failing'; readonly error: unknown; readonly again: () => void }
  | { readonly at: 'here'; readonly rows: readonly Row[] };

/** What TanStack Query knows of a list, as the states that a table can show. Stale rows stay while new ones are fetched. */
export function rowsOf<Row>(query: {
  data: readonly Row[] | undefined;
  error: unknown;
  refetch: () => unknown;
}): Rows<Row> {
  if (query.data) return { at: 'here', rows: query.data };
  if (query.error) return { at: 'failing', error: query.error, again: () => void query.refetch() };
  return { at: 'loading' };
}

/** A table that knows being empty, being fetched and having failed. Wide ones scroll inside themselves; on a phone rows stack. */
export function DataTable<Row>(given: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: Rows<Row>;
  rowKey: (row: Row) => string;
  empty: ReactNode;
  /** Heads with a `by` then put the rows in order; the caller keeps it, as in the address. */
  ordering?: Ordering;
}) {
  const { caption, columns, rows, rowKey, ordering } = given;
  if (rows.at === 'loading') return <Loading lines={6} />;
  if (rows.at === 'failing') return <Failing error={rows.error} again={rows.again} />;
  if (rows.rows.length === 0) return typeof given.empty === 'string' ? <Empty will={given.empty} /> : given.empty;
  return (
    <>
      {ordering && <OrderChoice columns={columns} ordering={ordering} />}
      <div className="scrolls" role="region" aria-label={caption} tabIndex={0}>
        <table className="stacks">
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} column={column} ordering={ordering} />
              ))}
            </tr>
          </thead>
          <tbody>
            {(ordering ? inOrder(rows.rows, columns, ordering.order) : rows.rows).map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Head<Row>({ column, ordering }: { column: Column<Row>; ordering: Ordering | undefined }) {
  const className = column.number ? 'n' : undefined;
  if (!ordering || !column.by)
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    );
  const { order } = ordering;
  const here = order.key === column.key;
  // Numbers from the greatest, names from the first letter; a second press turns it round.
  const next = { key: column.key, down: here ? !order.down : column.number === true };
  const words = (
    <>
      {column.head}
      <span aria-hidden="true">{here ? (order.down ? ' ▼' : ' ▲') : ' ↕'}</span>
    </>
  );
  return (
    <th scope="col" className={className} aria-sort={here ? (order.down ? 'descending' : 'ascending') : undefined}>
      {'address' in ordering ? (
        <a className="sort" href={ordering.address(next)}>
          {words}
        </a>
      ) : (
        <button type="button" className="sort" onClick={() => ordering.onOrder(next)}>
          {words}
        </button>
      )}
    </th>
  );
}

/** On a narrow screen heads stand beside their values; there the order is chosen above the rows. */
function OrderChoice<Row>({ columns, ordering }: { columns: readonly Column<Row>[]; ordering: Ordering }) {
  const say = useSay(texts);
  const id = useId();
  const { order } = ordering;
  if ('address' in ordering)
    return (
      <nav className="order-choice row no-print" aria-label={say('order')}>
        <span>{say('order')}</span>
        {columns
          .filter(({ by }) => by)
          .map(({ key, head, number }) => (
            <a
              key={key}
              href={ordering.address({ key, down: number === true })}
              {...(key === order.key ? { 'aria-current': 'true' as const } : {})}
            >
              {head}
            </a>
          ))}
      </nav>
    );
  return (
    <div className="order-choice row no-print">
      <label htmlFor={id}>{say('order')}</label>
      <select
        id={id}
        value={`${order.key} ${order.down ? 'down' : 'up'}`}
        onChange={(event) => {
          const [key, way] = event.target.value.split(' ');
          ordering.onOrder({ key: key!, down: way === 'down' });
        }}
      >
        {columns
          .filter(({ by }) => by)
          .flatMap(({ key, head }) => [
            <option key={`${key} down`} value={`${key} down`}>
              {say('order.down', { head })}
            </option>,
            <option key={`${key} up`} value={`${key} up`}>
              {say('order.up', { head })}
            </option>,
          ])}
      </select>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.names) return <th scope="row">{column.cell(row)}</th>;
  return (
    // On a narrow screen a row is read downwards, each value behind its head.
    <td className={column.number ? 'n' : undefined} data-head={column.head}>
      {column.cell(row)}
    </td>
  );
}
