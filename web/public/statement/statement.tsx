import type { StatementPage } from '../../../src/insight/statement/schema.ts';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { ProvinceMap } from './province-map.tsx';
import { Publications } from './publications.tsx';
import { Figures } from './figures.tsx';
import { Headline, Lead } from './sentences.tsx';
import { id } from './id.ts';

const texts = { id, en };

/** The official statement: sentences made of real figures, each of which opens into what proves it. */
export const Statement: PageOf<StatementPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function StatementPageView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    const { statement, today } = data;
    if (!statement) {
      return (
        <>
          <h1>{say('headline.refused')}</h1>
          <OtherDay data={data} />
          <Publications publications={data.publications} />
        </>
      );
    }
    const { asOf, knownAt, figures, map } = statement;
    const isToday = asOf === today;
    return (
      <>
        <p className="soft" data-live="asOf">
          {isToday
            ? say('asOf', { date: format.date(asOf), time: format.time(knownAt) })
            : say('asOfDay', { date: format.date(asOf), known: format.instant(knownAt) })}
        </p>
        <Headline figures={figures} />
        <Lead figures={figures} />
        <div className="row soft">
          <span>{say('opens')}</span>
          {isToday && (
            <Island name="refresh">
              <a href="/">{say('live')}</a>
            </Island>
          )}
        </div>
        <Figures figures={figures} knownAt={knownAt} />
        <ProvinceMap map={map} />
        <OtherDay data={data} />
        <Publications publications={data.publications} />
      </>
    );
  },
};

function OtherDay({ data }: { data: StatementPage }) {
  const say = useSay(texts);
  const wrong = data.fault !== null;
  return (
    <section aria-labelledby="hari">
      <h2 id="hari">{say('day')}</h2>
      <form method="get" action="/" className="one-line">
        <div className={wrong ? 'field wrong' : 'field'}>
          <label htmlFor="tanggal">{say('day.label')}</label>
          <p className="hint" id="tanggal-petunjuk">
            {say('day.hint')}
          </p>
          {/* As text where it was wrong: a date field would not show what was asked. */}
          <input
            id="tanggal"
            name="tanggal"
            type={wrong ? 'text' : 'date'}
            max={data.today}
            defaultValue={data.asked ?? data.today}
            required
            aria-describedby={wrong ? 'tanggal-petunjuk tanggal-salah' : 'tanggal-petunjuk'}
            {...(wrong ? { 'aria-invalid': true } : {})}
          />
          {wrong && (
            <p className="error" id="tanggal-salah">
              {data.fault}
            </p>
          )}
        </div>
        <div className="row">
          <button className="btn" type="submit">
            {say('day.show')}
          </button>
          {data.asked !== null && <a href="/">{say('day.today')}</a>}
        </div>
      </form>
    </section>
  );
}
