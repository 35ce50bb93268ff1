/** Rows of a file as offices keep them: what each says, or why it cannot be read. */
import { isNik, type Nik } from '../id/index.ts';
import type { Refusal } from '../refusal/index.ts';
import { cellText, readTable, type Cell, type Row, type TableSource } from '../table/index.ts';
import { parseCivilDate, type CivilDate } from '../time/index.ts';

export interface FaultyRow<Code extends string = string> {
  readonly row: number;
  readonly column: string;
  readonly code: Code;
  /** What stood there, where it is not personal. */
  readonly given: string | null;
}

export interface ReadBatch<Given, Code extends string> {
  readonly good: readonly Given[];
  readonly bad: readonly FaultyRow<Code>[];
  readonly rows: number;
  /** The number of the last row. */
  readonly last: number;
}

/** What a column may be called; the first name is the one that we tell. */
export type Heads<Name extends string> = Readonly<Record<Name, readonly string[]>>;

interface Reading<Given, Name extends string, Code extends string> {
  readonly heads: Heads<Name>;
  readonly needed: readonly Name[];
  /** Says that columns are missing. */
  readonly missing: (columns: string) => Refusal;
  readonly batchRows: number;
  /** Reads one row after the other; told where each column stands (-1: nowhere) and what all are called. */
  readonly reader: (
    places: Readonly<Record<Name, number>>,
    words: readonly string[],
  ) => (row: Row, number: number) => Given | FaultyRow<Code>;
}

/** Reads the table in batches. Refuses one without its needed columns. */
export async function* readRows<Given extends object, Name extends string, Code extends string>(
  source: TableSource,
  { heads, needed, missing, batchRows, reader }: Reading<Given, Name, Code>,
): AsyncGenerator<ReadBatch<Given, Code | 'ragged'>> {
  const table = await readTable(source);
  const words = table.columns.map(wordOf);
  const names = Object.keys(heads) as Name[];
  const placeOf = (name: Name) => words.findIndex((word) => heads[name].includes(word));
  const places = Object.fromEntries(names.map((name) => [name, placeOf(name)])) as Record<Name, number>;
  const absent = needed.filter((name) => places[name] < 0).map((name) => heads[name][0]);
  const read = reader(places, words);
  let good: Given[] = [];
  let bad: FaultyRow<Code | 'ragged'>[] = [];
  let last = 1;
  const batch = () => {
    const done = { good, bad, rows: good.length + bad.length, last };
    [good, bad] = [[], []];
    return done;
  };
  for await (const { rows, numbers, ragged } of table.rows) {
    // A loop that is left closes the file.
    if (absent.length > 0) break;
    const broken = new Set(ragged);
    for (const [n, row] of rows.entries()) {
      last = numbers[n]!;
      const one = broken.has(n) ? ({ row: last, column: '', code: 'ragged', given: null } as const) : read(row, last);
      if ('code' in one) bad.push(one);
      else good.push(one);
      if (good.length + bad.length >= batchRows) yield batch();
    }
  }
  if (absent.length > 0) throw missing(absent.join(', '));
  if (good.length + bad.length > 0) yield batch();
}

const wordOf = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');

/** A NIK as text. A number in a column of NIKs has lost its last digits already. */
export function nikOfCell(cell: Cell | undefined): Nik | null {
  const digits = typeof cell === 'number' ? '' : cellText(cell).replaceAll(/[\s.]/g, '');
  return isNik(digits) ? digits : null;
}

/** 2018-12-11, 11-12-2018, 11/12/2018. */
export function dayOfCell(text: string): CivilDate | null {
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return parseCivilDate(turned ? `${turned[3]}-${turned[2]!.padStart(2, '0')}-${turned[1]!.padStart(2, '0')}` : text);
}
