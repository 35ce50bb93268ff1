import type { ReactNode } from 'react';
import type { ShownFigure } from '../../../src/insight/statement/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Inside the folded part: a browser that follows a link to it unfolds what is around it, without a script. */
export function evidenceId(code: string): string {
  return `bukti-${code.replaceAll('.', '-')}`;
}

/** Every figure, each opening into what it rests on. */
export function Figures({ figures, knownAt }: { figures: readonly ShownFigure[]; knownAt: string }) {
  const say = useSay(texts);
  return (
    <section aria-label={say('figures')} className="opening-figures">
      {figures.map((figure) => (
        <FigureWithEvidence key={figure.code} figure={figure} knownAt={knownAt} />
      ))}
    </section>
  );
}

export function useUnit() {
  const say = useSay(texts);
  return (unit: string) => (`unit.${unit}` in id ? say(`unit.${unit}` as 'unit.jiwa') : unit);
}

function FigureWithEvidence({ figure, knownAt }: { figure: ShownFigure; knownAt: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const unit = useUnit()(figure.unit);
  const years = Object.entries(figure.byYearOfOrigin);
  const denominator = figure.denominator === null ? null : format.number(figure.denominator);
  const share =
    denominator === null || figure.percent === null
      ? unit
      : say('percentOf', { percent: format.percent(figure.percent, 1), denominator, unit });
  return (
    <details>
      <summary>
        <span className="name">{figure.label}</span>
        <span className="value" data-live={`${figure.code} value`}>
          {format.number(figure.numerator)}
        </span>
        <span className="soft" data-live={`${figure.code} share`}>
          {share}
        </span>
      </summary>
      <dl className="facts" id={evidenceId(figure.code)}>
        <Fact name={say('definition')}>{figure.definition}</Fact>
        <Fact name={say('numerator')} live={`${figure.code} numerator`}>
          {format.number(figure.numerator)} {unit}
        </Fact>
        <Fact name={say('denominator')} live={`${figure.code} denominator`}>
          {denominator === null ? say('noDenominator') : `${denominator} ${unit}`}
        </Fact>
        <Fact name={say('cutoff')} live={`${figure.code} cutoff`}>
          {format.date(figure.cutoff)}
        </Fact>
        <Fact name={say('knownAt')} live={`${figure.code} known`}>
          {format.instant(knownAt)}
        </Fact>
        <Fact name={say('source')}>{figure.sourceText}</Fact>
        {figure.since && <Fact name={say('since')}>{format.date(figure.since)}</Fact>}
        <Fact name={say('counts')} live={`${figure.code} counts`}>
          {figure.counts.length === 0
            ? say('oneCounter')
            : figure.counts.map(({ counter, n }) => (
                <span key={counter} className="count">
                  {counter}: {format.number(n)}
                </span>
              ))}
        </Fact>
        {/* Always there: what is not on the page when it opens could not be brought up to date. */}
        <Fact name={say('byYear')} live={`${figure.code} years`}>
          {years.length === 0
            ? say('byYear.none')
            : years.map(([year, n]) => (
                <span key={year} className="count">
                  {year}: {format.number(n)}
                </span>
              ))}
        </Fact>
        <dd className="no-print last">
          <a href={figureAddress(figure.code, figure.cutoff, knownAt)}>{say('asPage')}</a> ·{' '}
          {figure.code.startsWith(COUNTS_PARTNERS) && (
            <>
              <a href={listAddress(figure.code, figure.cutoff, knownAt)}>{say('asList')}</a> ·{' '}
            </>
          )}
          <a href={dataAddress(figure.cutoff, knownAt)}>{say('asData')}</a>
        </dd>
      </dl>
    </details>
  );
}

const COUNTS_PARTNERS = 'partner.';

/** Where the institutions that a figure counts stand by name. */
function listAddress(code: string, asOf: string, knownAt: string): string {
  const counter = code.slice(COUNTS_PARTNERS.length);
  return `/daftar-perjanjian?hitungan=${counter}&tanggal=${asOf}&diketahui=${encodeURIComponent(knownAt)}`;
}

/** The page on which one figure opens by regency and by year, as known then and now. */
function figureAddress(code: string, asOf: string, knownAt: string): string {
  return `/angka/${code}?tanggal=${asOf}&diketahui=${encodeURIComponent(knownAt)}`;
}

/** The figures of a day as known at an instant: for programs, and on this page. */
export function dataAddress(asOf: string, knownAt: string, of: '' | '/provinces' = ''): string {
  return `/v1/statement${of}?asOf=${asOf}&knownAt=${encodeURIComponent(knownAt)}`;
}
export function pageAddress(asOf: string, knownAt: string): string {
  return `/?tanggal=${asOf}&diketahui=${encodeURIComponent(knownAt)}`;
}

function Fact({ name, live, children }: { name: string; live?: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd {...(live ? { 'data-live': live } : {})}>{children}</dd>
    </>
  );
}
