import type { Speaker } from '../core/text/index.ts';
import type { Statement } from '../insight/statement/index.ts';

/** The statement for a terminal: one line a figure. */
export function statementLines(speaker: Speaker, statement: Statement): string[] {
  const number = new Intl.NumberFormat('id-ID');
  const percent = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const lines = statement.indicators.map((figure) => {
    const share =
      figure.denominator === null
        ? ''
        : ` dari ${number.format(figure.denominator)} (${percent.format(figure.percent ?? 0)} %)`;
    return `  ${speaker.say('id', `indicator.${figure.code}`).padEnd(28)} ${number.format(figure.numerator)} ${figure.unit}${share}`;
  });
  return [`Keterangan resmi per ${statement.asOf}, sebagaimana diketahui ${statement.knownAt}`, ...lines];
}
