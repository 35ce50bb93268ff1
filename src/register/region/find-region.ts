import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { today, ZONES, type CivilDate } from '../../core/time/index.ts';
import { refuse } from './refusals.ts';
import { LEVELS, levelOf, searchForm, zoneOf, type Level } from './rules.ts';
import type { ProvinceTile, Region } from './schema.ts';
import { listByCode, listByName } from './sql.ts';
import { TILE_COLUMNS, TILE_ROWS, tilesFor } from './tile-grid.ts';
import { SINCE_EVER, type RegionVersion } from './versions.ts';

const MOST_FOUND = 20;

interface AsOf {
  readonly asOf?: CivilDate | undefined;
}

/** The nation's lists change on days in WIB. */
function dayOf(tx: Tx, input: AsOf): CivilDate {
  return input.asOf ?? today(tx.ground.clock, ZONES.WIB);
}

/** One region by its code: as on the day, else as last known (a code of former days). Refuses a code that no list has. */
export async function findRegion(tx: Tx, _actor: Actor, input: AsOf & { code: string }): Promise<Region> {
  const { regions } = tx.ground;
  const day = dayOf(tx, input);
  const version = regions.at(input.code, day) ?? regions.versionsOf(input.code).at(-1);
  if (!version) throw refuse('region.not_found', { values: { code: input.code } });
  return shown(tx, version, day);
}

export interface ListRegionsInput extends AsOf {
  readonly search?: string | undefined;
  readonly level?: Level | undefined;
  /** Digits; only what lies within is found. */
  readonly parent?: string | undefined;
}

/** By name or code where something is searched for, else what lies directly under `parent` (the provinces without one). */
export async function listRegions(
  tx: Tx,
  _actor: Actor,
  input: ListRegionsInput,
): Promise<{ asOf: string; regions: Region[] }> {
  const asOf = dayOf(tx, input);
  const found = input.search?.trim()
    ? await searchRegions(tx, { ...input, asOf, text: input.search })
    : tx.ground.regions.childrenAt(input.parent ?? '', asOf);
  const ofLevel = found.filter((version) => !input.level || levelOf(version.code) === input.level);
  return { asOf, regions: ofLevel.map((version) => shown(tx, version, asOf)) };
}

/**
 * At most twenty regions of a day: words of the name that begin as those typed, or a code's first digits. Refuses fewer than three
 * letters or two digits.
 */
export async function searchRegions(
  tx: Tx,
  by: { text: string; asOf: CivilDate; level?: Level | undefined; parent?: string | undefined },
): Promise<RegionVersion[]> {
  const level = by.level ? LEVELS.indexOf(by.level) + 1 : null;
  const where = { level, within: by.parent ?? '', asOf: by.asOf, limit: MOST_FOUND };
  const digits = by.text.replace(/[.\s]/g, '');
  const words = searchForm(by.text).split(' ').filter(Boolean);
  const isCode = /^[0-9]{2,10}$/.test(digits);
  if (!isCode && words.join('').length < 3) throw refuse('region.search_too_short');
  const rows = isCode ? await listByCode(tx, { ...where, digits }) : await listByName(tx, { ...where, words });
  return rows.flatMap((row) => tx.ground.regions.at(row.code, by.asOf) ?? []);
}

/** The grid of that day's provinces. */
export async function regionTiles(
  tx: Tx,
  _actor: Actor,
  input: AsOf,
): Promise<{ asOf: string; columns: number; rows: number; tiles: ProvinceTile[] }> {
  const asOf = dayOf(tx, input);
  const provinces = new Map(tx.ground.regions.childrenAt('', asOf).map((province) => [province.code, province.name]));
  const tiles = tilesFor([...provinces.keys()]).map((tile) => ({ ...tile, name: provinces.get(tile.code)! }));
  return { asOf, columns: TILE_COLUMNS, rows: TILE_ROWS, tiles };
}

function shown(tx: Tx, version: RegionVersion, day: CivilDate): Region {
  const path = tx.ground.regions.pathAt(version.code, day).slice(0, -1);
  return {
    ...version,
    level: levelOf(version.code)!,
    zone: zoneOf(version.code),
    validFrom: version.validFrom === SINCE_EVER ? null : version.validFrom,
    path: path.map(({ code, name }) => ({ code, name, level: levelOf(code)! })),
  };
}
