import { useState } from 'react';
import {
  fileReportContract,
  listReportsContract,
  proposeRestorationContract,
  proposeSuspensionContract,
  spareContract,
} from '../../../../src/sharing/partner/contract.ts';
import type { ReportLine } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { DateField } from '../../../kit/date-field.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useFilter } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useHouse } from '../../house.tsx';
import { Go, useAsk, useGo, useMay, useRefresh } from '../form/ask.tsx';
import { FileChoice } from '../step/file-choice.tsx';
import { semesterName } from '../words/semester.ts';
import { texts } from './texts.ts';

/** What is owed, the oldest first; whom the clock proposes to cut off, and who may come back: decided for many at once. */
export function SemesterReports() {
  const say = useSay(texts);
  const [all, setAll] = useFilter('semua');
  const query = useAsk(listReportsContract, all ? { all: 'yes' } : {}, 60_000);
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

/** One proposal for all that are chosen; a hospital, an election body and the like with who serves instead. */
function CutMany({ reports }: { reports: readonly ReportLine[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const mayPropose = useMay('partner.suspension.propose');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [substitutes, setSubstitutes] = useState<Readonly<Record<string, string>>>({});
  if (reports.length === 0 || !mayPropose) return null;
  // Somebody may owe two semesters: he is cut off once.
  const partners = [...new Map(reports.map((report) => [report.cooperationId, report])).values()];
  const chosen = partners.filter(({ cooperationId }) => !left.includes(cooperationId));
  const lacking = chosen.filter(
    ({ needsSubstitute, cooperationId }) => needsSubstitute && (substitutes[cooperationId] ?? '').trim().length < 5,
  );
  return (
    <section className="note stopped" aria-labelledby="usul-hentikan">
      <h2 id="usul-hentikan">{say('cut', { n: partners.length })}</h2>
      <p>{say('cut.about')}</p>
      <fieldset className="options">
        <legend>{say('cut.who')}</legend>
        {partners.map((report) => (
          <div key={report.cooperationId}>
            <label className="tick">
              <input
                type="checkbox"
                checked={!left.includes(report.cooperationId)}
                onChange={(event) =>
                  setLeft(
                    event.target.checked
                      ? left.filter((id) => id !== report.cooperationId)
                      : [...left, report.cooperationId],
                  )
                }
              />
              <span>
                {report.institution} · {semesterName(report.semester)} · {say('late', { n: report.late })}
              </span>
            </label>
            {report.needsSubstitute && !left.includes(report.cooperationId) && (
              <TextField
                label={say('substitute', { institution: report.institution })}
                hint={say('substitute.hint')}
                required
                autoComplete="off"
                maxLength={200}
                value={substitutes[report.cooperationId] ?? ''}
                onChange={(event) => setSubstitutes({ ...substitutes, [report.cooperationId]: event.target.value })}
              />
            )}
          </div>
        ))}
      </fieldset>
      <ActForm
        contract={proposeSuspensionContract}
        form="hentikan.banyak"
        title={say('cut.title')}
        submit={say('cut.submit', { n: chosen.length })}
        missing={
          chosen.length === 0
            ? say('cut.none')
            : lacking.length > 0
              ? say('cut.lacking', { institution: lacking[0]!.institution })
              : undefined
        }
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({
          cause: 'report_missing' as const,
          reason: reason.trim(),
          cut: chosen.map(({ cooperationId }) => ({
            cooperationId,
            substitute: substitutes[cooperationId]?.trim() || null,
          })),
        })}
        onDone={({ proposalId }) => {
          tell('waiting', say('proposed'));
          refresh();
          go(`/usul/${proposalId}`);
        }}
      />
      {partners.length === 1 && <Spare report={partners[0]!} />}
      {partners.length > 1 && (
        <details className="act">
          <summary>{say('spare.some')}</summary>
          {partners.map((report) => (
            <Spare key={report.id} report={report} />
          ))}
        </details>
      )}
    </section>
  );
}

function Spare({ report }: { report: ReportLine }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  if (!useMay('partner.manage')) return null;
  return (
    <details className="act">
      <summary>{say('spare', { institution: report.institution })}</summary>
      <ActForm
        contract={spareContract}
        form={`tidak-dihentikan.${report.id}`}
        title={say('spare', { institution: report.institution })}
        about={say('spare.about')}
        submit={say('spare.submit')}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ id: report.id, reason: reason.trim() })}
        onDone={() => {
          tell('plain', say('spare.done', { institution: report.institution }));
          refresh();
        }}
      />
    </details>
  );
}

function RestoreMany({ reports }: { reports: readonly ReportLine[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  if (!useMay('partner.restoration.propose') || reports.length === 0) return null;
  const suspensions = [...new Set(reports.map(({ suspensionId }) => suspensionId!))];
  return (
    <section className="note waiting" aria-labelledby="usul-pulihkan">
      <h2 id="usul-pulihkan">{say('restore', { n: suspensions.length })}</h2>
      <p>{say('restore.about')}</p>
      <ul className="plain-list">
        {reports.map(({ id, institution, semester }) => (
          <li key={id}>
            {institution} · {semesterName(semester)}
          </li>
        ))}
      </ul>
      <ActForm
        contract={proposeRestorationContract}
        form="pulihkan.banyak"
        title={say('restore.title')}
        submit={say('restore.submit', { n: suspensions.length })}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ suspensions, reason: reason.trim() })}
        onDone={({ proposalId }) => {
          tell('waiting', say('proposed'));
          refresh();
          go(`/usul/${proposalId}`);
        }}
      />
    </section>
  );
}

function FileReport({ report, onDone }: { report: ReportLine; onDone: () => void }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [receivedOn, setReceivedOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, fileReportContract);
  const refused = state.at === 'refused' ? state.problem : null;
  const wrong = (name: string, value: string) =>
    (tried && value.trim() === '' ? kitSay('fault.required') : undefined) ??
    refused?.errors.find(({ path }) => path === name)?.message;
  const send = async () => {
    setTried(true);
    if ([number, signedOn, receivedOn].some((value) => value.trim() === '') || !file || state.at === 'sending') return;
    const done = await run({ id: report.id, number: number.trim(), signedOn, receivedOn, signatories: [] }, { file });
    if (done === null) return;
    tell('done', say('file.done', { institution: report.institution, semester: semesterName(report.semester) }));
    refresh();
    onDone();
  };
  return (
    <form
      noValidate
      className="paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary problem={refused} faults={[]} />
      <TextField
        label={say('number')}
        required
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={number}
        error={wrong('number', number)}
        onChange={(event) => setNumber(event.target.value)}
      />
      <DateField
        label={say('signedOn')}
        required
        value={signedOn}
        error={wrong('signedOn', signedOn)}
        onChange={setSignedOn}
      />
      <DateField
        label={say('receivedOn')}
        required
        value={receivedOn}
        error={wrong('receivedOn', receivedOn)}
        onChange={setReceivedOn}
      />
      <FileChoice file={file} onFile={setFile} error={tried && !file ? say('file.missing') : undefined} />
      <div className="row">
        <Submit state={state} busy={say('sending')}>
          {say('file.submit')}
        </Submit>
        <button type="button" className="btn plain" onClick={onDone}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
