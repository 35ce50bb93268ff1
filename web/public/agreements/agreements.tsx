import type { AgreementLine, AgreementPage } from '../../../src/sharing/overview/schema.ts';
import { PUBLISHED, type Published } from '../../../src/sharing/partner/ladder/rules.ts';
import { byMethod, KIND_NAMES, METHODS } from '../../../src/sharing/partner/rules.ts';
import { en as wordsEn } from '../../../src/sharing/partner/words/en.ts';
import { id as wordsId } from '../../../src/sharing/partner/words/id.ts';
import { DataTable, type Column } from '../../kit/data-table.tsx';
import { Tag } from '../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id: { ...wordsId, ...id }, en: { ...wordsEn, ...en } };
const PATH = '/daftar-perjanjian';

/** The register of agreements for everybody: counters that open into their lists, a search, and each agreement's purpose, elements and term. */
export const Agreements: PageOf<AgreementPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function AgreementsView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <Counters data={data} />
        <Search data={data} />
        <List data={data} />
        <Methods />
      </>
    );
  },
};

/** The address of this page with something else asked for; what is not named stays. */
function address(
  { search, kind, counter, day, today, knownAt }: AgreementPage,
  over: { counter?: Published; page?: number },
): string {
  const query = new URLSearchParams();
  if (search) query.set('cari', search);
  if (kind) query.set('jenis', kind);
  query.set('hitungan', over.counter ?? counter);
  if (day !== today) query.set('tanggal', day);
  if (knownAt) query.set('diketahui', knownAt);
  if (over.page && over.page > 1) query.set('halaman', String(over.page));
  return `${PATH}?${query}`;
}

function Counters({ data }: { data: AgreementPage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="jumlah">
      <h2 id="jumlah">{say('counters', { day: format.date(data.day) })}</h2>
      <ul className="agreement-counters">
        {PUBLISHED.map((counter) => (
          <li key={counter}>
            <a
              href={address(data, { counter })}
              {...(counter === data.counter ? { 'aria-current': 'true' as const } : {})}
            >
              <strong className="num">{format.number(data.ladder[counter])}</strong> {say(`counter.${counter}`)}
            </a>
          </li>
        ))}
      </ul>
      {data.knownAt && (
        <p className="soft">
          {say('known', { instant: format.instant(data.knownAt) })}{' '}
          <a className="no-print" href={address({ ...data, knownAt: null }, {})}>
            {say('known.now')}
          </a>
        </p>
      )}
      <p className="soft">{say('notOne')}</p>
      <p>
        {say('volume.all', {
          month: format.month(data.month),
          n: data.volume.month,
          year: data.volume.year,
        })}
      </p>
    </section>
  );
}

function Search({ data }: { data: AgreementPage }) {
  const say = useSay(texts);
  const fault = data.fault && say(`fault.${data.fault}`);
  return (
    <section aria-labelledby="cari-judul" className="no-print">
      <h2 id="cari-judul">{say('find')}</h2>
      <form method="get" action={PATH} className="short-form">
        <div className="field">
          <label htmlFor="cari">{say('find.name')}</label>
          <p className="hint" id="cari-petunjuk">
            {say('find.nameHint')}
          </p>
          <input
            id="cari"
            name="cari"
            type="search"
            maxLength={80}
            defaultValue={data.search}
            aria-describedby="cari-petunjuk"
          />
        </div>
        <div className="field">
          <label htmlFor="jenis">{say('find.kind')}</label>
          <select id="jenis" name="jenis" defaultValue={data.kind ?? ''}>
            <option value="">{say('find.allKinds')}</option>
            {KIND_NAMES.map((kind) => (
              <option key={kind} value={kind}>
                {say(`partner.kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div className={fault ? 'field wrong' : 'field'}>
          <label htmlFor="tanggal">{say('find.day')}</label>
          <p className="hint" id="tanggal-petunjuk">
            {say('find.dayHint')}
          </p>
          {/* As text where it was wrong: a date field would not show what was asked. */}
          <input
            id="tanggal"
            name="tanggal"
            type={data.fault === 'no_such_day' ? 'text' : 'date'}
            max={data.today}
            defaultValue={data.typed || data.day}
            aria-describedby={fault ? 'tanggal-petunjuk tanggal-salah' : 'tanggal-petunjuk'}
            {...(fault ? { 'aria-invalid': true } : {})}
          />
          {fault && (
            <p className="error" id="tanggal-salah">
              {fault}
            </p>
          )}
        </div>
        <input type="hidden" name="hitungan" value={data.counter} />
        <button className="btn" type="submit">
          {say('find.show')}
        </button>
      </form>
    </section>
  );
}

function List({ data }: { data: AgreementPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const memoranda = data.counter === 'mou';
  const columns: Column<AgreementLine>[] = [
    {
      key: 'institution',
      head: say('institution'),
      names: true,
      cell: ({ institution, kind, place }) => (
        <>
          {institution}
          <span className="soft under">
            {say(`partner.kind.${kind}`)}, {place ? say('region', { place }) : say('nation')}
          </span>
        </>
      ),
    },
    ...(memoranda ? [] : contentColumns(say)),
    {
      key: 'term',
      head: say('term'),
      cell: ({ number, version, from, until }) => (
        <>
          {format.date(from)} {say('until', { day: format.date(until) })}
          <span className="soft under">
            {number}
            {version > 1 && `, ${say('addendum', { version })}`}
          </span>
        </>
      ),
    },
    {
      key: 'volume',
      head: say('volume', { month: format.month(data.month) }),
      number: true,
      cell: ({ volume }) => (
        <>
          {format.number(volume.month)}
          <span className="soft under">{say('volume.year', { n: volume.year })}</span>
        </>
      ),
    },
    { key: 'standing', head: say('standing'), cell: (line) => <Standing line={line} /> },
  ];
  return (
    <section aria-labelledby="daftar">
      <h2 id="daftar">
        {say('list', { n: data.n, counter: say(`counter.${data.counter}`), day: format.date(data.day) })}
      </h2>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={{ at: 'here', rows: data.lines }}
        rowKey={({ institution, number }) => `${institution} ${number}`}
        empty={say('none')}
      />
      <Pages data={data} />
    </section>
  );
}

function contentColumns(say: ReturnType<typeof useSay<keyof typeof texts.id>>): Column<AgreementLine>[] {
  return [
    {
      key: 'purposes',
      head: say('purposes'),
      cell: ({ purposes }) => purposes.map((each) => say(`partner.purpose.${each}`)).join(', '),
    },
    {
      key: 'elements',
      head: say('elements'),
      cell: ({ elements }) => (
        <ul className="agreement-elements">
          {byMethod(elements).map(([method, those]) => (
            <li key={method}>
              <span className="soft">{say(`partner.method.${method}`)}:</span>{' '}
              {those.map((element) => say(`partner.element.${element}`)).join(', ')}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

function Standing({ line: { connected, suspended, unanswered } }: { line: AgreementLine }) {
  const say = useSay(texts);
  return (
    <>
      {suspended ? (
        <Tag standing="stopped">{say('standing.suspended')}</Tag>
      ) : connected ? (
        <Tag standing="done">{say('standing.connected')}</Tag>
      ) : (
        <Tag standing="waiting">{say('standing.not')}</Tag>
      )}
      {unanswered > 0 && <span className="under">{say('unanswered', { n: unanswered })}</span>}
    </>
  );
}

function Pages({ data }: { data: AgreementPage }) {
  const say = useSay(texts);
  const { page, pages } = data;
  if (pages === 1) return null;
  return (
    <nav aria-label={say('pages')} className="row no-print agreement-pages">
      {page > 1 && (
        <a href={address(data, { page: page - 1 })} rel="prev">
          {say('previous')}
        </a>
      )}
      <span>{say('page', { page, pages })}</span>
      {page < pages && (
        <a href={address(data, { page: page + 1 })} rel="next">
          {say('next')}
        </a>
      )}
    </nav>
  );
}

function Methods() {
  const say = useSay(texts);
  return (
    <section aria-labelledby="cara">
      <h2 id="cara">{say('methods')}</h2>
      <ul>
        {METHODS.map((method) => (
          <li key={method}>{say(`methods.${method}`)}</li>
        ))}
      </ul>
    </section>
  );
}
