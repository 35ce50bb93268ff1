import type { ReactNode } from 'react';
import type { FigurePage, OneFigure } from '../../../src/insight/statement/figure/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { useUnit } from '../statement/figures.tsx';
import { DayInput } from '../statement/other-day.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { Differ } from './differ.tsx';
import { en } from './en.ts';
import { id } from './id.ts';
import { ThenAndNow } from './then-and-now.tsx';

const texts = { id, en };

/** One figure of the statement, opened into everything that it rests on. */
export const Figure: PageOf<FigurePage> = {
  title: ({ data }) => data.label,
  Page: function FigurePageView({ data }) {
    const say = useSay(texts);
    const { figure } = data;
    return (
      <>
        <p className="soft no-print">
          <a href="/">{say('back')}</a>
        </p>
        {figure ? (
          <Opened figure={figure} label={data.label} />
        ) : (
          <>
            <h1>{data.label}</h1>
            <p className="lead">{say('refused')}</p>
          </>
        )}
        <AnotherDay data={data} />
      </>
    );
  },
};

function Opened({ figure, label }: { figure: OneFigure; label: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const { past, asOf, knownThen } = figure;
  const unit = useUnit()(past.unit);
  return (
    <>
      <h1>
        {label}: {format.number(past.numerator)} {unit}
      </h1>
      <p className="lead">
        {past.denominator !== null && past.percent !== null && (
          <>
            {say('share.of', {
              percent: format.percent(past.percent),
              denominator: format.number(past.denominator),
              unit,
            })}
            ,{' '}
          </>
        )}
        {say('known', { date: format.date(asOf), known: format.instant(knownThen) })}
      </p>
      <Grounds figure={figure} />
      <ThenAndNow figure={figure} />
      <Differ figure={figure} />
      <Breakdowns figure={figure} />
      <section aria-labelledby="unduh" className="no-print">
        <h2 id="unduh">{say('files')}</h2>
        <p>
          <a href={fileAddress(figure, 'csv')}>{say('csv')}</a> ·{' '}
          <a href={fileAddress(figure, 'json')}>{say('json')}</a>
        </p>
      </section>
    </>
  );
}

function fileAddress({ code, asOf, knownThen }: OneFigure, form: 'csv' | 'json'): string {
  return `/angka/${code}?tanggal=${asOf}&diketahui=${encodeURIComponent(knownThen)}&bentuk=${form}`;
}

function Grounds({ figure }: { figure: OneFigure }) {
  const say = useSay(texts);
  const format = useFormat();
  const { past, code, asOf, knownThen, log } = figure;
  return (
    <dl className="facts">
      <Fact name={say('definition')}>{past.definition}</Fact>
      <Fact name={say('law')}>{figure.law ?? say('law.none')}</Fact>
      {figure.owner && <Fact name={say('owner')}>{say(`owner.${figure.owner}`)}</Fact>}
      <Fact name={say('source')}>{past.sourceText}</Fact>
      {past.since && <Fact name={say('since')}>{format.date(past.since)}</Fact>}
      <Fact name={say('cutoff')}>{format.date(asOf)}</Fact>
      <Fact name={say('log')}>
        {say('log.size', { size: log.size })} <span className="hash">{log.root}</span>
      </Fact>
      {(figure.records || code.startsWith(PARTNERS)) && (
        <Fact name={say('records')}>
          {code.startsWith(PARTNERS) && (
            <>
              <a
                href={`/daftar-perjanjian?hitungan=${code.slice(PARTNERS.length)}&tanggal=${asOf}&diketahui=${encodeURIComponent(knownThen)}`}
              >
                {say('records.partners')}
              </a>
              {' · '}
            </>
          )}
          {figure.records && <a href={figure.records}>{say('records.open')}</a>}
          <span className="count soft">{say('records.hint')}</span>
        </Fact>
      )}
    </dl>
  );
}

const PARTNERS = 'partner.';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function AnotherDay({ data }: { data: FigurePage }) {
  const say = useSay(texts);
  const { fault, asked, today, code } = data;
  const wrong = (field: 'asOf' | 'knownAt') => (fault?.field === field ? fault.text : null);
  return (
    <section aria-labelledby="hari-lain" className="no-print">
      <h2 id="hari-lain">{say('day')}</h2>
      <form method="get" action={`/angka/${code}`} className="short-form">
        <div className="two-fields">
          <DayInput
            name="tanggal"
            label={say('day.label')}
            hint={say('day.hint')}
            value={asked.asOf ?? today}
            error={wrong('asOf')}
            max={today}
          />
          <DayInput
            name="diketahui"
            label={say('day.known')}
            hint={say('day.known.hint')}
            value={asked.knownAt ?? ''}
            error={wrong('knownAt')}
            max={today}
          />
        </div>
        <button className="btn quiet" type="submit">
          {say('day.show')}
        </button>
      </form>
    </section>
  );
}
