import { useState } from 'react';
import { reportCountsContract } from '../../../../src/sharing/portal/contract.ts';
import type { Answer } from '../../../kit/client.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Asked, useAsk } from '../form/ask.tsx';
import { semesterName } from '../words/semester.ts';
import { texts } from './texts.ts';

type Counts = Answer<typeof reportCountsContract>;

/** How the access was used in a report's semester; asked for when it is opened. */
export function ReportCounts({
  institutionId,
  report,
}: {
  institutionId: string;
  report: { id: string; semester: string };
}) {
  const say = useSay(texts);
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      open={open}
      onToggle={({ currentTarget, target }) => target === currentTarget && setOpen(currentTarget.open)}
    >
      <summary>{say('counts.of', { semester: semesterName(report.semester) })}</summary>
      {open && <Shown id={institutionId} reportId={report.id} />}
    </details>
  );
}

function Shown(input: { id: string; reportId: string }) {
  const query = useAsk(reportCountsContract, input);
  return <Asked query={query}>{(shown) => <Figures shown={shown} />}</Asked>;
}

function Figures({ shown: { semester, from, until, keptAt, counts } }: { shown: Counts }) {
  const say = useSay(texts);
  const format = useFormat();
  const { calls, disputes, files, said } = counts;
  const number = (key: 'calls' | 'matched' | 'partial' | 'mismatched') => ({
    key,
    head: say(`counts.${key}`),
    number: true,
    cell: (row: (typeof calls)[number]) => format.number(row[key]),
  });
  return (
    <>
      <p className={keptAt ? 'note done' : 'note'}>
        {keptAt ? say('counts.kept', { at: format.instant(keptAt) }) : say('counts.now')}{' '}
        {say('counts.term', { from: format.date(from), until: format.date(until) })}
      </p>
      <DataTable
        caption={say('counts.calls.of', { semester: semesterName(semester) })}
        rows={{ at: 'here', rows: calls }}
        rowKey={({ purpose, unit }) => `${purpose} ${unit}`}
        empty={say('counts.calls.none')}
        columns={[
          { key: 'unit', head: say('counts.unit'), names: true, cell: ({ unit }) => unit },
          {
            key: 'purpose',
            head: say('counts.purpose'),
            cell: ({ purpose }) => (purpose ? say(`partner.purpose.${purpose}`) : say('counts.former')),
          },
          number('calls'),
          number('matched'),
          number('partial'),
          number('mismatched'),
        ]}
      />
      <dl className="facts">
        <dt>{say('counts.disputes')}</dt>
        <dd>
          {say('counts.disputes.opened', { n: disputes.opened })}
          {disputes.opened > 0 && <span className="soft block">{say('counts.disputes.rest', disputes)}</span>}
        </dd>
        <dt>{say('counts.files')}</dt>
        <dd>{say('counts.files.rows', files)}</dd>
        <dt>{say('counts.said')}</dt>
        <dd>
          {say('counts.said.n', { n: said.said })}
          {said.said > 0 && <span className="soft block">{say('counts.said.rest', said)}</span>}
        </dd>
      </dl>
    </>
  );
}
