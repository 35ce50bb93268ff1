/**
 * Makes worse versions of sets of prints, a folder a way, for `biometric evaluate fingerprint`: how an extractor and a comparison bear what the sets do
 * not have. The same pictures every time.
 *
 *     node dev/worsen.ts SET... --out DIR [--way dry --way wet]
 *     npx jatidiri biometric evaluate fingerprint SET... DIR/*
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { readPrintSets } from '../src/recording/biometric/finger/evaluate/print-set.ts';
import { randomOf } from '../src/recording/biometric/finger/synthetic/random.ts';
import { readFingerPicture } from '../src/recording/biometric/picture/finger-picture.ts';
import type { Picture } from './worsen/picture.ts';
import { WAYS } from './worsen/ways.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, way: { type: 'string', multiple: true } },
});
const ways = values.way ?? Object.keys(WAYS);
const unknown = ways.find((name) => !(name in WAYS));
if (!values.out || positionals.length === 0 || unknown !== undefined) {
  console.error(`node dev/worsen.ts SET... --out DIR [--way NAME]; ways: ${Object.keys(WAYS).join(', ')}`);
  process.exit(2);
}

for (const set of await readPrintSets(positionals)) {
  const pictures = await Promise.all(set.prints.map(({ path }) => opened(path)));
  for (const name of ways) {
    // A set is named by its whole path where two have one name.
    const folder = join(values.out, `${set.name.replaceAll(/[^\w.-]+/g, '-')}-${name}`);
    await mkdir(folder, { recursive: true });
    for (const [n, print] of set.prints.entries()) {
      const seed = createHash('sha256').update(`${name} ${set.name} ${print.name}`).digest().readInt32LE();
      const others = pictures.filter((_, at) => set.prints[at]!.finger !== print.finger);
      const other = others[Math.floor(randomOf(seed, 1).between(0, others.length))] ?? pictures[n]!;
      const worse = WAYS[name]!(pictures[n]!, randomOf(seed, 0), other);
      await written(worse, join(folder, `${parse(print.name).name}.png`));
    }
  }
}

async function opened(path: string): Promise<Picture> {
  const { pixels, ...read } = await readFingerPicture(await readFile(path));
  return { ...read, greys: Float32Array.from(pixels) };
}

async function written({ width, height, greys, dpi }: Picture, path: string): Promise<void> {
  const bytes = Uint8Array.from(greys, (grey) => Math.max(0, Math.min(255, Math.round(grey))));
  await sharp(bytes, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .toColourspace('b-w')
    .png()
    .toFile(path);
}
