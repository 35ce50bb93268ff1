import type { BlankStockPage, StockLine } from '../../../src/cards/blank/closing/schema.ts';
import { DataTable, type Column } from '../../kit/data-table.tsx';
import { Tag } from '../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const PATH = '/stok-blangko';
const SHOWN = [
  'inStock',
  'inTransit',
  'personalised',
  'spoiled',
  'missing',
  'destroyed',
  'disputed',
  'difference',
] as const;

/** Every store's balance at a day's end, by province and regency, with the entry of the log that fixes it. */
export const BlankStock: PageOf<BlankStockPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function BlankStockView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.latest === null && <p>{say('none')}</p>}
        <Holds holds={data.holds} />
        {data.day && <Balance data={data} day={data.day} />}
        {data.latest !== null && <OtherDay data={data} latest={data.latest} />}
        {data.day && <Proof day={data.day} />}
      </>
    );
  },
};

function Holds({ holds }: Pick<BlankStockPage, 'holds'>) {
  const say = useSay(texts);
  const format = useFormat();
  if (holds.length === 0) return null;
  return (
    <section aria-labelledby="penahanan" className="note waiting">
      <h2 id="penahanan">{say('holds')}</h2>
      <p>{say('holds.about')}</p>
      <p>{say('holds.beside')}</p>
      <ul>
        {holds.map(({ place, untilOn }) => (
          <li key={`${place} ${untilOn}`}>{say('holds.line', { place, day: format.date(untilOn) })}</li>
        ))}
      </ul>
    </section>
  );
}

type Day = NonNullable<BlankStockPage['day']>;

function Balance({ data, day: { day } }: { data: BlankStockPage; day: Day }) {
  const say = useSay(texts);
  const format = useFormat();
  const { province, lines, total } = data;
  const nameOf = ({ code, name }: StockLine) => {
    if (code === '') return say('centre');
    if (province) return code === province.code ? say('own') : name;
    return <a href={`${PATH}?tanggal=${day}&provinsi=${code}`}>{name}</a>;
  };
  const numbers = SHOWN.map((key): Column<StockLine> => ({
    key,
    head: say(key),
    number: true,
    cell: ({ numbers: known, kept }) => {
      if (known)
        return key === 'difference' && known[key] !== 0 ? (
          <Tag standing="stopped">{format.number(known[key])}</Tag>
        ) : (
          format.number(known[key])
        );
      return key === 'inStock' && kept ? say(`kept.${kept.why}`, { day: format.date(kept.untilOn) }) : '–';
    },
  }));
  const sum: StockLine | null = total && { code: 'sum', name: say('total'), numbers: total, kept: null };
  const columns: Column<StockLine>[] = [
    { key: 'place', head: say('place'), names: true, cell: (row) => (row === sum ? row.name : nameOf(row)) },
    ...numbers,
  ];
  return (
    <section aria-labelledby="saldo">
      <h2 id="saldo">
        {province
          ? say('balance.of', { place: province.name, day: format.date(day) })
          : say('balance', { day: format.date(day) })}
      </h2>
      {province && (
        <p className="no-print">
          <a href={`${PATH}?tanggal=${day}`}>{say('back')}</a>
        </p>
      )}
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={{ at: 'here', rows: sum ? [...lines, sum] : lines }}
        rowKey={({ code }) => code || 'centre'}
        empty={say('none')}
      />
      {!sum && <p className="soft">{say('total.kept')}</p>}
      <p className="soft">{say('equation')}</p>
    </section>
  );
}

function OtherDay({ data, latest }: { data: BlankStockPage; latest: string }) {
  const say = useSay(texts);
  const error = data.fault && say(`fault.${data.fault}`);
  return (
    <section aria-labelledby="hari" className="no-print">
      <h2 id="hari">{say('day')}</h2>
      <form method="get" action={PATH} className="short-form">
        <div className={error ? 'field wrong' : 'field'}>
          <label htmlFor="tanggal">{say('day.label')}</label>
          <p className="hint" id="tanggal-petunjuk">
            {say('day.hint')}
          </p>
          {/* As text where it was wrong: a date field would not show what was asked. */}
          <input
            id="tanggal"
            name="tanggal"
            type={data.fault === 'no_such_day' ? 'text' : 'date'}
            max={latest}
            defaultValue={data.asked || latest}
            required
            aria-describedby={error ? 'tanggal-petunjuk tanggal-salah' : 'tanggal-petunjuk'}
            {...(error ? { 'aria-invalid': true } : {})}
          />
          {error && (
            <p className="error" id="tanggal-salah">
              {error}
            </p>
          )}
        </div>
        {data.province && <input type="hidden" name="provinsi" value={data.province.code} />}
        <button className="btn" type="submit">
          {say('day.show')}
        </button>
      </form>
    </section>
  );
}

function Proof({ day: { day, closedAt, root, entryId } }: { day: Day }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="bukti">
      <h2 id="bukti">{say('proof')}</h2>
      <p>{say('proof.about')}</p>
      <dl className="facts">
        <dt>{say('root')}</dt>
        <dd>
          <Island name="copy">
            <span className="hash">{root}</span>
          </Island>
        </dd>
        <dt>{say('entry')}</dt>
        <dd className="hash">{entryId}</dd>
        <dt>{say('closedAt')}</dt>
        <dd>{format.instant(closedAt)}</dd>
      </dl>
      <p className="no-print">
        <a href={`/v1/blanks/closings/${day}`}>{say('rows')}</a> · <a href="/cara-memeriksa-log">{say('howToCheck')}</a>
      </p>
    </section>
  );
}
