import { createHash } from 'node:crypto';
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { record } from '../../core/ledger/index.ts';
import { refuse } from './refusals.ts';
import type { RegionIndex } from './region-index.ts';
import { outlineOf } from './outline.ts';
import { readCode } from './rules.ts';
import { upsertBoundaries } from './sql.ts';
import { readTopology, type Geometry, type Shape } from './topojson.ts';

/** Indonesia with its sea, and half a degree for drawing. */
const INDONESIA = { west: 94.5, south: -11.5, east: 141.5, north: 6.6 };

export type ShapeFault = 'code_missing' | 'code_unknown' | 'code_twice' | 'shape_broken';

export interface MapImport {
  /** Shapes in the file. */
  readonly read: number;
  /** Boundaries stored. */
  readonly matched: number;
  readonly refused: number;
  readonly faults: readonly { readonly code: string | null; readonly fault: ShapeFault }[];
}

/**
 * Stores the boundaries of a TopoJSON file, as role `system`; simplified as they are given. Shapes whose code is in no list of
 * today, or stands twice in the file (maps of the division of Papua often repeat 91), are refused one by one; the file is
 * refused as a whole when it cannot be read or when nothing in it fits. The entry names the file by its hash: the maps of all
 * figures are drawn from it.
 */
export async function importMap(tx: Tx, actor: Actor, text: string): Promise<MapImport> {
  const shapes = readTopology(text, INDONESIA);
  if (typeof shapes === 'string') throw refuse('region.map_unreadable', { values: { reason: shapes } });
  const judged = judge(shapes, tx.ground.regions);
  const good = judged.flatMap(({ code, geometry }) =>
    geometry ? [{ code: code!, geometry, outline: outlineOf(geometry, gridOf(code!)) }] : [],
  );
  if (good.length === 0) throw refuse('region.map_matches_nothing', { values: { read: shapes.length } });
  const matched = await upsertBoundaries(tx, good, tx.ground.clock.now());
  const faults = judged.flatMap(({ code, fault }) => (fault ? [{ code, fault }] : []));
  const counts = { read: shapes.length, matched, refused: faults.length };
  const file = createHash('sha256').update(text).digest('hex');
  await record(tx, actor, { label: 'region.map_imported', facts: { file, ...counts } });
  return { ...counts, faults };
}

/** A pixel of the nation's map is six hundredths of a degree wide; lower levels are drawn larger. */
function gridOf(code: string): number {
  return code.length === 2 ? 5 : 1;
}

interface Judged {
  readonly code: string | null;
  readonly geometry?: Geometry;
  readonly fault?: ShapeFault;
}

function judge(shapes: readonly Shape[], regions: RegionIndex): Judged[] {
  const codes = shapes.map(({ properties }) => codeIn(properties['code']));
  const times = new Map<string | null, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return shapes.map(({ geometry }, place) => {
    const code = codes[place] ?? null;
    if (code === null) return { code, fault: 'code_missing' };
    if (!regions.find(code)?.present) return { code, fault: 'code_unknown' };
    if (times.get(code)! > 1) return { code, fault: 'code_twice' };
    return geometry ? { code, geometry } : { code, fault: 'shape_broken' };
  });
}

function codeIn(property: unknown): string | null {
  if (typeof property === 'number') return readCode(String(property));
  return typeof property === 'string' ? readCode(property) : null;
}
