import { useState } from 'react';
import { listReportsContract } from '../../../../src/sharing/partner/contract.ts';
import type { ReportLine } from '../../../../src/sharing/partner/view/schema.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Go, useAsk, useMay } from '../form/ask.tsx';
import { semesterName } from '../words/semester.ts';
import { CutMany, RestoreMany } from './decide.tsx';
import { FileReport } from './file-report.tsx';
import { texts } from './texts.ts';

/** What is owed, the oldest first; whom the clock proposes to cut off, and who may come back: decided for many at once. */
export function SemesterReports() {
  const say = useSay(texts);
  const [all, setAll] = useFilter('semua');
  const query = useAsk(listReportsContract, all ? { all: 'yes' } : {}, { again: 60_000 });
  const [opened, setOpened] = useState<string | null>(null);
  const reports = query.data?.reports;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      {reports && <CutMany reports={reports.filter(({ cutDue }) => cutDue)} />}
      {reports && <RestoreMany reports={reports.filter(({ mayRestore }) => mayRestore)} />}
      <h2>{say(all ? 'list.all' : 'list')}</h2>
      <p className="no-print">
        <button type="button" className="btn plain" onClick={() => setAll(all ? undefined : 'ya')}>
          {say(all ? 'showOpen' : 'showAll')}
        </button>
      </p>
      <Table query={query} opened={opened} onOpen={setOpened} />
    </>
  );
}

function Table({
  query,
  opened,
  onOpen,
}: {
  query: { data: { reports: readonly ReportLine[] } | undefined; error: unknown; refetch: () => unknown };
  opened: string | null;
  onOpen: (id: string | null) => void;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const mayManage = useMay('partner.manage');
  return (
    <DataTable
      caption={say('title')}
      rows={rowsOf({ ...query, data: query.data?.reports })}
      rowKey={({ id }) => id}
      empty={say('empty')}
      columns={[
        {
          key: 'institution',
          head: say('institution'),
          names: true,
          cell: ({ institutionId, institution }) => <Go to={`/lembaga/${institutionId}`}>{institution}</Go>,
        },
        { key: 'semester', head: say('semester'), cell: ({ semester }) => semesterName(semester) },
        {
          key: 'due',
          head: say('due'),
          cell: ({ dueOn, late }) => (
            <>
              {format.date(dueOn)} {late > 0 && <span className="late">{say('late', { n: late })}</span>}
            </>
          ),
        },
        { key: 'standing', head: say('standing'), cell: (report) => <Standing report={report} /> },
        {
          key: 'warnings',
          head: say('warnings'),
          cell: ({ warnings }) =>
            warnings.length === 0
              ? say('nobody')
              : warnings.map(({ level, madeOn }) => `${level}: ${format.date(madeOn)}`).join(', '),
        },
        {
          key: 'act',
          head: say('act'),
          cell: (report) =>
            mayManage && report.filedOn === null ? (
              opened === report.id ? (
                <FileReport report={report} onDone={() => onOpen(null)} />
              ) : (
                <button type="button" className="btn quiet" onClick={() => onOpen(report.id)}>
                  {say('file')}
                </button>
              )
            ) : (
              say('nobody')
            ),
        },
      ]}
    />
  );
}

function Standing({ report }: { report: ReportLine }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      {report.filedOn ? (
        <Tag standing="done">{say('filed', { day: format.date(report.filedOn) })}</Tag>
      ) : (
        <Tag standing="waiting">{say('owed')}</Tag>
      )}{' '}
      {report.suspensionId && <Tag standing="stopped">{say('suspended')}</Tag>}{' '}
      {report.cutDue && <Tag standing="stopped">{say('cutDue')}</Tag>}{' '}
      {report.spared && <Tag standing="plain">{say('spared')}</Tag>}
    </>
  );
}
