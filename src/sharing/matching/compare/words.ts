/** The words of a matching's two files: what a result and a report are headed by, and a line of each. Pure. */
import type { Language } from '../../../core/text/index.ts';
import type { Compared } from '../../verification/compare/index.ts';
import type { Attribute } from '../../verification/schema.ts';
import { en } from '../en.ts';
import { id } from '../id.ts';
import type { CellFault } from './read-row.ts';

const TEXTS = { id, en } as const;

/** `state` stands there only where the agreement tells something apart. */
export function resultHead(attributes: readonly Attribute[], tells: boolean): string {
  return `reference,${attributes.join(',')}${tells ? ',state' : ''}\r\n`;
}

export function resultLine(
  reference: string,
  { results, state }: Compared,
  attributes: readonly Attribute[],
  tells: boolean,
): string {
  let line = quoted(reference);
  for (const name of attributes) {
    const result = results[name];
    line += result === undefined ? ',' : result.result === 'score' ? `,${result.score}` : `,${result.result}`;
  }
  return `${line}${tells ? `,${state ?? ''}` : ''}\r\n`;
}

const FORMULA = /^[=+\-@]/;

/** A reference is in print letters; one that a spreadsheet would take for a formula gets an apostrophe, as all that we write. */
function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const REPORT_HEAD = {
  id: 'BARIS,KOLOM,HURUF,KODE,KETERANGAN\r\n',
  en: 'ROW,COLUMN,LETTER,CODE,EXPLANATION\r\n',
} as const;

export const reportHead = (language: Language): string => REPORT_HEAD[language];

export interface ReportCell {
  /** As a spreadsheet numbers it; the header is row 1. */
  readonly row: number;
  /** The file's own header and the letter that a spreadsheet gives it; '' for the whole row. */
  readonly column: string;
  readonly letter: string;
}

/** What stood in the cell is not repeated: the partner has it, and a report travels further than a file. */
export function reportLine({ row, column, letter }: ReportCell, { code }: CellFault, language: Language): string {
  const text = TEXTS[language][`matching.row.${code}`];
  return `${row},${quoted(column)},${letter},${code},${quoted(text)}\r\n`;
}

/** A, B, ... Z, AA: a column as spreadsheets name it, from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
