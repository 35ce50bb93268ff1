import { copyInto, copyLine, type Tx } from '../../core/db/index.ts';
import type { RegionIndex } from './region-index.ts';
import { bareName, levelOf, searchForm } from './rules.ts';
import { sourceDigest } from './source.ts';
import { analyzeVersions, deleteVersions, findLoadDigest, lockLoad, upsertLoad } from './sql.ts';
import type { RegionVersion } from './versions.ts';

const SOURCE = 'idn-area-data';
const COLUMNS = [
  'code',
  'valid_from',
  'valid_to',
  'kind',
  'name',
  'predecessor',
  'successor',
  'derived',
  'search_name',
];

/** By what else people look for a province. */
const ALSO: Readonly<Record<string, string>> = {
  '19': 'BABEL',
  '21': 'KEPRI',
  '31': 'DKI',
  '34': 'DIY JOGJA',
  '52': 'NTB',
  '53': 'NTT',
};

/**
 * Fills `region.version` from the lists, as role `system`; does nothing when they are those it was filled from. Gives the number of
 * rows written. Run at every start, after the migrations.
 */
export async function loadRegions(tx: Tx, regions: RegionIndex): Promise<number> {
  const digest = sourceDigest();
  if ((await findLoadDigest(tx, SOURCE)) === digest) return 0;
  await lockLoad(tx);
  if ((await findLoadDigest(tx, SOURCE)) === digest) return 0;
  await deleteVersions(tx);
  const written = await copyInto(tx, 'region.version', COLUMNS, linesOf(regions.all()));
  await analyzeVersions(tx);
  await upsertLoad(tx, { source: SOURCE, digest, at: tx.ground.clock.now() });
  return written;
}

/** COPY lines in pieces of some hundred kilobytes: a piece a row would spend the time in the stream. */
function* linesOf(versions: Iterable<RegionVersion>): Iterable<string> {
  let lines: string[] = [];
  for (const version of versions) {
    lines.push(copyLine(valuesOf(version)));
    if (lines.length < 4096) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function valuesOf(version: RegionVersion) {
  const { code, validFrom, validTo, kind, name, predecessor, successor, derived } = version;
  return [code, validFrom, validTo, kind, name, predecessor, successor, derived, searchNameOf(version)];
}

/** The bare name first, so that `jak` finds Jakarta Timur by its beginning, then the whole name's other words. */
function searchNameOf({ code, name }: RegionVersion): string {
  const bare = searchForm(bareName(name));
  if (levelOf(code) === 'district' || levelOf(code) === 'village') return bare;
  const others = `${searchForm(name)} ${ALSO[code] ?? ''}`.split(' ').filter((word) => !bare.split(' ').includes(word));
  return [bare, ...others].join(' ').trim();
}
