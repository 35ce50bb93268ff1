/**
 * People who are recorded twice, the second time by careless hands: for measuring linkage. On top of the simulation's dirt (a
 * birth year that is one off, an old spelling or a slip of the pen) come slips that do not follow from one another.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import {
  below,
  dirtyRecords,
  nation,
  RESIDENT_COLUMNS,
  roll,
  type Die,
  type NationSpec,
  type ResidentRow,
} from '../../src/simulation/index.ts';

/** How to read the file that `writeTwiceRecorded` writes. */
export const MAPPING = JSON.stringify({
  id: 'rec_id',
  name: 'NAMA_LENGKAP',
  birthDate: 'TANGGAL_LAHIR',
  sex: 'JENIS_KELAMIN',
  birthPlace: 'TEMPAT_LAHIR',
  nik: 'NIK',
  familyCard: 'NO_KK',
  motherName: 'NAMA_IBU',
  fatherName: 'NAMA_AYAH',
  address: ['ALAMAT', 'RT', 'RW'],
  placeCode: 'KODE_WILAYAH',
});

const DIRT = { typos: 0.01, oldSpelling: 0.01, moved: 0.02, roundedNiks: 0.01, duplicates: 0.05 };

/** Writes a nation in which one in twenty is recorded twice; ids say who is who, `rec-N-org` and `rec-N-dup-0`. */
export async function writeTwiceRecorded(spec: NationSpec, path: string): Promise<number> {
  const out = createWriteStream(path);
  const die: Die = { state: 11 };
  let waiting = `rec_id,${RESIDENT_COLUMNS.join(',')}\n`;
  let records = 0;
  for (const { truth, kinds, row } of dirtyRecords(nation(spec), DIRT)) {
    const again = kinds.includes('duplicate');
    if (again) for (let slips = below(die, 4); slips > 0; slips--) carelessly(row, die);
    waiting += `rec-${truth}-${again ? 'dup-0' : 'org'},${RESIDENT_COLUMNS.map((column) => cell(row[column])).join(',')}\n`;
    records++;
    if (waiting.length > 1 << 20) {
      if (!out.write(waiting)) await once(out, 'drain');
      waiting = '';
    }
  }
  out.end(waiting);
  await once(out, 'finish');
  return records;
}

const SLIPS: readonly ((row: ResidentRow, die: Die) => void)[] = [
  // Another office, another NIK: district and serial are new.
  (row, die) => {
    row.NIK = `99${TWO(die, 90)}${TWO(die, 90)}${row.NIK.slice(6, 12)}${9001 + below(die, 999)}`;
  },
  (row) => {
    const [day, month, year] = row.TANGGAL_LAHIR.split('-');
    if (Number(day) <= 12) row.TANGGAL_LAHIR = `${month}-${day}-${year}`;
  },
  (row, die) => {
    row.NAMA_IBU = roll(die) < 0.5 ? '' : doubled(row.NAMA_IBU, die);
  },
  (row, die) => {
    row.NAMA_AYAH = roll(die) < 0.5 ? '' : doubled(row.NAMA_AYAH, die);
  },
  // Moved: another card, another address.
  (row, die) => {
    row.NO_KK = `99${TWO(die, 90)}${TWO(die, 90)}${row.NO_KK.slice(6, 12)}${9001 + below(die, 999)}`;
    row.ALAMAT = `JL. BARU NO. ${1 + below(die, 200)}`;
    row.RT = `0${TWO(die, 20)}`;
  },
  (row) => {
    row.NAMA_LENGKAP = row.NAMA_LENGKAP.replace(/\bMUHAMMAD\b/, 'MUH.').replace(/ \S+$/, '');
  },
  (row, die) => {
    row.NAMA_LENGKAP = doubled(row.NAMA_LENGKAP, die);
  },
  (row) => {
    row.TEMPAT_LAHIR = '';
  },
  (row, die) => {
    row.NIK = roll(die) < 0.5 ? `${row.NIK.slice(0, 15)}0` : '';
  },
  (row, die) => {
    row.TANGGAL_LAHIR = `${row.TANGGAL_LAHIR[0]!}${below(die, 10)}${row.TANGGAL_LAHIR.slice(2)}`;
  },
];

function carelessly(row: ResidentRow, die: Die): void {
  SLIPS[below(die, SLIPS.length)]!(row, die);
}

function doubled(name: string, die: Die): string {
  const at = below(die, Math.max(1, name.length));
  return name.slice(0, at) + (name[at] ?? '') + name.slice(at);
}

const TWO = (die: Die, many: number) => String(below(die, many)).padStart(2, '0');

/** A spreadsheet writes 3,17507E+15. */
const cell = (value: string) => (value.includes(',') ? `"${value}"` : value);
