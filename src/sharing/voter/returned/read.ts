/** Rows of a list as the commission sends it: what each says, or why it cannot be read. */
import { dayOfCell, readRows, type FaultyRow, type ReadBatch } from '../../../core/staged-import/index.ts';
import { cellText, type Cell, type Row, type TableSource } from '../../../core/table/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { phoneticKey, readNikCell } from '../../../register/resident/index.ts';
import { INVISIBLE } from '../../verification/schema.ts';
import { refuse } from '../refusals.ts';
import type { RowFault } from './rules.ts';
import type { FindVillage } from './villages.ts';

export interface GivenRow {
  readonly row: number;
  /** The digits that are shown, and how many follow them. */
  readonly shown: string;
  readonly hidden: number;
  readonly name: string;
  readonly nameKey: bigint;
  readonly born: CivilDate | null;
  readonly place: string | null;
  readonly village: string | null;
}

const HEADERS = {
  nik: ['nik', 'no_nik', 'nomor_nik', 'no_ktp', 'nomor_induk_kependudukan'],
  name: ['nama', 'nama_lengkap', 'nama_pemilih', 'name'],
  place: ['tempat_lahir', 'tmpt_lahir', 'tmp_lahir', 'birth_place'],
  born: ['tanggal_lahir', 'tgl_lahir', 'tanggal_lahir_(hh|bb|tttt)', 'birth_date'],
  code: ['kode_kelurahan', 'kode_desa', 'kode_kel', 'kode_desa/kelurahan', 'kode_wilayah', 'village_code'],
  village: ['kelurahan', 'desa', 'desa/kelurahan', 'kelurahan/desa', 'desa_kelurahan', 'kel', 'village'],
  district: ['kecamatan', 'kec', 'district'],
  regency: ['kabupaten', 'kabupaten/kota', 'kab/kota', 'kab_kota', 'kota', 'regency'],
} as const;
type Name = keyof typeof HEADERS;

/** Reads the list in batches. Refuses one without numbers or names. */
export function readReturned(
  source: TableSource,
  given: { readonly today: CivilDate; readonly batchRows: number; readonly findVillage: FindVillage },
): AsyncGenerator<ReadBatch<GivenRow, RowFault>> {
  return readRows<GivenRow, Name, RowFault>(source, {
    heads: HEADERS,
    needed: ['nik', 'name'],
    missing: (columns) => refuse('voter.import_columns', { values: { columns } }),
    batchRows: given.batchRows,
    reader: (places) => rowReader(places, given),
  });
}

type Places = Readonly<Record<Name, number>>;

function rowReader(places: Places, { today, findVillage }: { today: CivilDate; findVillage: FindVillage }) {
  const textAt = (row: Row, name: Name) => (places[name] < 0 ? '' : cellText(row[places[name]]).trim());
  return (row: Row, at: number): GivenRow | FaultyRow<RowFault> => {
    const fault = (name: Name, code: RowFault): FaultyRow<RowFault> => ({
      row: at,
      column: HEADERS[name][0],
      code,
      // What stands in a list of voters is personal.
      given: null,
    });
    const nik = numberOf(row[places.nik]);
    if (typeof nik === 'string') return fault('nik', nik);
    const name = textAt(row, 'name').replaceAll(/\s+/g, ' ');
    if (name === '') return fault('name', 'name_missing');
    if (INVISIBLE.test(name)) return fault('name', 'invisible');
    if (name.length > 120) return fault('name', 'name_long');
    const born = dayOf(textAt(row, 'born'));
    if (born === 'day') return fault('born', 'day');
    if (born !== null && born > today) return fault('born', 'day_ahead');
    const code = textAt(row, 'code').replaceAll(/[.\s]/g, '');
    const village = findVillage({
      code,
      village: textAt(row, 'village'),
      district: textAt(row, 'district'),
      regency: textAt(row, 'regency'),
    });
    if (code !== '' && village === null) return fault('code', 'village');
    const place = textAt(row, 'place').toUpperCase().slice(0, 100) || null;
    return { row: at, ...nik, name: name.toUpperCase(), nameKey: phoneticKey(name), born, place, village };
  };
}

/** A day; nothing where it is hidden or left out; `day` where what stands there is none. */
function dayOf(text: string): CivilDate | null | 'day' {
  if (text === '' || text === '-' || text.includes('*')) return null;
  return dayOfCell(text.replaceAll('|', '-')) ?? 'day';
}

const MASK = /^([0-9]*)([*xX•#]+)$/;

/** The number as far as it is shown. The last digits may be hidden, four or ten of them as the commission does or any number up to twelve. */
export function numberOf(cell: Cell | undefined): Pick<GivenRow, 'shown' | 'hidden'> | RowFault {
  if (typeof cell === 'number') return 'nik_rounded';
  const text = cellText(cell).trim();
  if (text === '' || text === '-') return 'nik_missing';
  if (INVISIBLE.test(text)) return 'invisible';
  const bare = text.replaceAll(/[\s.'’-]/g, '');
  if (/[*xX•#]/.test(bare)) {
    const [, shown, stars] = MASK.exec(bare) ?? [];
    if (shown === undefined || stars === undefined || shown.length + stars.length !== 16) return 'nik_mask';
    return shown.length < 4 ? 'nik_mask' : { shown, hidden: stars.length };
  }
  const read = readNikCell(text);
  switch (read.kind) {
    case 'nik':
      return { shown: read.nik, hidden: 0 };
    case 'damaged':
      return 'nik_rounded';
    case 'placeholder':
      return read.why === 'none' ? 'nik_missing' : 'nik_form';
    case 'malformed':
      return 'nik_form';
  }
}
