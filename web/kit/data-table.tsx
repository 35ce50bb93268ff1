import type { ReactNode } from 'react';
import { Empty, Failing, Loading } from './states.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that their digits line up. */
  readonly number?: boolean;
  /** The cell that names the row; one a table. */
  readonly names?: boolean;
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
}) {
  const { caption, columns, rows, rowKey } = given;
  if (rows.at === 'loading') return <Loading lines={6} />;
  if (rows.at === 'failing') return <Failing error={rows.error} again={rows.again} />;
  if (rows.rows.length === 0) return typeof given.empty === 'string' ? <Empty will={given.empty} /> : given.empty;
  return (
    <div className="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table className="stacks">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'n' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
