import type { Speaker } from '../core/text/index.ts';
import { ZONES } from '../core/time/index.ts';
import type { Statement } from '../insight/statement/index.ts';

const number = new Intl.NumberFormat('id-ID');
const percent = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: ZONES.WIB });

/** The statement for a terminal: one line a figure. */
export function statementLines(speaker: Speaker, { asOf, knownAt, indicators }: Statement): string[] {
  const labels = indicators.map(({ code }) => speaker.say('id', `indicator.${code}`));
  const width = Math.max(0, ...labels.map((label) => label.length));
  const lines = indicators.map((figure, at) => {
    const share =
      figure.denominator === null
        ? ''
        : ` dari ${number.format(figure.denominator)} (${percent.format(figure.percent ?? 0)} %)`;
    return `  ${labels[at]!.padEnd(width)}  ${number.format(figure.numerator)} ${figure.unit}${share}`;
  });
  const known = minute.format(new Date(knownAt));
  return [
    `Keterangan resmi per ${day.format(new Date(`${asOf}T00:00Z`))}, sebagaimana diketahui ${known} WIB`,
    ...lines,
  ];
}
