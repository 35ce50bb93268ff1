/** The lists of regions as the check of rows asks them, on the day of the import. */
import type { CivilDate } from '../../../core/time/civil-date.ts';
import { dottedCode, type RegionIndex } from '../../region/index.ts';
import type { KnownVillage, Regions } from './check.ts';

/**
 * A village code must be one of that day. Codes of another day get as hint the code that the place has on that day; unknown
 * ones the district, where at least that exists.
 */
export function regionsOn(index: RegionIndex, day: CivilDate): Regions {
  return {
    village(code): KnownVillage {
      if (index.at(code, day)) return { state: 'present', hint: null };
      const then = index.codeAt(code, day);
      if (then) return { state: 'retired', hint: `${dottedCode(then)} ${index.nameOf(then) ?? ''}`.trim() };
      const district = index.at(code.slice(0, 6), day);
      return { state: 'unknown', hint: district ? `${dottedCode(district.code)} ${district.name}` : null };
    },
    district(code) {
      if (index.at(code, day)) return 'present';
      if (index.find(code)) return 'retired';
      return index.find(code.slice(0, 4))?.present === false ? 'retired' : 'unknown';
    },
  };
}
