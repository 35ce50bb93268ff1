import type { CivilDate } from '../../core/time/civil-date.ts';
import { levelOf, parentCode, type Level } from './rules.ts';
import { readRegions } from './source.ts';
import { formerCode, retiredProvinces, versionsOf, type RegionVersion } from './versions.ts';

/** All regions in memory, of today and of former days. Codes are 2, 4, 6 or 10 digits without dots. */
export interface RegionIndex {
  /** Whether any list knows the code: its name and whether it is of today. */
  find(code: string): { readonly name: string; readonly present: boolean } | undefined;
  nameOf(code: string): string | undefined;
  /** All versions of a code, the oldest first. */
  versionsOf(code: string): readonly RegionVersion[];
  /** The region that bore this code on `date`. */
  at(code: string, date: CivilDate): RegionVersion | undefined;
  /** The code that the same place bore on `date`; nothing where that is not known. */
  codeAt(code: string, date: CivilDate): string | undefined;
  /** The province in which the place lay on `date`: 91 for Merauke's 9301 in 2018. */
  provinceAt(code: string, date: CivilDate): string | undefined;
  /** What lay directly under `code` on `date`, by code; '' for the provinces. */
  childrenAt(code: string, date: CivilDate): readonly RegionVersion[];
  /** Province first, the region itself last; as on `date`, or as last known where the code was not in use then. */
  pathAt(code: string, date: CivilDate): readonly RegionVersion[];
  /** Every version of a level, or of all. */
  all(level?: Level): Iterable<RegionVersion>;
}

/** Reads the lists of the package: what is above villages at once (20 ms), the villages when the first is asked for. */
export function openRegionIndex(): RegionIndex {
  const byCode = new Map<string, RegionVersion[]>();
  const children = new Map<string, RegionVersion[]>();
  let villagesRead = false;

  function enter(versions: readonly RegionVersion[]): void {
    for (const version of versions) {
      append(byCode, version.code, version);
      append(children, parentCode(version.code) ?? '', version);
    }
  }
  function readVillages(): void {
    if (villagesRead) return;
    villagesRead = true;
    enter(versionsOf(readRegions('villages')));
  }
  function versions(code: string): readonly RegionVersion[] {
    if (code.length > 6) readVillages();
    return byCode.get(code) ?? [];
  }
  function at(code: string, date: CivilDate): RegionVersion | undefined {
    return versions(code).find((version) => validOn(version, date));
  }
  function codeAt(code: string, date: CivilDate): string | undefined {
    if (at(code, date)) return code;
    const last = versions(code).at(-1);
    // Its end lies behind: the place goes on under the successor's code. Else it has not begun: under the former one.
    const other = last?.validTo && last.validTo <= date ? last.successor : formerCode(code);
    return other && at(other, date) ? other : undefined;
  }

  enter([...retiredProvinces(), ...versionsOf(readRegions('upper'))]);
  return {
    find(code) {
      const last = versions(code).at(-1);
      return last && { name: last.name, present: last.validTo === null };
    },
    nameOf: (code) => versions(code).at(-1)?.name,
    versionsOf: versions,
    at,
    codeAt,
    provinceAt(code, date) {
      const whole = codeAt(code.slice(0, 4), date) ?? codeAt(code.slice(0, 2), date);
      return versions(code.slice(0, 2)).length > 0 ? whole?.slice(0, 2) : undefined;
    },
    childrenAt(code, date) {
      if (code.length === 6) readVillages();
      const valid = (children.get(code) ?? []).filter((child) => validOn(child, date) && child.kind !== 'prefix');
      return valid.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    },
    pathAt(code, date) {
      const codes = [2, 4, 6, 10].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits));
      return codes.flatMap((part) => at(part, date) ?? versions(part).at(-1) ?? []);
    },
    *all(level) {
      if (!level || level === 'village') readVillages();
      for (const list of byCode.values()) {
        if (level && levelOf(list[0]!.code) !== level) continue;
        yield* list;
      }
    },
  };
}

function append(map: Map<string, RegionVersion[]>, key: string, version: RegionVersion): void {
  const list = map.get(key);
  if (list) list.push(version);
  else map.set(key, [version]);
}

function validOn(version: RegionVersion, date: CivilDate): boolean {
  return version.validFrom <= date && (version.validTo === null || date < version.validTo);
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    /** All regions in memory; filled in by `house.ts`. */
    readonly regions: RegionIndex;
  }
}
