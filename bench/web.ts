import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { openServing } from '../src/cli/serving.ts';
import { buildWeb } from '../web/build.ts';
import { DIST } from '../web/bundles.ts';
import { figure, type Bench } from './bench.ts';
import { filledRegister } from './load/filled.ts';

const RESIDENTS = 5_000;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}
type Manifest = Readonly<Record<string, Chunk>>;

/**
 * What a first visit fetches, compressed: page, scripts, style and the fonts that its text needs. Staff, by gzip (brotli is
 * smaller still): sign-in and home together, which is what a day begins with. Public: the statement with its islands, as served.
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
    leftOut: ['answers of /v1', 'headers', 'the extended Latin cut of the fonts, fetched only where a name needs it'],
  };
};

const FONTS = /noto-sans-latin-(400|600|700)-/;

function staffBytes(): number {
  const manifest = manifestOf('staff');
  const keys = Object.keys(manifest);
  const first = keys.filter((key) => manifest[key]!.isEntry || /(sign-in\/sign-in|home\/home)\.tsx$/.test(key));
  return gzipped('staff', 'index.html') + bytesOf('staff', manifest, first) + fontBytes('staff', manifest, FONTS);
}

/** The statement of a small register, and all that it makes a browser fetch, as it goes over the wire. */
async function publicBytes(): Promise<number> {
  const filled = await filledRegister(RESIDENTS);
  try {
    const serving = await openServing(filled.register, filled.config, { anyPort: true, onFault: () => {} });
    try {
      const page = await fetched(`${serving.url}/`);
      const manifest = manifestOf('public');
      const addresses = [...page.text.matchAll(/(?:href|src)="(\/aset\/[^"]+)"/g)].map(([, address]) => address!);
      const islands = [...page.text.matchAll(/data-island="(\w+)"/g)].map(([, name]) => `islands/${name}.ts`);
      addresses.push(...filesOf(manifest, islands).map((file) => `/aset/publik/${file}`));
      let bytes = page.bytes + fontBytes('public', manifest, FONTS);
      for (const address of new Set(addresses)) bytes += (await fetched(serving.url + address)).bytes;
      return bytes;
    } finally {
      await serving.close();
    }
  } finally {
    await filled.remove();
  }
}

/** As a browser asks for it; refuses anything but 200. */
async function fetched(url: string): Promise<{ bytes: number; text: string }> {
  const [answer] = (await once(get(url, { headers: { 'accept-encoding': 'br', accept: '*/*' } }), 'response')) as [
    IncomingMessage,
  ];
  const body = await buffer(answer);
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  const packed = answer.headers['content-encoding'] === 'br';
  return { bytes: body.length, text: (packed ? brotliDecompressSync(body) : body).toString() };
}

function bytesOf(folder: string, manifest: Manifest, first: readonly string[]): number {
  return filesOf(manifest, first).reduce((sum, file) => sum + gzipped(folder, file), 0);
}

/** The chunks `first` and all that they import before they run, each once. */
function filesOf(manifest: Manifest, first: readonly string[]): string[] {
  const chunks = new Set<string>();
  const visit = (key: string) => {
    if (chunks.has(key)) return;
    chunks.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  first.forEach(visit);
  return [...new Set([...chunks].flatMap((key) => [manifest[key]!.file, ...(manifest[key]!.css ?? [])]))];
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
