import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { asCivilDate, today, ZONES, type CivilDate } from '../../core/time/index.ts';
import { refuse } from './refusals.ts';
import { LEVELS, levelOf, searchForm, zoneOf, type Level } from './rules.ts';
import { boxAround } from './outline.ts';
import type { Outlines, ProvinceTile, Region } from './schema.ts';
import { listByCode, listByName, listOutlines } from './sql.ts';
import { TILE_COLUMNS, TILE_ROWS, tilesFor } from './tile-grid.ts';
import { SINCE_EVER, type RegionVersion } from './versions.ts';

const MOST_FOUND = 20;

/** The lists' own present, whatever day a story has. */
const LAST_DAY = asCivilDate('9999-12-31');

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

/** The grid of that day's provinces, and their outlines where a map was imported. */
export async function regionTiles(
  tx: Tx,
  _actor: Actor,
  input: AsOf,
): Promise<{ asOf: string; columns: number; rows: number; tiles: ProvinceTile[]; outlines: Outlines | null }> {
  const asOf = dayOf(tx, input);
  const provinces = new Map(tx.ground.regions.childrenAt('', asOf).map((province) => [province.code, province.name]));
  const tiles = tilesFor([...provinces.keys()]).map((tile) => ({ ...tile, name: provinces.get(tile.code)! }));
  const outlines = await regionOutlines(tx, { within: '', asOf });
  return { asOf, columns: TILE_COLUMNS, rows: TILE_ROWS, tiles, outlines };
}

/**
 * Outlines of what lies directly within a region of a day (the provinces within ''), from the boundaries of today: each is
 * given the code that its place bore on that day, so that a province divided since is drawn from its parts. Nothing where no
 * map was imported, or none for that level.
 */
export async function regionOutlines(
  tx: Tx,
  { within, asOf }: { readonly within: string; readonly asOf: CivilDate },
): Promise<Outlines | null> {
  const { regions } = tx.ground;
  const wanted = new Set(regions.childrenAt(within, asOf).map(({ code }) => code));
  // What lay in a province then may lie in several today, and stands under their digits.
  const parts = regions.childrenAt('', LAST_DAY).filter(({ code }) => regions.codeAt(code, asOf) === within);
  const stored = await listOutlines(tx, { provinces: within === '' ? null : parts.map(({ code }) => code) });
  const shapes = stored.flatMap(({ code, path }) => {
    const then = regions.codeAt(code, asOf);
    return then !== undefined && wanted.has(then) ? [{ code: then, path }] : [];
  });
  if (shapes.length === 0) return null;
  const drawn = new Set(shapes.map(({ code }) => code));
  const [left, top, width, height] = boxAround(shapes.map(({ path }) => path));
  return { box: { left, top, width, height }, shapes, missing: [...wanted].filter((code) => !drawn.has(code)).length };
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
