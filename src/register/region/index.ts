/**
 * Regions: provinces, regencies and cities, districts, villages, of today and of former days, by Kemendagri code without dots.
 * Always holds: a code that ever was is found; on one day a code is one region; a place is followed through a change of
 * code, so that figures of 2018 stand on the map of 2018 and a NIK keeps the code of a district that is no more.
 * Law: Kepmendagri 300.2.2-2138/2025 (codes and names), Permendagri 137/2017 art. 4 (their form).
 */
import type { RegionIndex } from './region-index.ts';

declare module '../../core/db/tx.ts' {
  interface Ground {
    readonly regions: RegionIndex;
  }
}

export { findRegion, listRegions, searchRegions, regionOutlines, regionTiles } from './find-region.ts';
export { importMap, type MapImport } from './import-map.ts';
export { loadRegions } from './load.ts';
export { POPULATION_2024 } from './population.ts';
export { openRegionIndex, type RegionIndex } from './region-index.ts';
export { room } from './room.ts';
export { dottedCode, kindOf, LEVELS, levelOf, parentCode, readCode, zoneOf, type Kind, type Level } from './rules.ts';
export { SINCE_EVER, type RegionVersion } from './versions.ts';
