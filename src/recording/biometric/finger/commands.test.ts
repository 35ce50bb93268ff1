import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../../cli/run.ts';
import { asPng, givenMinutiae, givenPrint } from './evaluate/given-print.ts';
import { readMinutiaeRecord } from './minutiae-record.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jatidiri-prints-'));
  await mkdir(at('set'));
  for (const finger of [1, 2, 3])
    for (const [impression, dpi] of [500, 72].entries()) {
      const print = givenPrint(finger, { shift: 7 * (impression + 1) });
      await writeFile(at('set', `${finger}_${impression + 1}.png`), await asPng({ ...print, dpi }));
    }
  await writeFile(at('set', '4_1.png'), await wall());
  await writeFile(at('set', 'catatan.txt'), 'no print');
});
afterAll(() => rm(folder, { recursive: true }));

const wall = () => asPng({ width: 260, height: 260, pixels: new Uint8Array(260 * 260).fill(153), dpi: 500 });

/** Runs a command line and catches what it prints. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const take = (key: keyof typeof said) => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(take('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(take('err'));
  try {
    return { code: await runCommandLine(args), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const evaluate = (...args: string[]) => run('biometric', 'evaluate', 'fingerprint', ...args);

describe('biometric evaluate fingerprint', () => {
  test('compares every pair of a set, counts what failed, writes scores and the worst pairs to look at', async () => {
    const files = ['--scores', at('scores.csv'), '--worst', '2', '--out', at('worst')];
    const { code, out, err } = await evaluate(at('set'), '--threads', '2', ...files, '--json');
    expect(code).toBe(0);
    const { sets, pooled, extractMs, matchesPerSecond, ...rest } = JSON.parse(out);
    expect(rest).toMatchObject({ failedToExtract: 1, otherFiles: 1, resolutionAssumed: 3 });
    expect(sets).toMatchObject([{ name: 'set', prints: 7, eer: pooled.eer }]);
    // Too few pairs of two fingers to speak of one in a hundred, let alone in a thousand.
    expect(pooled).toMatchObject({
      genuine: 3,
      impostor: 18,
      fnmrAtFmr1e2: null,
      fnmrAtFmr1e3: null,
      eerInterval: null,
    });
    expect(pooled.eer).toBeLessThan(0.2);
    expect(Math.min(extractMs, matchesPerSecond)).toBeGreaterThan(0);
    expect(err).toContain('set/4_1.png: Tidak ada sidik jari di gambar.');

    const rows = (await readFile(at('scores.csv'), 'utf8')).trim().split('\n');
    expect(rows).toHaveLength(1 + 21);
    expect(rows[0]).toBe('a,b,same,score');
    expect(rows.filter((row) => row.includes('4_1.png')).every((row) => row.endsWith(',0,0'))).toBe(true);

    expect((await readdir(at('worst'))).toSorted()).toEqual([
      'genuine-001.svg',
      'genuine-002.svg',
      'impostor-001.svg',
      'impostor-002.svg',
      'index.html',
    ]);
    const svg = await readFile(at('worst', 'genuine-001.svg'), 'utf8');
    expect(svg.match(/href="data:image\/png/g)).toHaveLength(2);
    const page = await readFile(at('worst', 'index.html'), 'utf8');
    expect(page).toContain('set/4_1.png (biometric.no_finger)');
    // They ask nobody for anything.
    expect((svg + page).replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  test('says which folder or file is wrong and why', async () => {
    await mkdir(at('empty'));
    await mkdir(at('twice'));
    for (const name of ['1_1.png', '1_1.tif']) await copyFile(at('set', '1_1.png'), at('twice', name));
    for (const [args, refused] of [
      [[at('nowhere')], 'biometric.prints_unreadable'],
      [[at('empty')], 'biometric.prints_missing'],
      [[at('twice')], 'biometric.prints_twice'],
      [[at('set'), `${at('set')}/`], 'biometric.prints_twice'],
    ] as const) {
      const { code, out } = await evaluate(...args, '--json');
      expect([code, JSON.parse(out).code]).toEqual([2, refused]);
    }
    expect((await evaluate(at('set'), '--worst', '3')).code).toBe(2);
  });
});

describe('biometric extract', () => {
  test('writes a template in which the minutiae lie where the print has them, and draws them', async () => {
    const files = ['--out', at('one.fmr'), '--svg', at('one.svg'), '--finger', '7'];
    const { code, out } = await run('biometric', 'extract', at('set', '1_1.png'), ...files, '--json');
    expect(code).toBe(0);
    const record = readMinutiaeRecord(await readFile(at('one.fmr')));
    expect(record).toMatchObject({ finger: 7, width: 260, xPixelsPerCm: 197 });
    expect(JSON.parse(out)).toMatchObject({ minutiae: record.minutiae.length, quality: record.quality });
    const near = givenMinutiae(1).filter((given) =>
      record.minutiae.some(({ x, y }) => Math.hypot(x - given.x - 7, y - given.y - 3.5) < 8),
    );
    expect(near.length).toBeGreaterThan(0.8 * givenMinutiae(1).length);
    expect(await readFile(at('one.svg'), 'utf8')).toMatch(/^<svg [\s\S]*class="field"[\s\S]*<\/svg>\n$/);
  });

  test('refuses a picture without a finger, or of a resolution that no sensor has, and writes nothing', async () => {
    const { code, out, err } = await run('biometric', 'extract', at('set', '4_1.png'), '--out', at('no.fmr'), '--json');
    expect([code, JSON.parse(out).code]).toEqual([2, 'biometric.no_finger']);
    expect(err).toContain('Tidak ada sidik jari di gambar.');
    const badly = await run('biometric', 'extract', at('set', '1_2.png'), '--out', at('no.fmr'), '--json');
    expect([badly.code, JSON.parse(badly.out).code]).toEqual([2, 'biometric.picture_resolution']);
    expect(await readdir(folder)).not.toContain('no.fmr');
  });
});
