/** A list of pieces as a table: one row a piece; a row that cannot be read is reported with its number and its column. */
import { cellText, type Cell, type Table } from '../../../core/table/index.ts';
import { refuse } from '../refusals.ts';
import { PIECE_CAUSES, type PieceCause } from '../rules.ts';
import { pieceGiven } from '../schema.ts';
import type { Line, Unread } from './take-in.ts';

const NAMES = {
  nik: ['nik'],
  serial: ['serial', 'nomor_seri', 'nomor seri', 'no_seri', 'no. seri'],
  uid: ['uid', 'uid_cip', 'uid cip', 'chip_uid'],
  cause: ['sebab', 'cause', 'keterangan'],
  printedYear: ['tahun', 'tahun_cetak', 'tahun cetak', 'printed_year', 'year'],
  cut: ['dipotong', 'cut'],
  kind: ['jenis', 'kind'],
} as const;
type Column = keyof typeof NAMES;

/** Words for causes as people write them, in both languages. */
const CAUSE_WORDS: Readonly<Record<string, PieceCause>> = {
  rusak: 'damaged',
  'gagal cetak': 'misprint',
  invalid: 'superseded',
  'data berubah': 'superseded',
  'ubah data': 'superseded',
  meninggal: 'died',
  'pindah luar negeri': 'moved_abroad',
  'kehilangan kewarganegaraan': 'citizenship_lost',
  ganda: 'duplicate',
  keputusan: 'decision',
  'ditemukan kembali': 'found_again',
};
/** What people write where the NIK cannot be read. */
export const UNREADABLE: readonly string[] = ['', '-', 'tidak terbaca', 'tak terbaca', 'unreadable'];
const YES = ['ya', 'yes', 'y', '1', 'true', 'sudah'];
const MOST_LINES = 20_000;

export interface ReadList {
  readonly lines: readonly Line[];
  readonly unread: readonly Unread[];
}

export type Columns = Readonly<Partial<Record<Column, number>>>;

export function columnsOf(table: Table): Columns {
  const names = table.columns.map((name) => name.toLowerCase());
  const found = (Object.keys(NAMES) as Column[]).map((column) => [
    column,
    names.findIndex((name) => (NAMES[column] as readonly string[]).includes(name)),
  ]);
  return Object.fromEntries(found.filter(([, at]) => (at as number) >= 0)) as Columns;
}

/** Reads the whole list. Refuses one without any column that names a piece, or without its causes. */
export async function readPieces(table: Table): Promise<ReadList> {
  const columns = columnsOf(table);
  const names = columns.nik !== undefined || columns.serial !== undefined || columns.uid !== undefined;
  if (!names || columns.cause === undefined) {
    for await (const _ of table.rows) break;
    throw refuse('disposal.list_columns');
  }
  const lines: Line[] = [];
  const unread: Unread[] = [];
  for await (const { rows, numbers } of table.rows) {
    for (const [at, row] of rows.entries()) {
      const line = numbers[at]!;
      if (lines.length + unread.length >= MOST_LINES)
        throw refuse('disposal.list_long', { values: { most: MOST_LINES } });
      const read = readRow(row, columns);
      if (typeof read === 'string') unread.push({ line, why: read });
      else lines.push({ line, given: read });
    }
  }
  if (lines.length + unread.length === 0) throw refuse('disposal.list_empty');
  return { lines, unread };
}

function readRow(row: readonly Cell[], columns: Columns) {
  const cell = (column: Column) => (columns[column] === undefined ? null : row[columns[column]]);
  const text = (column: Column) => cellText(cell(column)).trim();
  // A spreadsheet has rounded it: its last digits are lost, and another person's may stand there.
  if (typeof cell('nik') === 'number') return 'disposal.why.nik_number';
  const nik = nikOf(text('nik'));
  if (nik === undefined) return 'disposal.why.nik_shape';
  const cause = causeOf(text('cause'));
  if (!cause) return 'disposal.why.cause_unknown';
  const parsed = pieceGiven.safeParse({
    kind: /^(blangko|blank)/i.test(text('kind')) ? 'blank' : 'card',
    nik,
    serial: text('serial').replaceAll(/[\s.]/g, '') || null,
    uid:
      text('uid')
        .replaceAll(/[\s:-]/g, '')
        .toUpperCase() || null,
    cause,
    printedYear: text('printedYear') === '' ? null : Number(text('printedYear')),
    cut: YES.includes(text('cut').toLowerCase()),
  });
  return parsed.success ? parsed.data : `disposal.why.field_${String(parsed.error.issues[0]?.path[0] ?? 'row')}`;
}

/** Null where it cannot be read, undefined where it is written wrongly. */
export function nikOf(text: string): string | null | undefined {
  const plain = text.replaceAll(/[\s.']/g, '');
  if (UNREADABLE.includes(text.toLowerCase())) return null;
  return /^[0-9]{16}$/.test(plain) ? plain : undefined;
}

function causeOf(text: string): PieceCause | undefined {
  const plain = text.toLowerCase();
  return (PIECE_CAUSES as readonly string[]).includes(plain) ? (plain as PieceCause) : CAUSE_WORDS[plain];
}
