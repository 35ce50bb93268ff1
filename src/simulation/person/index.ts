/**
 * A synthetic nation from a seed: person `n` is computed from (seed, n), never stored; neighbourhoods of 32 people are
 * drawn from the official pyramid, made into families, and live in real villages in proportion to the provinces.
 * Always holds: the same seed, count and day give the same nation in every process and with any number of threads; every
 * NIK and family card number is a test number (serial 9001-9999) and given once; nobody here is a real person.
 */
import { NEIGHBOURS, type Nation } from './place/nation.ts';
import { drawing, peopleOf, type Person } from './people.ts';

export { nation, type Nation, type NationSpec } from './place/nation.ts';
export type { Person } from './people.ts';
export { RESIDENT_COLUMNS, residentLine, residentRow, type ResidentColumn, type ResidentRow } from './row.ts';
export { writeResidents, type ResidentsFile } from './file.ts';
export { below, mix, pick, roll, seedOf, type Die } from './draw/draw.ts';
export { dirtyRecords, oldSpelling, type Dirt, type DirtyRecord, type DirtKind } from './dirt.ts';
export { PROVINCES, type Culture } from './place/province.ts';
export { RETIRED_REGENCY } from './place/land.ts';
export { simulateCommands } from './commands.ts';

/** Person `n`, 0 <= n < count. Draws the neighbourhood; for many people in a row take `peopleFrom`. */
export function personAt(nation: Nation, n: number): Person {
  const people = peopleOf(drawing(nation), Math.floor(n / NEIGHBOURS));
  const person = people[n % NEIGHBOURS];
  if (!Number.isInteger(n) || n < 0 || n >= nation.count || !person) throw new RangeError(`nobody has the place ${n}`);
  return person;
}

/** The people `from <= n < to`, in order. */
export function* peopleFrom(nation: Nation, from = 0, to = nation.count): Generator<Person> {
  const drawn = drawing(nation);
  const end = Math.min(to, nation.count);
  for (let block = Math.floor(from / NEIGHBOURS); block * NEIGHBOURS < end; block++) {
    for (const person of peopleOf(drawn, block)) if (person.n >= from && person.n < end) yield person;
  }
}

/** The family of person `n`, the head first. */
export function familyOf(nation: Nation, n: number): Person[] {
  const { familyCardNumber } = personAt(nation, n);
  return peopleOf(drawing(nation), Math.floor(n / NEIGHBOURS)).filter(
    (person) => person.familyCardNumber === familyCardNumber,
  );
}

/** The first place of the people of a district (six digits, on the map of today) and the place after its last. */
export function placesOfDistrict(nation: Nation, district: string): { from: number; to: number } | null {
  const d = nation.districts.findIndex((one) => one.code === district);
  if (d === -1) return null;
  const to = Math.min(nation.count, nation.starts[d + 1]! * NEIGHBOURS);
  return { from: Math.min(to, nation.starts[d]! * NEIGHBOURS), to };
}
