import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, parseTilePath, TILE_WIDTH, tilePath, tilesOf } from '../ledger/log/index.ts';
import type { TarSource } from './tar.ts';

/** Files of a log that were written since `since`, under `ledger/`; full tiles never change once they are there. */
export async function* logFiles(dir: string, since: Date | null, signed: number): AsyncGenerator<TarSource> {
  const given = new Set<string>();
  for await (const path of below(dir, 'tile')) {
    const tile = parseTilePath(path);
    if (!tile || (since && !(await isNewer(join(dir, path), since)))) continue;
    const found = await readTile(dir, tile);
    if (found && !given.has(found.name)) {
      given.add(found.name);
      yield found;
    }
  }
  // A tile may have become full, and its partial forms gone, while we walked past it; these are the ones that matter.
  for (const tile of tilesOf(signed)) {
    if (tile.width === TILE_WIDTH) continue;
    const found = await readTile(dir, tile);
    if (found && !given.has(found.name)) yield found;
  }
  // Links to tiles keep their old times: an ended log goes along whole when it is new.
  for (const name of await readdir(join(dir, 'former')).catch(() => [])) {
    if (since && !(await isNewer(join(dir, 'former', name, 'begun'), since))) continue;
    for await (const path of below(dir, `former/${name}`))
      yield { name: `ledger/${path}`, from: await readFile(join(dir, path)) };
  }
  const key = await readIfThere(join(dir, 'key'));
  if (key) yield { name: 'ledger/key', from: key };
}

async function readTile(dir: string, tile: NonNullable<ReturnType<typeof parseTilePath>>): Promise<TarSource | null> {
  for (const path of [tilePath(tile), tilePath({ ...tile, width: TILE_WIDTH })]) {
    const bytes = await readIfThere(join(dir, path));
    if (bytes) return { name: `ledger/${path}`, from: bytes };
  }
  return null;
}

const ADDRESS = /^[0-9a-f]{64}$/;

/** The addresses of sealed files that were written since. */
export async function* sealedFiles(dir: string, since: Date | null): AsyncGenerator<string> {
  for await (const path of below(dir, '')) {
    const name = path.split('/').at(-1)!;
    if (ADDRESS.test(name) && (!since || (await isNewer(join(dir, path), since)))) yield name;
  }
}

export function addressPath(address: string): string {
  return `${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`;
}

/** Copies one file; what an earlier backup has already is only linked. Gives its length, or `null` when it is gone. */
export async function copyAddress(
  from: string,
  to: string,
  address: string,
  earlier: string | null,
): Promise<number | null> {
  const path = addressPath(address);
  const target = join(to, path);
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
  const linked =
    earlier !== null &&
    (await link(join(earlier, path), target).then(
      () => true,
      () => false,
    ));
  if (!linked) {
    const copied = await copyFile(join(from, path), target).then(
      () => true,
      // The sweep of orphans took it: no row speaks of it.
      (fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return false;
        throw fault;
      },
    );
    if (!copied) return null;
  }
  return (await stat(target)).size;
}

const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.notes$/;

/** What was added to the outside folder since it was `known` bytes long, a piece a day. */
export async function witnessPieces(
  dir: string,
  known: Readonly<Record<string, number>>,
): Promise<{ pieces: TarSource[]; lengths: Record<string, number> }> {
  const lengths: Record<string, number> = { ...known };
  const pieces: TarSource[] = [];
  const names = await readdir(dir).catch(() => []);
  for (const name of names.filter((each) => DAY_FILE.test(each)).toSorted()) {
    const from = known[name] ?? 0;
    const chunks: Buffer[] = [];
    for await (const chunk of createReadStream(join(dir, name), { start: from })) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (bytes.length === 0) continue;
    lengths[name] = from + bytes.length;
    pieces.push({ name: `witness/${name}.${String(from).padStart(12, '0')}`, from: bytes });
  }
  return { pieces, lengths };
}

/** Joins the pieces again; gives the day files' content by name. */
export async function joinPieces(dir: string): Promise<Map<string, Buffer>> {
  const days = new Map<string, Buffer[]>();
  const names: string[] = await readdir(dir).catch(() => []);
  for (const name of names.toSorted()) {
    const [, day] = /^(\d{4}-\d{2}-\d{2}\.notes)\.\d{12}$/.exec(name) ?? [];
    if (day) days.set(day, [...(days.get(day) ?? []), await readFile(join(dir, name))]);
  }
  return new Map([...days].map(([day, pieces]) => [day, Buffer.concat(pieces)]));
}

async function* below(dir: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(dir, folder), { withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* below(dir, path);
    else yield path;
  }
}

async function isNewer(path: string, since: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs >= since.getTime();
}
