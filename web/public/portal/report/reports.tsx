import type { Counted, ReportLine, ReportsPage } from '../../../../src/sharing/portal/report/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { NoteBox, PaperInput, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/laporan';

/** What is owed, what the log says of it, and the form that files it. */
export const Reports: PageOf<ReportsPage> = {
  title: ({ language }) => sayer(texts, language)('reports'),
  Page: function ReportsView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('reports')}</h1>
        <p className="lead">{data.institution}</p>
        <NoteBox note={data.note} />
        <List reports={data.reports} />
        {data.open && <Open data={data} open={data.open} />}
      </>
    );
  },
};

function List({ reports }: { reports: readonly ReportLine[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('list')}</h2>
      <DataTable<ReportLine>
        caption={say('list.caption')}
        rows={{ at: 'here', rows: reports }}
        rowKey={({ id }) => id}
        empty={say('list.none')}
        columns={[
          {
            key: 'semester',
            head: say('semester'),
            names: true,
            cell: ({ id, semester }) => <a href={`${PATH}?laporan=${id}`}>{semester}</a>,
          },
          { key: 'due', head: say('due'), cell: ({ dueOn }) => format.date(dueOn) },
          {
            key: 'state',
            head: say('state'),
            cell: ({ filedOn, warnings }) =>
              filedOn ? (
                <Tag standing="done">{say('filed', { day: format.date(filedOn) })}</Tag>
              ) : (
                <Tag standing={warnings.length > 0 ? 'stopped' : 'waiting'}>
                  {warnings.length > 0 ? say('warned', { n: warnings.length }) : say('owed')}
                </Tag>
              ),
          },
        ]}
      />
    </section>
  );
}

function Open({ data, open }: { data: ReportsPage; open: NonNullable<ReportsPage['open']> }) {
  const say = useSay(texts);
  const format = useFormat();
  const sum = (name: 'calls' | 'matched' | 'partial' | 'mismatched') =>
    open.counted.reduce((all, row) => all + row[name], 0);
  const number = (name: 'calls' | 'matched' | 'partial' | 'mismatched') => ({
    key: name,
    head: say(name),
    number: true,
    cell: (row: Counted) => format.number(row[name]),
  });
  return (
    <>
      <section>
        <h2>{say('open', { semester: open.semester })}</h2>
        <p>{say('open.term', { from: format.date(open.from), until: format.date(open.until) })}</p>
        {open.keptAt && <p className="note done">{say('open.kept', { at: format.instant(open.keptAt) })}</p>}
        <DataTable<Counted>
          caption={say('counted')}
          rows={{ at: 'here', rows: open.counted }}
          rowKey={({ purpose, unit }) => `${purpose} ${unit}`}
          empty={say('counted.none')}
          columns={[
            { key: 'unit', head: say('unit'), names: true, cell: ({ unit }) => unit },
            {
              key: 'purpose',
              head: say('purpose'),
              cell: ({ purpose }) => (purpose ? say(`partner.purpose.${purpose}`) : say('purpose.former')),
            },
            number('calls'),
            number('matched'),
            number('partial'),
            number('mismatched'),
          ]}
        />
        {open.counted.length > 0 && (
          <p>
            {say('total', {
              calls: sum('calls'),
              matched: sum('matched'),
              partial: sum('partial'),
              mismatched: sum('mismatched'),
            })}
          </p>
        )}
        <OtherCounts open={open} />
      </section>
      {open.filedOn === null && (data.mayFile ? <FileIt data={data} open={open} /> : <p>{say('reader')}</p>)}
    </>
  );
}

/** What people complained of, what was given back, and which files were matched. */
function OtherCounts({ open: { disputes, files, givenBack } }: { open: NonNullable<ReportsPage['open']> }) {
  const say = useSay(texts);
  return (
    <dl className="facts">
      <dt>{say('disputes')}</dt>
      <dd>
        {say('disputes.opened', { n: disputes.opened })}
        {disputes.opened > 0 && (
          <span className="soft under">
            {(['inTime', 'late', 'waiting', 'withdrawn', 'upheld'] as const)
              .map((what) => say(`disputes.${what}`, { n: disputes[what] }))
              .join(', ')}
          </span>
        )}
      </dd>
      <dt>{say('files')}</dt>
      <dd>{say('files.rows', files)}</dd>
      <dt>{say('said')}</dt>
      <dd>{say('said.n', { n: givenBack })}</dd>
    </dl>
  );
}

function FileIt({ data: { typed, faults }, open }: { data: ReportsPage; open: NonNullable<ReportsPage['open']> }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="sampaikan" className="no-print">
      <h2 id="sampaikan">{say('file')}</h2>
      <p>{say('file.about')}</p>
      <PortalForm to={PATH} fields={{ laporan: open.id }} file>
        <TextInput
          name="nomor"
          label={say('number')}
          hint={say('number.hint')}
          value={typed.number}
          error={faults['nomor'] ?? null}
        />
        <TextInput
          name="tanggal"
          label={say('signed')}
          hint={say('signed.hint')}
          value={typed.signedOn}
          error={faults['tanggal'] ?? null}
        />
        <TextInput
          name="penanda"
          label={say('signatory')}
          hint={say('signatory.hint')}
          value={typed.name}
          error={faults['penanda'] ?? null}
        />
        <TextInput
          name="jabatan"
          label={say('position')}
          hint={say('position.hint')}
          value={typed.position}
          error={faults['jabatan'] ?? null}
        />
        <PaperInput label={say('pdf')} hint={say('pdf.hint')} error={faults['berkas']} />
        <button className="btn" type="submit">
          {say('file.act')}
        </button>
      </PortalForm>
    </section>
  );
}
