import { partsOf, type CivilDate } from '../../../core/time/index.ts';
import { DAYS_OF_YEAR, dayNumber } from '../draw/calendar.ts';
import { mix, seedOf } from '../draw/draw.ts';
import { readLand, type District } from './land.ts';

/** People of one neighbourhood: they are drawn together, so that families fit, and stand in one district. */
export const NEIGHBOURS = 32;
/** Serials of test NIKs, 9001-9999. */
const SERIALS = 999;
const FIRST_SERIAL = 9001;
const DUREN_SAWIT = '317507';
const DUREN_SAWIT_AT_LEAST = 3000;

export interface NationSpec {
  readonly seed: string | number;
  /** Residents, 1 to 50 million. */
  readonly count: number;
  /** The day on which the nation is as it is told. */
  readonly asOf: CivilDate;
}

export interface Nation {
  readonly spec: NationSpec;
  readonly count: number;
  readonly salt: number;
  readonly today: number;
  readonly todayCompact: number;
  readonly districts: readonly District[];
  /** `starts[d]` is the first neighbourhood of district d, `starts[d + 1]` the one after its last. */
  readonly starts: Int32Array;
}

/**
 * A synthetic nation. Nothing is stored but where each district's neighbourhoods begin: person `n` is computed from the
 * seed and `n`. Duren Sawit (31.75.07) has at least 3,000 residents in any nation of 5,000 or more, a smaller nation
 * gives it three fifths. Refuses with a `RangeError` what cannot be told apart by test NIKs.
 */
export function nation(spec: NationSpec): Nation {
  const { seed, count, asOf } = spec;
  if (!Number.isSafeInteger(count) || count < 1 || count > 50_000_000) {
    throw new RangeError('a nation has 1 to 50,000,000 residents');
  }
  const { year, month, day } = partsOf(asOf);
  if (year < 2005 || year > 2099) throw new RangeError('a nation stands in the years 2005 to 2099');
  const salt = seedOf(`${seed}`);
  const districts = readLand();
  return {
    spec,
    count,
    salt,
    districts,
    today: dayNumber(year, month, day),
    todayCompact: year * 10000 + month * 100 + day,
    starts: startsOf(districts, count, salt),
  };
}

function startsOf(districts: readonly District[], count: number, salt: number): Int32Array {
  const blocks = Math.ceil(count / NEIGHBOURS);
  const special = districts.findIndex((district) => district.code === DUREN_SAWIT);
  const least = Math.ceil(Math.min(DUREN_SAWIT_AT_LEAST, count * 0.6) / NEIGHBOURS);
  const fixed = Math.min(blocks, Math.max(least, Math.round(districts[special]!.share * blocks)));
  const others = blocks - fixed;
  const scale = others / (1 - districts[special]!.share);
  // Where the first neighbourhood falls is drawn: otherwise the same districts would stay empty in each small nation.
  const shift = (mix(salt, 1) >>> 0) / 4294967296;
  const starts = new Int32Array(districts.length + 1);
  let below = 0;
  let taken = 0;
  for (let d = 0; d < districts.length; d++) {
    starts[d] = Math.min(others, Math.floor(below * scale + shift)) + taken;
    if (d === special) taken = fixed;
    else below += districts[d]!.share;
  }
  starts[districts.length] = blocks;
  for (let d = 0; d < districts.length; d++) {
    if ((starts[d + 1]! - starts[d]!) * NEIGHBOURS > SERIALS * 366) throw new RangeError('a district is too populous');
  }
  return starts;
}

/** The district in which neighbourhood `block` stands, by its index. */
export function districtOf(nation: Nation, block: number): number {
  const { starts } = nation;
  let low = 0;
  let high = nation.districts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= block) low = middle;
    else high = middle;
  }
  return low;
}

/** Where a number was given out: district, serial and day of the year (month * 100 + day). */
export interface Slot {
  district: number;
  serial: number;
  monthDay: number;
}

/**
 * The slot of place `p` in neighbourhood `block`. No two places have the same: within a district places with the same
 * serial are 999 apart, and each 999 moves the day by one, from a start that is drawn per district and serial. NIKs and
 * family card numbers have days of their own.
 */
export function slotOf(nation: Nation, block: number, p: number, into: Slot, of: 'person' | 'family' = 'person'): Slot {
  const district = districtOf(nation, block);
  const index = (block - nation.starts[district]!) * NEIGHBOURS + p;
  const serial = index % SERIALS;
  const start = mix(mix(of === 'person' ? nation.salt : ~nation.salt, district), serial) >>> 0;
  into.district = district;
  into.serial = FIRST_SERIAL + serial;
  into.monthDay = DAYS_OF_YEAR[(start + Math.floor(index / SERIALS)) % 366]!;
  return into;
}

/**
 * The neighbourhood in which the person at place `p` of `block` was first registered: for most this one; one adult in
 * twelve and one child in fifty changed places with somebody at the same place of another neighbourhood, so that
 * each number is still given out once.
 */
export function originOf(nation: Nation, block: number, p: number): number {
  const every = p < CHILDREN_FROM ? 12 : 50;
  if (block % every !== p % every) return block;
  const whole = Math.floor(nation.count / NEIGHBOURS);
  const movers = Math.floor((whole - (p % every) + every - 1) / every);
  if (block >= whole || movers < 3) return block;
  const step = movers % 7919 === 0 ? 1 : 7919;
  const k = Math.floor(block / every);
  const other = (k * step + ((mix(nation.salt, p) >>> 0) % movers)) % movers;
  return other * every + (p % every);
}

/** Places are in the order of age, the oldest first: from here on they are children. */
const CHILDREN_FROM = 22;

/** The code of a district as NIKs of that year have it, and as the map of the nation's day has it. */
export function codeInNik(district: District, yearRegistered: number): string {
  return yearRegistered <= 2022 ? district.retiredCode : district.code;
}

export function codeOnMap(nation: Nation, district: District): string {
  return nation.todayCompact >= district.codeSince ? district.code : district.retiredCode;
}
