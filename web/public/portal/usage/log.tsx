import type { LogLine, LogPage, RefusedLine } from '../../../../src/sharing/portal/usage/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/catatan';

/** What was asked on a day, and what was refused; without a word of whom. */
export const Log: PageOf<LogPage> = {
  title: ({ language }) => sayer(texts, language)('log'),
  Page: function LogView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('log')}</h1>
        <p className="lead">{say('log.lead')}</p>
        <Filter data={data} />
        <Calls data={data} />
        <Refused data={data} />
      </>
    );
  },
};

function address({ day, unit, reference, code }: LogPage, over: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ tanggal: day });
  if (unit) query.set('unit', unit);
  if (reference) query.set('rujukan', reference);
  if (code) query.set('kode', code);
  for (const [name, value] of Object.entries(over)) query.set(name, value);
  return `${PATH}?${query}`;
}

function Filter({ data }: { data: LogPage }) {
  const say = useSay(texts);
  const fault = data.fault && say('fault.no_such_day');
  return (
    <form method="get" action={PATH} className="short-form no-print">
      <div className="two-fields">
        <div className={fault ? 'field wrong' : 'field'}>
          <label htmlFor="tanggal">{say('day')}</label>
          <p className="hint" id="tanggal-petunjuk">
            {say('day.hint')}
          </p>
          <input
            id="tanggal"
            name="tanggal"
            type="date"
            max={data.today}
            defaultValue={data.day}
            aria-describedby={fault ? 'tanggal-petunjuk tanggal-salah' : 'tanggal-petunjuk'}
            {...(fault ? { 'aria-invalid': true } : {})}
          />
          {fault && (
            <p className="error" id="tanggal-salah">
              {fault}
            </p>
          )}
        </div>
        <TextInput name="rujukan" label={say('reference')} hint={say('reference.hint')} value={data.reference} />
        <TextInput name="unit" label={say('unit')} hint={say('unit.hint')} value={data.unit} />
        <TextInput name="kode" label={say('code')} hint={say('code.hint')} value={data.code} />
      </div>
      <button className="btn" type="submit">
        {say('show')}
      </button>
    </form>
  );
}

function Calls({ data }: { data: LogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  if (data.code) return null;
  return (
    <section>
      <h2>{say('calls', { day: format.date(data.day) })}</h2>
      <DataTable<LogLine>
        caption={say('calls.caption')}
        rows={{ at: 'here', rows: data.calls }}
        rowKey={({ entry }) => entry}
        empty={say('calls.none')}
        columns={[
          { key: 'at', head: say('at'), names: true, cell: ({ at }) => format.instant(at) },
          {
            key: 'purpose',
            head: say('purpose'),
            cell: ({ purpose }) => (purpose ? say(`partner.purpose.${purpose}`) : say('purpose.former')),
          },
          { key: 'unit', head: say('unit'), cell: ({ unit }) => unit },
          {
            key: 'references',
            head: say('reference'),
            cell: ({ references, more }) => (
              <span className="mono wraps">
                {references.join(', ')}
                {more > 0 && ` ${say('references.more', { n: more })}`}
              </span>
            ),
          },
          { key: 'matched', head: say('matched'), number: true, cell: ({ matched }) => format.number(matched) },
          { key: 'partial', head: say('partial'), number: true, cell: ({ partial }) => format.number(partial) },
          {
            key: 'mismatched',
            head: say('mismatched'),
            number: true,
            cell: ({ mismatched }) => format.number(mismatched),
          },
          { key: 'entry', head: say('entry'), cell: ({ entry }) => <span className="mono wraps">{entry}</span> },
        ]}
      />
      <nav className="row no-print agreement-pages" aria-label={say('pages')}>
        {data.page > 1 && <a href={address(data, { halaman: String(data.page - 1) })}>{say('previous')}</a>}
        {data.more && <a href={address(data, { halaman: String(data.page + 1) })}>{say('next')}</a>}
        {data.calls.length > 0 && <a href={address(data, { unduh: 'csv' })}>{say('download')}</a>}
      </nav>
    </section>
  );
}

function Refused({ data }: { data: LogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('refused', { day: format.date(data.day) })}</h2>
      <p className="soft">{say('refused.about')}</p>
      <DataTable<RefusedLine>
        caption={say('refused.caption')}
        rows={{ at: 'here', rows: data.refused }}
        rowKey={({ code }) => code}
        empty={say('refused.none')}
        columns={[
          {
            key: 'code',
            head: say('code'),
            names: true,
            cell: ({ code, words }) => (
              <>
                <span className="mono wraps">{code}</span>
                <span className="soft under">{words}</span>
              </>
            ),
          },
          { key: 'kind', head: say('kind'), cell: ({ kind }) => say(`kind.${kind}`) },
          { key: 'n', head: say('times'), number: true, cell: ({ n }) => format.number(n) },
          { key: 'last', head: say('last'), cell: ({ lastHour }) => format.instant(lastHour) },
        ]}
      />
    </section>
  );
}
