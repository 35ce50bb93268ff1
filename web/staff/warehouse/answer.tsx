import { useState } from 'react';
import type { Catalogue } from '../../../src/insight/warehouse/catalogue/schema.ts';
import { exportAnswerContract } from '../../../src/insight/warehouse/contract.ts';
import type { Answer, AnswerCell } from '../../../src/insight/warehouse/query/schema.ts';
import { BarChart } from '../../kit/charts.tsx';
import { DataTable } from '../../kit/data-table.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { saveFile } from '../download.ts';
import { useHouse } from '../house.tsx';
import { texts } from './texts.ts';

/** More bars than this say less than the table. */
const MOST_BARS = 40;

/** The figures, as bars where they are of one division, always as a table, with what they rest on. */
export function AnswerShown({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const say = useSay(texts);
  const format = useFormat();
  const { table, asOf, knownAt, root, dimensions, cells, total } = answer;
  const { columns, label } = catalogue.tables.find(({ name }) => name === table)!;
  const labelOf = (name: string) => columns.find((column) => column.name === name)?.label ?? name;
  return (
    <section aria-live="polite">
      <h2>
        {say('answer')}: {[label, ...dimensions.map(labelOf)].join(', ')}
      </h2>
      {dimensions.length > 0 && dimensions.length < 2 && cells.length > 1 && cells.length <= MOST_BARS && (
        <BarChart
          label={labelOf(dimensions[0]!)}
          bars={cells.map(({ labels, n }) => ({ label: labels[0]!, value: n }))}
        />
      )}
      {dimensions.length > 0 && (
        <DataTable<AnswerCell>
          caption={[label, ...dimensions.map(labelOf)].join(', ')}
          rows={{ at: 'here', rows: cells }}
          rowKey={({ values }) => values.join(' ')}
          empty={say('empty')}
          columns={[
            ...dimensions.map((name, at) => ({
              key: name,
              head: labelOf(name),
              names: at === 0,
              cell: ({ labels }: AnswerCell) => labels[at],
            })),
            { key: 'n', head: say('count'), number: true, cell: ({ n }) => format.number(n) },
          ]}
        />
      )}
      <p>{say('total', { n: total })}</p>
      <p className="soft">
        {say('basis', { asOf: format.date(asOf), knownAt: format.instant(knownAt) })}{' '}
        <span className="mono wraps">{root}</span>
      </p>
      <Files answer={answer} />
    </section>
  );
}

const FORMATS = ['csv', 'json', 'parquet'] as const;

function Files({ answer: { table, asOf, dimensions, filters } }: { answer: Answer }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const [failed, fail] = useState<unknown>(null);
  const take = async (format: (typeof FORMATS)[number]) => {
    fail(null);
    try {
      saveFile(await client.call(exportAnswerContract, { query: { table, asOf, dimensions, filters }, format }));
    } catch (fault) {
      fail(fault);
    }
  };
  return (
    <>
      <div className="row no-print">
        {FORMATS.map((format) => (
          <button key={format} type="button" className="btn quiet" onClick={() => void take(format)}>
            {say('take', { format: format.toUpperCase() })}
          </button>
        ))}
      </div>
      {failed !== null && (
        <p className="error" role="alert">
          {say('notTaken')}
        </p>
      )}
    </>
  );
}
