/** Rows of a file of existing cards, as offices keep them: what each says, or why it cannot be read. */
import { isNik, type Nik } from '../../../core/id/index.ts';
import { cellText, readTable, type Row, type TableSource } from '../../../core/table/index.ts';
import { asCivilDate, dayIn, parseCivilDate, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { parseUid } from '../../blank/index.ts';
import { refuse } from '../refusals.ts';
import type { CardState, Cause } from '../rules.ts';

export type ImportFault =
  | 'nik'
  | 'serial'
  | 'uid'
  | 'state'
  | 'date'
  | 'too_early'
  | 'future'
  | 'twice'
  | 'serial_twice'
  | 'person_unknown'
  | 'struck_off'
  | 'before_birth'
  | 'serial_taken'
  | 'valid_card_here'
  | 'office_unknown'
  | 'ragged';

export interface GivenRow {
  readonly row: number;
  readonly nik: Nik;
  readonly serial: bigint | null;
  readonly uid: bigint | null;
  readonly state: CardState;
  readonly cause: Cause;
  readonly printedOn: CivilDate;
  /** Code of the region whose office issued it. */
  readonly office: string | null;
}

export interface FaultyRow {
  readonly row: number;
  readonly column: string;
  readonly code: ImportFault;
  readonly given: string | null;
}

export interface ReadBatch {
  readonly good: readonly GivenRow[];
  readonly bad: readonly FaultyRow[];
  readonly rows: number;
  readonly last: number;
}

const HEADERS = {
  nik: ['nik'],
  serial: ['serial', 'nomor_seri', 'no_seri'],
  uid: ['uid', 'uid_cip', 'chip_uid'],
  state: ['state', 'status', 'keadaan', 'status_kartu'],
  printedOn: ['printed_on', 'tanggal_cetak', 'tgl_cetak'],
  office: ['office', 'kantor', 'kode_kantor', 'kode_wilayah'],
} as const;
const NEEDED = ['nik', 'state', 'printedOn'] as const;

/** What lists call a card's state, and the cause that its step gets; `rusak` and `invalid` are different. */
const STATES: Readonly<Record<string, readonly [CardState, Cause]>> = {
  VALID: ['VALID', 'imported'],
  BERLAKU: ['VALID', 'imported'],
  AKTIF: ['VALID', 'imported'],
  INVALID: ['INVALID', 'superseded'],
  'TIDAK BERLAKU': ['INVALID', 'superseded'],
  LOST: ['LOST', 'reported_lost'],
  HILANG: ['LOST', 'reported_lost'],
  RUSAK: ['TAKEN_IN', 'damaged'],
  TAKEN_IN: ['TAKEN_IN', 'superseded'],
  DITARIK: ['TAKEN_IN', 'superseded'],
  DESTROYED: ['DESTROYED', 'destroyed'],
  DIMUSNAHKAN: ['DESTROYED', 'destroyed'],
};
/** The first cards were printed in 2011 (Permendagri 9/2011). */
const FIRST_DAY = asCivilDate('2011-01-01');

const wordOf = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');

/** Reads the table in batches. Refuses one without NIK, state and day of printing. */
export async function* readCards(
  source: TableSource,
  given: { readonly now: Date; readonly batchRows: number },
): AsyncGenerator<ReadBatch> {
  const table = await readTable(source);
  const words = table.columns.map(wordOf);
  const at = (name: keyof typeof HEADERS) =>
    words.findIndex((word) => (HEADERS[name] as readonly string[]).includes(word));
  const places = {
    nik: at('nik'),
    serial: at('serial'),
    uid: at('uid'),
    state: at('state'),
    printedOn: at('printedOn'),
    office: at('office'),
  };
  const missing = NEEDED.filter((name) => places[name] < 0).map((name) => HEADERS[name][0]);
  const read = rowReader(places, dayIn(ZONES.WIT, given.now));
  let good: GivenRow[] = [];
  let bad: FaultyRow[] = [];
  let last = 1;
  const batch = (): ReadBatch => {
    const done = { good, bad, rows: good.length + bad.length, last };
    good = [];
    bad = [];
    return done;
  };
  for await (const { rows, numbers, ragged } of table.rows) {
    if (missing.length > 0) break;
    const broken = new Set(ragged);
    for (const [n, row] of rows.entries()) {
      last = numbers[n]!;
      const one = broken.has(n) ? ({ row: last, column: '', code: 'ragged', given: null } as const) : read(row, last);
      if ('code' in one) bad.push(one);
      else good.push(one);
      if (good.length + bad.length >= given.batchRows) yield batch();
    }
  }
  if (missing.length > 0) throw refuse('card.import_columns', { values: { columns: missing.join(', ') } });
  if (good.length + bad.length > 0) yield batch();
}

type Places = Readonly<Record<keyof typeof HEADERS, number>>;

function rowReader(places: Places, latest: CivilDate) {
  return (row: Row, number: number): GivenRow | FaultyRow => {
    const fault = (column: string, code: ImportFault, text: string | null): FaultyRow => ({
      row: number,
      column,
      code,
      given: text?.slice(0, 40) ?? null,
    });
    const textAt = (name: keyof typeof HEADERS) => (places[name] < 0 ? '' : cellText(row[places[name]]).trim());
    // A number in a column of NIKs has lost its last digits already.
    const nik = typeof row[places.nik] === 'number' ? '' : textAt('nik').replaceAll(/[\s.]/g, '');
    if (!isNik(nik)) return fault('nik', 'nik', null);
    const serialText = textAt('serial');
    if (!/^[0-9]{0,18}$/.test(serialText)) return fault('serial', 'serial', serialText);
    const uidWord = textAt('uid');
    const uid = uidWord === '' ? null : parseUid(uidWord);
    if (uidWord !== '' && uid === null) return fault('uid', 'uid', uidWord);
    const known = STATES[textAt('state').toUpperCase().replaceAll(/\s+/g, ' ')];
    if (!known) return fault('state', 'state', textAt('state'));
    const printedOn = dateOf(textAt('printedOn'));
    if (!printedOn) return fault('printed_on', 'date', textAt('printedOn'));
    if (printedOn < FIRST_DAY) return fault('printed_on', 'too_early', printedOn);
    if (printedOn > latest) return fault('printed_on', 'future', printedOn);
    const [state, cause] = known;
    const serial = serialText === '' ? null : BigInt(serialText);
    return {
      row: number,
      nik,
      serial,
      uid,
      state,
      cause,
      printedOn,
      office: textAt('office').replaceAll('.', '') || null,
    };
  };
}

/** 2018-12-11, 11-12-2018, 11/12/2018. */
function dateOf(text: string): CivilDate | null {
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return parseCivilDate(turned ? `${turned[3]}-${turned[2]!.padStart(2, '0')}-${turned[1]!.padStart(2, '0')}` : text);
}
