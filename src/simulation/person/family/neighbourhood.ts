import { compactDay, dayNumber } from '../draw/calendar.ts';
import { below, mix, roll, type Die } from '../draw/draw.ts';
import { NEIGHBOURS, originOf, slotOf, type Nation, type Slot } from '../place/nation.ts';
import { ageAt, MEN_AT, statusAt } from './pyramid.ts';

/** Who lives in a neighbourhood, by place: ages and sexes first, families (household.ts) after. Columns, not objects, so
 * that a million neighbourhoods can be drawn into the same arrays. */
export interface Neighbourhood {
  block: number;
  district: number;
  size: number;
  readonly male: Uint8Array;
  readonly age: Uint8Array;
  /** Day of birth (days since 1970), as the register has it today. */
  readonly born: Int32Array;
  /** Day that the NIK tells, `yyyymmdd`; and its sex. Corrected for one person in two hundred. */
  readonly codedBirth: Int32Array;
  readonly codedMale: Uint8Array;
  readonly originDistrict: Int32Array;
  readonly serial: Int16Array;
  /** 1 never married, 2 married, 3 divorced, 4 widowed. */
  readonly status: Uint8Array;
  /** The place of the spouse, of the mother and father where they live here, of the head of the family; -1 for none. */
  readonly spouse: Int8Array;
  readonly mother: Int8Array;
  readonly father: Int8Array;
  readonly head: Int8Array;
  /** SHDK code. */
  readonly relation: Uint8Array;
  /** 0 the head's line of descent, 1 the wife's, 2 one's own. */
  readonly line: Uint8Array;
}

export function emptyNeighbourhood(): Neighbourhood {
  const bytes = () => new Uint8Array(NEIGHBOURS);
  const places = () => new Int8Array(NEIGHBOURS);
  const numbers = () => new Int32Array(NEIGHBOURS);
  return {
    block: -1,
    district: 0,
    size: 0,
    male: bytes(),
    age: bytes(),
    born: numbers(),
    codedBirth: numbers(),
    codedMale: bytes(),
    originDistrict: numbers(),
    serial: new Int16Array(NEIGHBOURS),
    status: bytes(),
    spouse: places(),
    mother: places(),
    father: places(),
    head: places(),
    relation: bytes(),
    line: bytes(),
  };
}

const slot: Slot = { district: 0, serial: 0, monthDay: 0 };

/**
 * Draws the people of `block`, the oldest at place 0. The ages are a stratified sample of the pyramid (one from each
 * thirty-second of it), so that a nation of any size has the nation's ages.
 */
export function drawPeople(nation: Nation, block: number, hood: Neighbourhood, die: Die): void {
  const { count, salt } = nation;
  hood.block = block;
  hood.size = Math.min(NEIGHBOURS, count - block * NEIGHBOURS);
  hood.district = slotOf(nation, block, 0, slot).district;
  die.state = mix(mix(salt, 2), block);
  for (let p = 0; p < hood.size; p++) {
    const u = (hood.size - 1 - p + roll(die)) / hood.size;
    // Whoever is alone must be able to head a family.
    const age = p === 0 ? Math.max(ageAt(u), 21) : ageAt(u);
    const male = roll(die) < MEN_AT[age]!;
    slotOf(nation, originOf(nation, block, p), p, slot);
    hood.originDistrict[p] = slot.district;
    hood.serial[p] = slot.serial;
    hood.male[p] = male ? 1 : 0;
    setBirth(nation, hood, p, age, die);
    hood.status[p] = statusAt(hood.age[p]!, male, roll(die));
    hood.spouse[p] = hood.mother[p] = hood.father[p] = hood.head[p] = -1;
    hood.relation[p] = 0;
    hood.line[p] = 2;
  }
}

function setBirth(nation: Nation, hood: Neighbourhood, p: number, age: number, die: Die): void {
  const { todayCompact } = nation;
  const monthDay = slot.monthDay;
  let year = Math.floor(todayCompact / 10000) - age - (monthDay > todayCompact % 10000 ? 1 : 0);
  if (monthDay === 229) year -= year % 4;
  const coded = dayNumber(year, Math.floor(monthDay / 100), monthDay % 100);
  hood.codedBirth[p] = year * 10000 + monthDay;
  hood.codedMale[p] = hood.male[p]!;
  hood.born[p] = coded;
  const fate = roll(die);
  // The NIK stays as it was given when a birth date or a sex is corrected later.
  if (fate < 0.0035) hood.born[p] = coded - 1 - below(die, 300);
  else if (fate < 0.005) hood.codedMale[p] = 1 - hood.male[p]!;
  hood.age[p] = yearsBefore(hood.born[p]!, todayCompact);
}

/** Age in whole years of somebody born on day `born`, on the day `compact` (yyyymmdd). */
function yearsBefore(born: number, compact: number): number {
  return Math.floor((compact - compactDay(born)) / 10000);
}
