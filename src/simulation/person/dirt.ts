import { asNik } from '../../core/id/index.ts';
import { below, mix, roll, type Die } from './draw/draw.ts';
import { NEIGHBOURS, type Nation } from './place/nation.ts';
import { drawing, peopleOf, type Person } from './people.ts';
import { residentRow, type ResidentRow } from './row.ts';

export type DirtKind = 'clean' | 'typo' | 'oldSpelling' | 'duplicate' | 'moved' | 'roundedNik';

/** Fractions 0..1 of the people whom each kind befalls; a duplicate is one more record of the same person. */
export interface Dirt {
  readonly typos?: number;
  readonly oldSpelling?: number;
  readonly duplicates?: number;
  readonly moved?: number;
  readonly roundedNiks?: number;
}

export interface DirtyRecord {
  /** Who it really is: the person's place in the nation. */
  readonly truth: number;
  readonly kinds: readonly DirtKind[];
  readonly row: ResidentRow;
}

/**
 * The nation as careless hands would hand it over: the same people, with slips, old spellings, second registrations
 * under another NIK, addresses that are no longer right, and numbers that a spreadsheet has rounded. The truth stands beside each record.
 */
export function* dirtyRecords(nation: Nation, dirt: Dirt): Generator<DirtyRecord> {
  const drawn = drawing(nation);
  const die: Die = { state: 0 };
  for (let block = 0; block * NEIGHBOURS < nation.count; block++) {
    const people = peopleOf(drawn, block);
    for (const person of people) {
      die.state = mix(mix(nation.salt, 20), person.n);
      yield soiled(person, people, dirt, die);
      if (roll(die) < (dirt.duplicates ?? 0)) yield secondRegistration(person, die);
    }
  }
}

function soiled(person: Person, neighbours: readonly Person[], dirt: Dirt, die: Die): DirtyRecord {
  const row = residentRow(person);
  const kinds: DirtKind[] = [];
  if (roll(die) < (dirt.oldSpelling ?? 0)) {
    const old = oldSpelling(row.NAMA_LENGKAP);
    if (old !== row.NAMA_LENGKAP) kinds.push('oldSpelling');
    row.NAMA_LENGKAP = old;
  }
  if (roll(die) < (dirt.typos ?? 0)) {
    row.NAMA_LENGKAP = slip(row.NAMA_LENGKAP, die);
    kinds.push('typo');
  }
  if (roll(die) < (dirt.moved ?? 0)) {
    const other = neighbours.find((one) => one.familyCardNumber !== person.familyCardNumber);
    if (other) {
      Object.assign(row, addressOf(residentRow(other)));
      kinds.push('moved');
    }
  }
  if (roll(die) < (dirt.roundedNiks ?? 0)) {
    row.NIK = row.NIK.endsWith('0') || roll(die) < 0.5 ? scientific(row.NIK) : rounded(row.NIK);
    kinds.push('roundedNik');
  }
  return { truth: person.n, kinds: kinds.length > 0 ? kinds : ['clean'], row };
}

function addressOf({ KODE_WILAYAH, ALAMAT, RT, RW, DUSUN }: ResidentRow): Partial<ResidentRow> {
  return { KODE_WILAYAH, ALAMAT, RT, RW, DUSUN };
}

/**
 * Registered again, with a birth year that is one off and a name slightly otherwise. The NIK is nobody else's: within a
 * district a serial and a day of the year are given once, whatever the year.
 */
function secondRegistration(person: Person, die: Die): DirtyRecord {
  const row = residentRow(person);
  const year = (Number(person.nik.slice(10, 12)) + (roll(die) < 0.5 ? 1 : 99)) % 100;
  const leapDay = person.nik.slice(6, 10) === '2902' || person.nik.slice(6, 10) === '6902';
  // The 29th of February goes four years back, or the day would not exist.
  const coded = leapDay ? (Number(person.nik.slice(10, 12)) + 96) % 100 : year;
  row.NIK = asNik(`${person.nik.slice(0, 10)}${String(coded).padStart(2, '0')}${person.nik.slice(12)}`);
  row.TANGGAL_LAHIR = `${row.TANGGAL_LAHIR.slice(0, 8)}${String(coded).padStart(2, '0')}`;
  row.NAMA_LENGKAP = roll(die) < 0.5 ? oldSpelling(row.NAMA_LENGKAP) : slip(row.NAMA_LENGKAP, die);
  row.NO_AKTA_LAHIR = '';
  return { truth: person.n, kinds: ['duplicate'], row };
}

const OLD: readonly (readonly [RegExp, string])[] = [
  [/J/g, 'DJ'],
  [/Y/g, 'J'],
  [/U/g, 'OE'],
  [/KH/g, 'CH'],
  [/C(?!H)/g, 'TJ'],
  [/^MUHAMMAD\b/, 'MOHAMAD'],
];

/** As it would have been written before 1947 or 1972: oe for u, dj for j, tj for c, j for y. */
export function oldSpelling(name: string): string {
  return OLD.reduce((text, [now, then]) => text.replace(now, then), name);
}

/** One letter missing, doubled, exchanged with the next, or another in its place; never the first one. */
export function slip(name: string, die: Die): string {
  const at = 1 + below(die, Math.max(1, name.length - 2));
  const letter = name[at] ?? '';
  if (letter === ' ' || letter === '') return `${name}${name.at(-1) ?? ''}`;
  const kind = below(die, 4);
  const before = name.slice(0, at);
  const after = name.slice(at + 1);
  if (kind === 0) return `${before}${after}`;
  if (kind === 1) return `${before}${letter}${letter}${after}`;
  if (kind === 2 && after !== '' && after[0] !== ' ' && after[0] !== letter) {
    return `${before}${after[0]!}${letter}${after.slice(1)}`;
  }
  return `${before}${letter === 'A' ? 'E' : 'A'}${after}`;
}

/** A spreadsheet keeps 15 digits. */
function rounded(nik: string): string {
  return `${nik.slice(0, 15)}0`;
}

function scientific(nik: string): string {
  return `${nik[0]!},${nik.slice(1, 6)}E+15`;
}
