/**
 * `npm run bench -- fingerprint`: one thread's work on fingers (a picture's minutiae, the full comparison, the first look), and how much of a gallery of `size`
 * fingers an index of hashed cylinders must look at to reach 95 of 100 mates.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import {
  buildFingerIndex,
  countVotes,
  MOST_PEOPLE,
  readFingerIndex,
  shareOfVotes,
} from '../src/recording/biometric/engine/finger-index.ts';
import { hashFinger, TABLES } from '../src/recording/biometric/engine/finger-hash.ts';
import { STAGES } from '../src/recording/biometric/engine/stages.ts';
import { fingerComparer } from '../src/recording/biometric/finger/compare.ts';
import { CELL_X, CELL_Y } from '../src/recording/biometric/finger/cylinder/tables.ts';
import { ANGLE, fingerCode, STRIDE, X, Y, type FingerCode } from '../src/recording/biometric/finger/cylinder.ts';
import { extractFinger } from '../src/recording/biometric/finger/extract/extract.ts';
import { BATCH, openFirstStage, probeFinger } from '../src/recording/biometric/kernel/first-stage.ts';
import { packedWords, packFinger } from '../src/recording/biometric/kernel/packed-finger.ts';
import { readMinutiaeRecord, type MinutiaeRecord } from '../src/recording/biometric/finger/minutiae-record.ts';
import { bodyOf, mix, recordBody } from '../src/simulation/index.ts';
import { figure, median, type Bench, type Figure } from './bench.ts';
import { pressAll } from './load/press.ts';

const SEED = 'fingers';
const PICTURES = fileURLToPath(new URL('../../shared/data/fingerprint/', import.meta.url));
const MOST_PICTURES = 40;
const MOST_PROBES = 500;
/** So many fingers are pressed besides the mates; in a larger gallery the others are a half of one of them beside a half of another. */
const STOCK = 20_000;
/** Fingers that have an index together, as in the gallery. */
const SHELF = STAGES.index!.shelf;
/** Fingers that are compared with one another for the rates. */
const SOME = 256;
/** People whose ten fingers are made ready, again and again. */
const PEOPLE = 40;
const ROUNDS = 11;

export const bench: Bench = async ({ size = 10_000 }) => {
  const probes = await pressed(Math.min(size, MOST_PROBES), 2);
  const some = probes.slice(0, SOME);
  const extraction = await extractMs();
  const ready = readyPerSecond();
  const reached = await penetration(size, probes);
  const figures: Figure[] = [
    ...(extraction === null ? [] : [figure('fingerprint.extract_ms', extraction, 'ms')]),
    figure('fingerprint.ready_per_second', ready.people, '1/s', ready.limit),
    figure('fingerprint.matches_per_second', matchesPerSecond(some), '1/s'),
    figure('fingerprint.first_stage_per_second', firstStagePerSecond(some), '1/s'),
    figure('fingerprint.penetration', reached.share, 'share'),
  ];
  return {
    name: 'fingerprint',
    size,
    figures,
    leftOut: [
      ...(extraction === null ? [`extract_ms: there are no pictures in ${PICTURES}`] : []),
      'ready_per_second: ten fingers of minutiae each, 45 in the middle, to their codes; the limit does nothing but multiply and add, as often as they must',
      `fingers are simulated, one of each person, ${cylindersOf(some)} cylinders in the middle`,
      `penetration: ${probes.length} second visits, ${TABLES} tables; in the middle ${reached.middle} fingers stand above or beside the mate; 99 % are reached in ${reached.wide.toPrecision(2)} of the gallery`,
      ...(size > probes.length + STOCK
        ? [
            `${probes.length + STOCK} fingers were pressed; each other is a half of one of them beside a half of another`,
          ]
        : []),
      `the index takes ${(reached.bytes / size).toFixed(0)} B a finger and answers in ${reached.ms.toFixed(1)} ms`,
    ],
  };
};

async function pressed(end: number, visit: number): Promise<FingerCode[]> {
  const codes: FingerCode[] = [];
  await pressAll({ what: 'fingers', seed: SEED, visit, end }, ({ from, fingers }) => {
    fingers.forEach((code, n) => (codes[from + n] = code));
  });
  return codes;
}

const cylindersOf = (codes: readonly FingerCode[]) => median(codes.map(({ count }) => count));

/** Null where there are no pictures. */
async function extractMs(): Promise<number | null> {
  if (!existsSync(PICTURES)) return null;
  const files = readdirSync(PICTURES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
  const step = Math.max(1, Math.floor(files.length / MOST_PICTURES));
  const took: number[] = [];
  for (const file of files.toSorted().filter((_, n) => n % step === 0)) {
    const { data, info } = await sharp(join(PICTURES, file)).greyscale().raw().toBuffer({ resolveWithObject: true });
    const image = { width: info.width, height: info.height, pixels: Uint8Array.from(data), dpi: 500 };
    const began = performance.now();
    extractFinger(image);
    took.push(performance.now() - began);
  }
  return took.length === 0 ? null : median(took);
}

interface Ready {
  /** Whose ten fingers were made ready in a second. */
  readonly people: number;
  /** If there were nothing to do but to add what each neighbour says of each of six directions to each cell in its reach. */
  readonly limit: number;
}

function readyPerSecond(): Ready {
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    recordBody(bodyOf(SEED, n), { number: 1, withoutFace: true }).map(({ bytes }) => readMinutiaeRecord(bytes)),
  );
  const touched = people.map((records) => records.reduce((sum, record) => sum + cellsTouched(fingerCode(record)), 0));
  const rates: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(...ratesOf(people, (records: MinutiaeRecord[]) => records.forEach((record) => fingerCode(record))));
    limits.push(...ratesOf(touched, addSixes));
  }
  return { people: median(rates), limit: median(limits) };
}

/** One by one, so that the middle of them does not know who else used the core in between. */
function ratesOf<Given>(given: readonly Given[], work: (one: Given) => void): number[] {
  return given.map((each) => {
    const began = performance.now();
    work(each);
    return 1000 / (performance.now() - began);
  });
}

/** Cells within 28 pixels of a neighbour, as the method has them, in all cylinders of a finger. */
function cellsTouched({ count, words }: FingerCode): number {
  let touched = 0;
  for (let n = 0; n < count; n++) {
    const angle = (words[n * STRIDE + ANGLE]! * Math.PI) / 128;
    for (let m = 0; m < count; m++) {
      if (m === n) continue;
      const dx = words[m * STRIDE + X]! - words[n * STRIDE + X]!;
      const dy = words[m * STRIDE + Y]! - words[n * STRIDE + Y]!;
      const x = Math.cos(angle) * dx + Math.sin(angle) * dy;
      const y = Math.cos(angle) * dy - Math.sin(angle) * dx;
      touched += CELL_X.filter((cell, c) => Math.hypot(cell - x, CELL_Y[c]! - y) <= 28).length;
    }
  }
  return touched;
}

const sums = new Float64Array(6);

function addSixes(times: number): void {
  for (let n = 0; n < times; n++) for (let k = 0; k < 6; k++) sums[k]! += 0.3 * k;
}

/** The full comparison, each with each; the middle of the rates of one finger with all. */
function matchesPerSecond(codes: readonly FingerCode[]): number {
  const compare = fingerComparer();
  const rates = codes.map((one) => {
    const began = performance.now();
    for (const other of codes) compare(one, other);
    return (1000 * codes.length) / (performance.now() - began);
  });
  return median(rates);
}

/** Copying into the kernel's memory and laying out the probe are in the time. */
function firstStagePerSecond(codes: readonly FingerCode[]): number {
  const stage = openFirstStage();
  const others = codes.map(packed);
  const rates = codes.map((one) => {
    const began = performance.now();
    stage.hold(probeFinger(one));
    for (let from = 0; from < others.length; from += BATCH) {
      for (const { words, cylinders } of others.slice(from, from + BATCH)) stage.take(words, 0, cylinders);
      stage.scores();
    }
    return (1000 * others.length) / (performance.now() - began);
  });
  return median(rates);
}

interface Reached {
  /** Of the gallery, for 95 of 100 mates. */
  readonly share: number;
  /** For 99 of 100. */
  readonly wide: number;
  /** Fingers that stand above or beside the mate, in the middle. */
  readonly middle: number;
  readonly ms: number;
  readonly bytes: number;
}

/** Finger n is the mate of probe n; a finger without a vote stands behind all that have one, in no order. */
async function penetration(size: number, probes: readonly FingerCode[]): Promise<Reached> {
  const real = await pressed(Math.min(size, probes.length + STOCK), 1);
  const halves =
    size > real.length ? real.slice(probes.length).map((code) => [half(code, 0), half(code, 1)] as const) : [];
  const codeOf = (n: number): FingerCode => {
    if (n < real.length) return real[n]!;
    const drawn = (side: 0 | 1) => halves[(mix(n, side) >>> 0) % halves.length]![side];
    return joined(drawn(0), drawn(1));
  };
  const indexes: SharedArrayBuffer[] = [];
  for (let from = 0; from < size; from += SHELF) {
    const count = Math.min(SHELF, size - from);
    indexes.push(
      buildFingerIndex(Array.from({ length: count }, (_, n) => ({ person: n, ...packed(codeOf(from + n)) }))),
    );
  }
  const votes = new Uint16Array(MOST_PEOPLE + 1);
  const shares = new Float32Array(size);
  const began = performance.now();
  const ranks = probes.map((probe, mate) => {
    const { words, at, cylinders } = packed(probe);
    const hashed = hashFinger(words, at, cylinders);
    for (const [shelf, index] of indexes.entries()) {
      const finger = readFingerIndex(index);
      countVotes(finger, hashed, votes);
      const from = shelf * SHELF;
      for (let n = 0; n < Math.min(SHELF, size - from); n++)
        shares[from + n] = shareOfVotes(votes[n]!, cylinders, finger.cylinders[n]!);
    }
    const own = shares[mate]!;
    if (own === 0) return size;
    let above = 0;
    for (const each of shares) if (each >= own) above++;
    return above;
  });
  const ms = (performance.now() - began) / probes.length;
  const bytes = indexes.reduce((sum, { byteLength }) => sum + byteLength, 0);
  ranks.sort((a, b) => a - b);
  const shareOf = (part: number) => ranks[Math.ceil(part * ranks.length) - 1]! / size;
  return { share: shareOf(0.95), wide: shareOf(0.99), middle: median(ranks), ms, bytes };
}

function packed(code: FingerCode): { words: Int32Array; at: number; cylinders: number } {
  const words = new Int32Array(packedWords(code.count));
  packFinger(code, words, 0);
  return { words, at: 0, cylinders: code.count };
}

/** The cylinders on one side of a finger's middle. */
function half({ count, words }: FingerCode, side: number): FingerCode {
  const middle = median(Array.from({ length: count }, (_, n) => words[n * STRIDE + X]!));
  const kept = Array.from({ length: count }, (_, n) => words.subarray(n * STRIDE, (n + 1) * STRIDE)).filter(
    (cylinder) => cylinder[X]! < middle === (side === 0),
  );
  return { count: kept.length, words: Int32Array.from(kept.flatMap((cylinder) => [...cylinder])) };
}

function joined(a: FingerCode, b: FingerCode): FingerCode {
  const words = new Int32Array(a.words.length + b.words.length);
  words.set(a.words);
  words.set(b.words, a.words.length);
  return { count: a.count + b.count, words };
}
