/** Rows of a file of existing cards, as offices keep them: what each says, or why it cannot be read. */
import type { Nik } from '../../../core/id/index.ts';
import { dayOfCell, nikOfCell, readRows, type FaultyRow, type ReadBatch } from '../../../core/staged-import/index.ts';
import { cellText, type Row, type TableSource } from '../../../core/table/index.ts';
import { asCivilDate, dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
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

const HEADERS = {
  nik: ['nik'],
  serial: ['serial', 'nomor_seri', 'no_seri'],
  uid: ['uid', 'uid_cip', 'chip_uid'],
  state: ['state', 'status', 'keadaan', 'status_kartu'],
  printedOn: ['printed_on', 'tanggal_cetak', 'tgl_cetak'],
  office: ['office', 'kantor', 'kode_kantor', 'kode_wilayah'],
} as const;
type Name = keyof typeof HEADERS;

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

/** Reads the table in batches. Refuses one without NIK, state and day of printing. */
export function readCards(
  source: TableSource,
  { now, batchRows }: { readonly now: Date; readonly batchRows: number },
): AsyncGenerator<ReadBatch<GivenRow, ImportFault>> {
  return readRows<GivenRow, Name, ImportFault>(source, {
    heads: HEADERS,
    needed: ['nik', 'state', 'printedOn'],
    missing: (columns) => refuse('card.import_columns', { values: { columns } }),
    batchRows,
    reader: (places) => rowReader(places, dayIn(ZONES.WIT, now)),
  });
}

function rowReader(places: Readonly<Record<Name, number>>, latest: CivilDate) {
  return (row: Row, number: number): GivenRow | FaultyRow<ImportFault> => {
    const fault = (column: string, code: ImportFault, text: string | null): FaultyRow<ImportFault> => ({
      row: number,
      column,
      code,
      given: text?.slice(0, 40) ?? null,
    });
    const textAt = (name: Name) => (places[name] < 0 ? '' : cellText(row[places[name]]).trim());
    const nik = nikOfCell(row[places.nik]);
    if (!nik) return fault('nik', 'nik', null);
    const serialText = textAt('serial');
    if (!/^[0-9]{0,18}$/.test(serialText)) return fault('serial', 'serial', serialText);
    const uidWord = textAt('uid');
    const uid = uidWord === '' ? null : parseUid(uidWord);
    if (uidWord !== '' && uid === null) return fault('uid', 'uid', uidWord);
    const known = STATES[textAt('state').toUpperCase().replaceAll(/\s+/g, ' ')];
    if (!known) return fault('state', 'state', textAt('state'));
    const printedOn = dayOfCell(textAt('printedOn'));
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
