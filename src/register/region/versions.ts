import { asCivilDate, type CivilDate } from '../../core/time/civil-date.ts';
import { DIVIDED, RENAMED, RENUMBERED, RETIRED_PROVINCES } from './retired.ts';
import { kindOf, type Kind } from './rules.ts';
import type { ListedRegion } from './source.ts';

/** A region as it was from `validFrom` until the day before `validTo`. */
export interface RegionVersion {
  /** 2, 4, 6 or 10 digits. */
  readonly code: string;
  readonly name: string;
  readonly kind: Kind;
  /** `SINCE_EVER` where no list says. */
  readonly validFrom: CivilDate;
  /** The first day on which it was no more; `null` while it is. */
  readonly validTo: CivilDate | null;
  /** The code of the same place before and after. */
  readonly predecessor: string | null;
  readonly successor: string | null;
  /** The code is concluded from the present one, no list of its time was read. */
  readonly derived: boolean;
}

/** Stands for "longer than our lists reach back". */
export const SINCE_EVER = asCivilDate('0001-01-01');

const dividedBy = new Map(DIVIDED.map((province) => [province.code, province]));
const oldCodeOf = new Map(RENUMBERED.map(([old, now]) => [now, old]));
const renamed = new Map(RENAMED.map((change) => [change.code, change]));

/** Every version of the listed regions, today's and those of former days that can be told from them, by code and time. */
export function versionsOf(listed: readonly ListedRegion[]): RegionVersion[] {
  return listed.flatMap((region) => [...former(region), present(region)]);
}

/** The provinces that are in no list of today. */
export function retiredProvinces(): RegionVersion[] {
  return RETIRED_PROVINCES.map(({ code, name, kind, until, successor }) => ({
    code,
    name,
    kind,
    validFrom: SINCE_EVER,
    validTo: asCivilDate(until),
    predecessor: null,
    successor,
    derived: false,
  }));
}

function present({ code, name }: ListedRegion): RegionVersion {
  const since = dividedBy.get(code.slice(0, 2))?.since ?? renamed.get(code)?.until;
  return {
    code,
    name,
    kind: kindOf(code),
    validFrom: since ? asCivilDate(since) : SINCE_EVER,
    validTo: null,
    predecessor: formerCode(code) ?? (renamed.has(code) ? code : null),
    successor: null,
    derived: false,
  };
}

/** The code before the division: of a province the one it came from, below it the old regency's with the same last digits. */
export function formerCode(code: string): string | null {
  if (code.length === 2) return dividedBy.get(code)?.from ?? null;
  const old = oldCodeOf.get(code.slice(0, 4));
  return old ? old + code.slice(4) : null;
}

function former({ code, name }: ListedRegion): RegionVersion[] {
  const change = renamed.get(code);
  const old = code.length > 2 ? formerCode(code) : null;
  if (!change && !old) return [];
  const validTo = asCivilDate(change ? change.until : dividedBy.get(code.slice(0, 2))!.since);
  return [
    {
      code: old ?? code,
      name: change ? change.name : name,
      kind: kindOf(code),
      validFrom: SINCE_EVER,
      validTo,
      predecessor: null,
      successor: code,
      derived: code.length > 4,
    },
  ];
}
