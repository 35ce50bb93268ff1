/**
 * Builds the web into `web/dist`: the staff app, the public pages' style and islands, and the public pages for the server.
 * Always holds: nothing is built when no input has changed, and nothing built asks an outside host.
 *
 *     node web/build.ts            builds when an input changed
 *     node web/build.ts --force    builds
 *     node web/build.ts --watch    builds again after each change
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type InlineConfig, type Plugin } from 'vite';
import {
  DIST,
  faceBundle,
  offlineBundle,
  publicBundle,
  publicServerBundle,
  staffBundle,
  WEB,
  type FaceAssets,
} from './bundles.ts';

const ROOT = join(WEB, '..');
const RECORD = 'inputs.json';
const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm)$/;

export interface Built {
  readonly built: boolean;
  readonly seconds: number;
}

/** Builds the web when an input changed since the last time, or when `force` is given. */
export async function buildWeb(given: { force?: boolean } = {}): Promise<Built> {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 100) / 10;
  if (!given.force && (await isFresh(DIST))) return { built: false, seconds: seconds() };

  // Built aside and moved at the end, so that a server never serves half a build.
  const aside = `${DIST}.${process.pid}`;
  const inputs = new Set<string>();
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  try {
    const face = await buildFace(`${aside}/face`, inputs);
    await bundle(staffBundle(`${aside}/staff`, face), inputs);
    await bundle(offlineBundle(`${aside}/staff`, await shellOf(`${aside}/staff`), face), inputs);
    await bundle(publicBundle(`${aside}/public`), inputs);
    await bundle(publicServerBundle(`${aside}/server`), inputs);
    await compressAll(`${aside}/face`);
    await compressAll(`${aside}/staff`);
    await compressAll(`${aside}/public`);
    await writeFile(`${aside}/${RECORD}`, JSON.stringify(await recordOf(inputs), null, 1));
    await rm(DIST, { recursive: true, force: true });
    await rename(aside, DIST);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return { built: true, seconds: seconds() };
}

// What finds a face and lays a mesh over it, and WebAssembly to reckon with; nothing that would describe a person.
const MODELS = ['blazeface.json', 'blazeface.bin', 'facemesh.json', 'facemesh.bin'];
const WASM = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm';

/** The thread that finds faces with its models, in a folder named by the digest of all: it is kept for ever, like every asset. */
async function buildFace(folder: string, inputs: Set<string>): Promise<FaceAssets> {
  const aside = `${folder}/new`;
  await bundle(faceBundle(aside), inputs);
  const require = createRequire(import.meta.url);
  const models = join(require.resolve('@vladmandic/human'), '../../models');
  for (const file of [...MODELS.map((model) => join(models, model)), join(ROOT, 'node_modules', WASM)])
    await copyFile(file, join(aside, basename(file)));
  const files = (await filesIn(aside)).toSorted();
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(await readFile(join(aside, file)));
  const name = digest.digest('hex').slice(0, 16);
  await rename(aside, join(folder, name));
  return { folder: `/petugas-wajah/${name}/`, files };
}

/** Builds one bundle and notes in `inputs` each of our own files that went into it. */
export async function bundle(config: InlineConfig, inputs: Set<string>): Promise<void> {
  const noteInputs: Plugin = {
    name: 'note-inputs',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const file = id.split('?')[0]!;
        if (file.startsWith(ROOT) && !file.includes('node_modules')) inputs.add(relative(ROOT, file));
      }
    },
  };
  await forProduction(() => build({ ...config, plugins: [...(config.plugins ?? []), noteInputs] }));
}

/** Runs a build as for production whoever asks for it: a test's NODE_ENV would put React's development half into it. */
export async function forProduction<Result>(run: () => Promise<Result>): Promise<Result> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

// What decides beside the modules that were bundled: the versions of all packages, and how the bundles are made.
const ALWAYS = ['package-lock.json', 'web/build.ts', 'web/bundles.ts'];

async function recordOf(inputs: ReadonlySet<string>): Promise<Record<string, string>> {
  // What a sheet imports and a page names is no module; all of that kind count.
  const plain = (await filesIn(WEB)).filter((file) => /\.(css|svg|html)$/.test(file) && !file.startsWith('dist'));
  const files = [...new Set([...ALWAYS, ...inputs, ...plain.map((file) => `web/${file}`)])].toSorted();
  const digests = await Promise.all(files.map(digestOf));
  return Object.fromEntries(files.map((file, place) => [file, digests[place]!]));
}

/** Whether every input is as it was when `dist` was built. A new file counts once an input imports it. */
async function isFresh(dist: string): Promise<boolean> {
  if (!existsSync(`${dist}/${RECORD}`)) return false;
  const record = JSON.parse(await readFile(`${dist}/${RECORD}`, 'utf8')) as Record<string, string>;
  const digests = await Promise.all(Object.keys(record).map(digestOf));
  return Object.values(record).every((digest, place) => digest === digests[place]);
}

async function digestOf(file: string): Promise<string> {
  const bytes = await readFile(join(ROOT, file)).catch(() => null);
  return bytes === null ? 'absent' : createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The files that the staff app needs without a network: all scripts, styles and the Latin fonts. */
async function shellOf(folder: string): Promise<{ version: string; files: string[] }> {
  const files = (await filesIn(folder))
    .filter((file) => /\.(js|css|svg)$/.test(file) || /-latin-\d+-normal.*\.woff2$/.test(file))
    .toSorted();
  const page = await readFile(join(folder, 'index.html'));
  const version = createHash('sha256').update(page).update(files.join('\n')).digest('hex').slice(0, 16);
  return { version, files: files.map((file) => `/aset/petugas/${file}`) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Writes `.gz` and `.br` beside each file, once here instead of at every request. */
async function compressAll(folder: string): Promise<void> {
  const files = (await filesIn(folder)).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const forms = [
        ['gz', await toGzip(bytes, { level: 9 })],
        ['br', await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })],
      ] as const;
      // What a compression only makes longer is sent as it is.
      for (const [ending, packed] of forms)
        if (packed.length < bytes.length) await writeFile(join(folder, `${file}.${ending}`), packed);
    }),
  );
}

async function watch(): Promise<never> {
  for (;;) {
    try {
      const { built, seconds } = await buildWeb();
      if (built) console.error(`web: ${seconds} s`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      await pause(2_000);
    }
    await pause(400);
  }
}

if (import.meta.main) {
  if (process.argv.includes('--watch')) await watch();
  const { built, seconds } = await buildWeb({ force: process.argv.includes('--force') });
  console.error(built ? `web: ${seconds} s` : 'web: nothing changed');
}
