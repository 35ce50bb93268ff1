/**
 * TopoJSON decoded to GeoJSON geometry (TopoJSON 1.0 section 2), pure. Every arc and every coordinate is checked: a map file is
 * input from outside.
 */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  /** `null` for a shape that is no polygon, or whose rings are broken or lie outside `bounds`. */
  readonly geometry: Geometry | null;
}

interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** All shapes of all objects in the file, in its order. Gives the reason as text when it is no TopoJSON. */
export function readTopology(text: string, bounds: Bounds): readonly Shape[] | string {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  if (!isRecord(file)) return 'not TopoJSON';
  if (file['type'] === 'FeatureCollection') return 'GeoJSON, not TopoJSON';
  if (file['type'] !== 'Topology' || !Array.isArray(file['arcs']) || !isRecord(file['objects'])) return 'not TopoJSON';
  const arcs = decodeArcs(file['arcs'], file['transform']);
  if (arcs === null) return 'broken arcs';
  return Object.values(file['objects'])
    .flatMap(geometriesIn)
    .map((geometry) => ({
      properties: isRecord(geometry['properties']) ? geometry['properties'] : {},
      geometry: geometryOf(geometry, arcs, bounds),
    }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function geometriesIn(object: unknown): Record<string, unknown>[] {
  if (!isRecord(object)) return [];
  if (object['type'] !== 'GeometryCollection') return [object];
  return Array.isArray(object['geometries']) ? object['geometries'].filter(isRecord) : [];
}

type Arcs = readonly (readonly Position[])[];

/** Quantised arcs are differences from point to point in whole steps; others are positions already. */
function decodeArcs(arcs: readonly unknown[], transform: unknown): Arcs | null {
  const quantised = isRecord(transform);
  const scale = quantised ? pair(transform['scale']) : ([1, 1] as const);
  const translate = quantised ? pair(transform['translate']) : ([0, 0] as const);
  if (!scale || !translate) return null;
  const decoded: Position[][] = [];
  for (const arc of arcs) {
    if (!Array.isArray(arc)) return null;
    let x = 0;
    let y = 0;
    const line: Position[] = [];
    for (const point of arc) {
      const step = pair(point);
      if (!step) return null;
      x = quantised ? x + step[0] : step[0];
      y = quantised ? y + step[1] : step[1];
      line.push([round(x * scale[0] + translate[0]), round(y * scale[1] + translate[1])]);
    }
    decoded.push(line);
  }
  return decoded;
}

function pair(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [a, b]: unknown[] = value;
  return Number.isFinite(a) && Number.isFinite(b) ? [a as number, b as number] : null;
}

/** A hundred-thousandth of a degree is a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function geometryOf(given: Record<string, unknown>, arcs: Arcs, bounds: Bounds): Geometry | null {
  const ringsOf = (value: unknown) => allOf(value, (ring) => ringOf(ring, arcs, bounds));
  if (given['type'] === 'Polygon') {
    const coordinates = ringsOf(given['arcs']);
    return coordinates && { type: 'Polygon', coordinates };
  }
  if (given['type'] !== 'MultiPolygon') return null;
  const coordinates = allOf(given['arcs'], ringsOf);
  return coordinates && { type: 'MultiPolygon', coordinates };
}

/** Every element read, or `null` when one cannot be or there is none. */
function allOf<Read>(value: unknown, read: (element: unknown) => Read | null): Read[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const all: Read[] = [];
  for (const element of value) {
    const one = read(element);
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

/** Arcs end to end (a shared point once); ~n means arc n backwards. A ring is closed and has at least four points. */
function ringOf(value: unknown, arcs: Arcs, bounds: Bounds): Ring | null {
  if (!Array.isArray(value)) return null;
  const ring: Position[] = [];
  for (const reference of value) {
    if (!Number.isInteger(reference)) return null;
    const arc = arcs[reference < 0 ? ~reference : reference];
    if (!arc) return null;
    const line = reference < 0 ? arc.toReversed() : arc;
    ring.push(...(ring.length > 0 ? line.slice(1) : line));
  }
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) return null;
  return ring.every((position) => within(position, bounds)) ? ring : null;
}

function within([longitude, latitude]: Position, { west, south, east, north }: Bounds): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
