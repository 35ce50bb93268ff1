import type { ReturnedDetail } from '../../../../src/sharing/voter/returned/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** What was refused: how often for which cell, and the first rows of the file. What stood there is not kept. */
export function Faults({ list: { faults, faultyRows, refused } }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('faults')}</h2>
      <DataTable
        caption={say('faults')}
        empty=""
        rows={{ at: 'here', rows: faults }}
        rowKey={({ code }) => code}
        columns={[
          { key: 'why', head: say('faults.why'), names: true, cell: ({ code }) => say(`fault.${code}`) },
          { key: 'n', head: say('faults.n'), number: true, cell: ({ n }) => format.number(n) },
        ]}
      />
      {faultyRows.length > 0 && (
        <details className="no-print">
          <summary>{say('faults.rows')}</summary>
          <DataTable
            caption={say('faults.rows')}
            empty=""
            rows={{ at: 'here', rows: faultyRows }}
            rowKey={({ row, column }) => `${row} ${column}`}
            columns={[
              { key: 'row', head: say('faults.row'), names: true, cell: ({ row }) => format.number(row) },
              { key: 'column', head: say('faults.column'), cell: ({ column }) => column },
              { key: 'why', head: say('faults.why'), cell: ({ code }) => say(`fault.${code}`) },
            ]}
          />
          {refused > faultyRows.length && <p className="soft">{say('faults.more')}</p>}
        </details>
      )}
    </section>
  );
}
