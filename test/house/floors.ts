import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** From the ground upwards; what stands in one line stands on one floor and does not know its neighbour. */
const FLOORS = [
  ['core'],
  ['register'],
  ['recording'],
  ['cards'],
  ['sharing'],
  ['insight', 'standard'],
  ['simulation'],
  // The ground is laid and the house assembled on it.
  ['ground.ts', 'house.ts'],
  ['cli', 'main.ts'],
] as const;

const HOUSE = FLOORS.findIndex((wings) => (wings as readonly string[]).includes('house.ts'));

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What a browser may load: shapes, contracts, pure rules (a NIK's, a packet's and a template's are files of their own), texts. */
const FOR_BROWSERS = [
  'schema.ts',
  'contract.ts',
  'rules.ts',
  'nik.ts',
  'packet.ts',
  'minutiae-record.ts',
  'id.ts',
  'en.ts',
];
/** Files of the ground that are taken by themselves: pure ones, so that a browser need not load the door, and plain types. */
const OPEN_FILES = /^src\/core\/(time|text|refusal)\/|^src\/core\/(id\/nik|http\/route|http\/web)\.ts$/;
const PURE_PACKAGES = ['zod', 'intl-messageformat', 'hpke'];

export interface Import {
  readonly file: string;
  /** A file of the project, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

export function sourceFiles(): string[] {
  return globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: PROJECT, exclude: ['web/dist/**'] }).filter(
    (file) => !/\.test\.tsx?$|\.d\.ts$|\/given-[^/]*\.ts$/.test(file),
  );
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The imports of one file, in its text's order. */
export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, named, called]) => {
    const given = named ?? called!;
    const target = given.startsWith('.') ? relative(PROJECT, join(PROJECT, dirname(file), given)) : given;
    return { file, target, typeOnly: type !== undefined };
  });
}

export function allImports(): Import[] {
  return sourceFiles().flatMap((file) => importsOf(file, readFileSync(join(PROJECT, file), 'utf8')));
}

interface Place {
  readonly floor: number;
  readonly wing: string;
  /** `register/resident`, or the wing itself for files that stand in no room. */
  readonly room: string;
}

export function placeOf(file: string): Place | null {
  const [top, wing, room, ...rest] = file.split('/');
  if (top !== 'src' || wing === undefined) return null;
  const floor = FLOORS.findIndex((wings) => (wings as readonly string[]).includes(wing));
  if (floor < 0) throw new Error(`${file}: no floor has a wing ${wing}`);
  return {
    floor,
    wing,
    room: room === undefined || (rest.length === 0 && room.endsWith('.ts')) ? wing : `${wing}/${room}`,
  };
}

/** Why this import breaks the house's order, or null. */
export function importFault({ file, target }: Import): string | null {
  const to = placeOf(target);
  const fileName = target.split('/').at(-1)!;
  if (file.startsWith('web/')) {
    if (!to || FOR_BROWSERS.includes(fileName)) return null;
    return to.wing === 'core'
      ? null
      : `${file}: the web imports shapes, contracts, rules and texts only, not ${target}`;
  }
  const from = placeOf(file);
  if (!from) return null;
  // `start` builds the web that it serves.
  if (from.wing === 'cli' && target === 'web/build.ts') return null;
  if (!to)
    return target.startsWith('src') || !/^(web|test|dev|bench)\//.test(target) ? null : `${file} imports ${target}`;
  if (to.floor > from.floor) return `${file} imports from a higher floor: ${target}`;
  if (to.floor === from.floor && to.wing !== from.wing && from.floor < HOUSE)
    return `${file} imports its neighbour ${target}`;
  if (to.room === from.room || to.wing === to.room) return null;
  // Inside the ground the parts stand on one another's files; everybody else goes through the door.
  if (from.wing === 'core' || OPEN_FILES.test(target) || fileName === 'index.ts' || FOR_BROWSERS.includes(fileName))
    return null;
  return `${file} goes round the door of ${to.room}: ${target}`;
}

/** Rooms above the ground that import one another in a circle, each circle once. */
export function circles(imports: readonly Import[]): string[] {
  const neighbours = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    const from = placeOf(file);
    const to = placeOf(target);
    if (!from || !to || from.wing === 'core' || from.room === to.room) continue;
    neighbours.set(from.room, (neighbours.get(from.room) ?? new Set()).add(to.room));
  }
  const found = new Set<string>();
  const walk = (room: string, path: readonly string[]) => {
    const start = path.indexOf(room);
    if (start >= 0) {
      const circle = path.slice(start);
      const first = circle.indexOf(circle.toSorted()[0]!);
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' > '));
      return;
    }
    for (const next of neighbours.get(room) ?? []) walk(next, [...path, room]);
  };
  for (const room of neighbours.keys()) walk(room, []);
  return [...found];
}

/** What would drag the server into a browser: what a contract, a shape or a file that the web takes reaches and that is not pure. */
export function browserFaults(imports: readonly Import[]): string[] {
  const byFile = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ file }) => file,
  );
  const faults = new Set<string>();
  const shapes = sourceFiles().filter((file) => file.startsWith('src/') && /\/(schema|contract)\.ts$/.test(file));
  const taken = imports.filter(
    ({ file, target, typeOnly }) => !typeOnly && file.startsWith('web/') && target.startsWith('src/'),
  );
  const entries = new Set([...shapes, ...taken.map(({ target }) => target)]);
  for (const entry of entries) {
    const seen = new Set<string>();
    const walk = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { target } of byFile.get(file) ?? []) {
        if (target.startsWith('src/')) walk(target);
        else if (!PURE_PACKAGES.includes(target)) faults.add(`${entry} reaches ${target} through ${file}`);
      }
    };
    walk(entry);
  }
  return [...faults];
}

/** `register/civil-event` for `civil_event` and `civil_event_read`. */
type SchemaRooms = ReadonlyMap<string, { readonly place: Place; readonly published: boolean }>;

/** Which room each schema belongs to: the folder of the same name. */
export function schemaRooms(migrations: readonly string[]): { rooms: SchemaRooms; homeless: string[] } {
  const rooms = new Map<string, { place: Place; published: boolean }>();
  const homeless: string[] = [];
  for (const [, name] of migrations.join('\n').matchAll(CREATE_SCHEMA)) {
    const published = name!.endsWith('_read');
    const folder = name!.replace(/_read$/, '').replaceAll('_', '-');
    const wing = FLOORS.flat().find((each) =>
      [folder, `${folder}s`].some((room) => existsSync(join(PROJECT, 'src', each, room))),
    );
    if (wing) rooms.set(name!, { place: placeOf(`src/${wing}/${folder}/index.ts`)!, published });
    else homeless.push(name!);
  }
  return { rooms, homeless };
}

const CREATE_SCHEMA = /^\s*create schema (?:if not exists )?(\w+)/gim;
const RELATION = /\b(?:from|join|into|update|only|using|table|references|lock)\s+"?(\w+)"?\."?\w+/gi;

/** Relations named in a text of SQL that its room may not name: another's private tables, or a higher floor's. */
export function relationFaults(where: string, from: Place, sql: string, schemas: SchemaRooms): string[] {
  return [...sql.matchAll(RELATION)].flatMap(([text, schema]) => {
    const known = schemas.get(schema!.toLowerCase());
    if (!known || known.place.room.replace(/s$/, '') === from.room.replace(/s$/, '')) return [];
    const named = text.replace(/\s+/g, ' ');
    if (known.place.floor > from.floor) return [`${where}: "${named}" lies on a higher floor`];
    return known.published ? [] : [`${where}: "${named}" is private to ${known.place.room}`];
  });
}

/** The text of the SQL templates of one source file, placeholders cut out. */
export function sqlOf(text: string): string {
  const code = text.replace(/^\s*(\/\*\*?|\*|\/\/).*$/gm, '');
  const templates = [...code.matchAll(/\bsql(?:<[^`]*?>)?`((?:[^`\\]|\\.)*)`/gs)].map(([, body]) => body!);
  return templates.join('\n;\n').replace(/\$\{[^}]*\}/g, ' ? ');
}

/** Everything at once, for `npm run check`. */
export function houseFaults(): string[] {
  const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
  const imports = allImports();
  const migrations = globSync('migrations/[0-9]*.sql', { cwd: PROJECT }).toSorted();
  const { rooms, homeless } = schemaRooms(migrations.map(read));
  return [
    ...imports.map(importFault).filter((fault) => fault !== null),
    ...circles(imports).map((circle) => `rooms in a circle: ${circle}`),
    ...browserFaults(imports),
    ...homeless.filter((schema) => schema !== 'migration').map((schema) => `schema ${schema} has no room`),
    ...sourceFiles().flatMap((file) => {
      const place = placeOf(file);
      return place ? relationFaults(file, place, sqlOf(read(file)), rooms) : [];
    }),
    ...migrations.flatMap((file) => migrationFaults(file, read(file), rooms)),
  ];
}

/** A migration touches only what it made and what its own and lower floors publish. */
export function migrationFaults(file: string, text: string, schemas: SchemaRooms): string[] {
  const sql = text.replace(/--.*$/gm, '');
  const own = new Set([...sql.matchAll(CREATE_SCHEMA)].map(([, name]) => name!));
  const home = [...own].map((name) => schemas.get(name)?.place).find((place) => place !== undefined);
  const others = new Map([...schemas].filter(([name]) => !own.has(name)));
  return home ? relationFaults(file, home, sql, others) : [];
}
