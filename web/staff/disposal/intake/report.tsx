import type { Outcome } from '../../../../src/cards/disposal/rules.ts';
import type { IntakeReport } from '../../../../src/cards/disposal/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

const STANDING: Readonly<Record<Outcome, Standing>> = {
  taken_in: 'done',
  card_unknown: 'waiting',
  contradiction: 'stopped',
  refused: 'stopped',
};

/** What came of an intake, row by row; those that need somebody's eye first. */
export function Report({ report }: { report: IntakeReport }) {
  const say = useSay(texts);
  const lines = report.lines.toSorted(
    (a, b) => Number(a.outcome === 'taken_in') - Number(b.outcome === 'taken_in') || a.line - b.line,
  );
  return (
    <div aria-live="polite">
      <h2>{say('report')}</h2>
      <p>{say('report.kept', { kept: report.kept })}</p>
      <DataTable
        caption={say('report')}
        rows={{ at: 'here', rows: lines }}
        rowKey={({ line }) => String(line)}
        empty=""
        columns={[
          { key: 'line', head: say('line'), names: true, cell: ({ line }) => line },
          {
            key: 'outcome',
            head: say('outcome'),
            cell: ({ outcome }) => <Tag standing={STANDING[outcome]}>{say(`outcome.${outcome}`)}</Tag>,
          },
          { key: 'why', head: say('why'), cell: ({ why }) => why ?? '–' },
        ]}
      />
    </div>
  );
}
