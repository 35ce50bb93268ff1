import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '../web/build.ts';
import { DIST } from '../web/bundles.ts';
import { figure, type Bench } from './bench.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}
type Manifest = Readonly<Record<string, Chunk>>;

/**
 * What a first visit fetches, by gzip (brotli is smaller still): page, scripts, style and the fonts that its text needs. Staff:
 * sign-in and home together, which is what a day begins with. Public: the front page with its islands.
 */
export const bench: Bench = async () => {
  await buildWeb();
  return {
    name: 'web',
    size: 0,
    figures: [
      figure('web.staff_kb', staffBytes() / 1000, 'kB'),
      figure('web.public_kb', (await publicBytes()) / 1000, 'kB'),
    ],
    leftOut: ['answers of /v1', 'the extended Latin cut of the fonts, fetched only where a name needs it'],
  };
};

const FONTS = /noto-sans-latin-(400|600|700)-/;

function staffBytes(): number {
  const manifest = manifestOf('staff');
  const keys = Object.keys(manifest);
  const first = keys.filter((key) => manifest[key]!.isEntry || /(sign-in\/sign-in|home\/home)\.tsx$/.test(key));
  return gzipped('staff', 'index.html') + bytesOf('staff', manifest, first) + fontBytes('staff', manifest, FONTS);
}

async function publicBytes(): Promise<number> {
  const manifest = manifestOf('public');
  const { render } = (await import(pathToFileURL(join(DIST, 'server/render.js')).href)) as {
    readonly render: (page: string, data: unknown, language: string, frame: object) => string;
  };
  const frame = { path: '/', paths: [], specimen: true, style: '/x.css', script: '/x.js', icon: '/x.svg' };
  const html = gzipSync(render('front', {}, 'id', frame)).length;
  const first = Object.keys(manifest).filter((key) => /\.(ts|tsx)$/.test(key));
  return html + bytesOf('public', manifest, first) + fontBytes('public', manifest, FONTS);
}

/** The chunks `first` and all that they import before they run, each once. */
function bytesOf(folder: string, manifest: Manifest, first: readonly string[]): number {
  const chunks = new Set<string>();
  const visit = (key: string) => {
    if (chunks.has(key)) return;
    chunks.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  first.forEach(visit);
  const files = new Set([...chunks].flatMap((key) => [manifest[key]!.file, ...(manifest[key]!.css ?? [])]));
  return [...files].reduce((sum, file) => sum + gzipped(folder, file), 0);
}

// Fonts are compressed already.
function fontBytes(folder: string, manifest: Manifest, wanted: RegExp): number {
  const fonts = new Set(
    Object.values(manifest)
      .map(({ file }) => file)
      .filter((file) => wanted.test(file)),
  );
  return [...fonts].reduce((sum, file) => sum + readFileSync(join(DIST, folder, file)).length, 0);
}

function gzipped(folder: string, file: string): number {
  return gzipSync(readFileSync(join(DIST, folder, file)), { level: 9 }).length;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(DIST, folder, '.vite/manifest.json'), 'utf8')) as Manifest;
}
