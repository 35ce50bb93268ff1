/** The register's rules: pure, no clock, no I/O. */
import { ageOn, type CivilDate } from '../../core/time/civil-date.ts';
import type { Resident, ResidentState } from './schema.ts';

// Pure tables and rules that a form needs while it is filled in; a browser takes them from here.
export * from './code-table.ts';
export { nameFaults } from './name.ts';

/**
 * The elements of a resident's row in the order in which the first history entry lists them. Only ever extended at the
 * end: what was written once must be readable for ever.
 */
export const ELEMENTS = [
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'maritalStatus',
  'maritalRegistered',
  'education',
  'occupation',
  'nationality',
  'permit',
  'permitNumber',
  'permitUntil',
  'passport',
  'motherNik',
  'fatherNik',
  'villageCode',
  'address',
  'rt',
  'rw',
  'hamlet',
  'previousAddress',
  'birthCertificate',
  'marriageCertificate',
  'marriageDate',
  'divorceCertificate',
  'divorceDate',
  'state',
  'stateSince',
  'registeredOn',
] as const satisfies readonly (keyof Resident)[];
export type Element = (typeof ELEMENTS)[number];

/** What an act changes: element to new value. */
export type Delta = Partial<Pick<Resident, Element>>;

/**
 * The first entry of a history: every element in `ELEMENTS`' order; `[n]` stands for n elements that it does not say: they have no
 * value, but people begin alive, and on the day of their registration where no other is said. (Written out it is 80 bytes a person, times a nation.)
 */
export function firstDelta(resident: Pick<Resident, Element>): unknown[] {
  const entry: unknown[] = [];
  let unsaid = 0;
  for (const element of ELEMENTS) {
    const value = resident[element] ?? null;
    const begins = element === 'state' ? BEGINNING : element === 'stateSince' ? resident.registeredOn : null;
    if (value === null || value === begins) {
      unsaid += 1;
      continue;
    }
    if (unsaid > 0) entry.push([unsaid]);
    unsaid = 0;
    entry.push(value);
  }
  if (unsaid > 0) entry.push([unsaid]);
  return entry;
}

const BEGINNING: ResidentState = 'HIDUP';

/** The values of a first entry, in `ELEMENTS`' order; elements that came later than the entry have none. */
function valuesOf(entry: readonly unknown[]): unknown[] {
  return entry.flatMap((value) =>
    Array.isArray(value) ? Array.from({ length: Number(value[0]) }, () => null) : [value],
  );
}

/** The elements in which `after` differs from `before`; empty when nothing changed. */
export function deltaBetween(before: Resident, after: Resident): Delta {
  const changed: Record<string, unknown> = {};
  for (const element of ELEMENTS) {
    if ((before[element] ?? null) !== (after[element] ?? null)) changed[element] = after[element] ?? null;
  }
  return changed as Delta;
}

/** Folds a history (in order of version) into what the current row must be. Refuses one without a first entry. */
export function foldHistory(deltas: readonly unknown[]): Pick<Resident, Element> {
  const [first, ...later] = deltas;
  if (!Array.isArray(first)) throw new Error('a history begins with an entry of all elements');
  const folded: Record<string, unknown> = {};
  const values = valuesOf(first);
  ELEMENTS.forEach((element, index) => {
    folded[element] = values[index] ?? null;
  });
  folded.state ??= BEGINNING;
  folded.stateSince ??= folded.registeredOn;
  for (const delta of later) Object.assign(folded, delta);
  return folded as Pick<Resident, Element>;
}

/** Nobody in the register was born before: a typed 1850 means 1950. */
export const FIRST_BIRTH_YEAR = 1880;

/** Which state may follow which, and by what kind of act. Nobody comes back from death but by undoing the act itself. */
export const TRANSITIONS = {
  HIDUP: ['MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF'],
  MENINGGAL: [],
  PINDAH_LUAR_NEGERI: ['HIDUP', 'MENINGGAL', 'LEPAS_WNI', 'GANDA'],
  LEPAS_WNI: ['HIDUP', 'MENINGGAL'],
  GANDA: [],
  NONAKTIF: ['HIDUP', 'MENINGGAL', 'GANDA'],
  // The record of somebody who was never there: the birth that made it was undone.
  BATAL: [],
} as const satisfies Record<ResidentState, readonly ResidentState[]>;

export function mayBecome(from: ResidentState, to: ResidentState): boolean {
  return (TRANSITIONS[from] as readonly ResidentState[]).includes(to);
}

/** Those who are counted as residents: alive and here, whether or not their record is set inactive. */
export const COUNTED_STATES: readonly ResidentState[] = ['HIDUP', 'NONAKTIF'];

/** Whether the law obliges this person to hold a card on `day`: citizen or ITAP, 17 or ever married (UU 24/2013 art. 63). */
export function isCardObligated(
  person: Pick<Resident, 'birthDate' | 'maritalStatus' | 'nationality' | 'permit' | 'state'>,
  day: CivilDate,
): boolean {
  if (!COUNTED_STATES.includes(person.state)) return false;
  const holder = person.nationality === 'IDN' || person.permit === 2;
  return holder && (ageOn(person.birthDate, day) >= 17 || person.maritalStatus > 1);
}
