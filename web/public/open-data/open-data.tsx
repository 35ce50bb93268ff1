import { filePath, LICENCE, PATH } from '../../../src/insight/warehouse/open/rules.ts';
import type { OpenDataPage } from '../../../src/insight/warehouse/open/schema.ts';
import { BarChart } from '../../kit/charts.tsx';
import { DataTable } from '../../kit/data-table.tsx';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

type Shown = NonNullable<OpenDataPage['shown']>;
type Table = Shown['tables'][number];

/** What everybody may take along of a cut-off, how to read it, cite it and prove it. */
export const OpenData: PageOf<OpenDataPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function OpenDataView({ data }) {
    const say = useSay(texts);
    const { shown, missing } = data;
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {missing !== null && <p className="note stopped">{say('missing', { day: missing })}</p>}
        {shown === null ? (
          <p>{say('none')}</p>
        ) : (
          <>
            <Tables shown={shown} />
            <Others releases={data.releases} shown={shown} />
            <Glance shown={shown} />
            <Method />
            <Cite shown={shown} />
            <Proof shown={shown} />
          </>
        )}
      </>
    );
  },
};

function Tables({ shown }: { shown: Shown }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="tabel">
      <h2 id="tabel">{say('asOf', { day: format.date(shown.asOf) })}</h2>
      <p className="soft">
        {say('known', { knownAt: format.instant(shown.knownAt), publishedAt: format.instant(shown.publishedAt) })}
      </p>
      <DataTable<Table>
        caption={say('tables')}
        rows={{ at: 'here', rows: shown.tables }}
        rowKey={({ id: table }) => table}
        empty={say('none')}
        columns={[
          { key: 'title', head: say('table'), names: true, cell: ({ title }) => title },
          { key: 'rows', head: say('rows'), number: true, cell: ({ rows }) => format.number(rows) },
          { key: 'files', head: say('files'), cell: (table) => <Files asOf={shown.asOf} table={table} /> },
        ]}
      />
    </section>
  );
}

function Files({ asOf, table: { title, rows, files } }: { asOf: string; table: Table }) {
  const say = useSay(texts);
  if (files.length === 0) return <span className="soft">{say('withheld')}</span>;
  if (rows === 0) return <span className="soft">{say('nothing')}</span>;
  return (
    <div className="row">
      {files.map(({ format, name, bytes }) => (
        <span key={name}>
          <a href={filePath(asOf, name)} aria-label={say('file', { title, format: format.toUpperCase() })}>
            {format.toUpperCase()}
          </a>{' '}
          <span className="soft">{say('size', { kb: Math.max(1, Math.round(bytes / 1000)) })}</span>
        </span>
      ))}
    </div>
  );
}

function Others({ releases, shown }: { releases: OpenDataPage['releases']; shown: Shown }) {
  const say = useSay(texts);
  const format = useFormat();
  const others = releases.filter((day) => day !== shown.asOf);
  if (others.length === 0) return null;
  return (
    <nav aria-label={say('others')} className="row no-print">
      <span className="soft">{say('others')}:</span>
      {others.map((day) => (
        <a key={day} href={`${PATH}?per=${day}`}>
          {format.date(day)}
        </a>
      ))}
    </nav>
  );
}

function Glance({ shown: { glance } }: { shown: Shown }) {
  const say = useSay(texts);
  if (glance.length === 0) return null;
  return (
    <section aria-labelledby="sekilas">
      <h2 id="sekilas">{say('glance')}</h2>
      <BarChart
        label={say('glance')}
        bars={glance.toSorted((a, b) => b.n - a.n).map(({ label, n }) => ({ label, value: n }))}
      />
    </section>
  );
}

function Method() {
  const say = useSay(texts);
  return (
    <section aria-labelledby="cara">
      <h2 id="cara">{say('method')}</h2>
      <ul>
        <li>{say('method.1')}</li>
        <li>{say('method.2')}</li>
        <li>{say('method.3')}</li>
      </ul>
    </section>
  );
}

function Cite({ shown: { asOf, root } }: { shown: Shown }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="kutip">
      <h2 id="kutip">{say('cite')}</h2>
      <Island name="copy">
        <span className="hash">{say('cite.text', { asOf, root })}</span>
      </Island>
      <h2>{say('licence')}</h2>
      <p>
        {say('licence.text')}{' '}
        <a href={LICENCE.url} rel="license noreferrer">
          {LICENCE.name}
        </a>
        . {say('regions')}
      </p>
    </section>
  );
}

function Proof({ shown: { root, snapshotRoot, entryId } }: { shown: Shown }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="bukti">
      <h2 id="bukti">{say('proof')}</h2>
      <p>{say('proof.text')}</p>
      <dl className="facts">
        <dt>{say('root')}</dt>
        <dd className="hash">{root}</dd>
        <dt>{say('snapshotRoot')}</dt>
        <dd className="hash">{snapshotRoot}</dd>
        <dt>{say('entry')}</dt>
        <dd className="hash">{entryId}</dd>
      </dl>
      <p className="no-print">
        <a href={`${PATH}/katalog.jsonld`}>{say('catalogue')}</a> ·{' '}
        <a href="/cara-memeriksa-log">{say('howToCheck')}</a>
      </p>
    </section>
  );
}
