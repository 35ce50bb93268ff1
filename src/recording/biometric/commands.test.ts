import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../cli/run.ts';
import { evaluateFace } from './evaluate-face.ts';
import { normalised } from './face/face-template.ts';
import type { FaceEncoder } from './face/encoder.ts';
import { drawnFaces, drawnWall } from './face/given-picture.ts';
import { refuse } from './refusals.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jatidiri-faces-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function pairs(text: string): Promise<string> {
  const path = join(folder, 'pairs.csv');
  await writeFile(path, text);
  return path;
}

/** Runs a command line and catches what it prints. */
async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  const silent = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    return { code: await runCommandLine(args), out: out.join('') };
  } finally {
    write.mockRestore();
    silent.mockRestore();
  }
}

/** Says of each picture what stands in it as numbers. */
const reader: FaceEncoder = {
  name: 'reader-1',
  async encode(picture) {
    const values = Buffer.from(picture).toString().split(' ').map(Number);
    if (values.length < 8) throw refuse('biometric.no_face');
    return { embedding: normalised(values)!, quality: 50, box: { x: 0, y: 0, width: 1, height: 1 }, eyesOpen: true };
  },
  close: async () => undefined,
};

test('the rates are those of the pairs that could be compared, each picture is encoded once', async () => {
  await writeFile(join(folder, 'a1'), '1 0 0 0 0 0 0 0');
  await writeFile(join(folder, 'a2'), '1 1 0 0 0 0 0 0');
  await writeFile(join(folder, 'b1'), '0 0 0 0 0 0 0 1');
  await writeFile(join(folder, 'b2'), '9 0 0 0 0 0 0 1');
  await writeFile(join(folder, 'none'), 'a wall');
  const path = await pairs('a,b,same\na1,a2,1\nb1,b2,ya\na1,b1,0\na2,b1,no\nnone,a1,0\nnone,b1,1\n');
  const seen: number[] = [];
  const found = await evaluateFace({ folder, pairs: path, encoder: reader, onPicture: (done) => seen.push(done) });
  // Both kinds: same at 0.71 and 0.11, different at 0 and 0.
  expect(found).toMatchObject({ eer: 0, fnmrAtFmr1e2: 0, failedToDetect: 1 });
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('biometric evaluate face counts pictures without a face and says what it could not measure', async () => {
  await writeFile(join(folder, 'wall.png'), await drawnWall());
  await writeFile(join(folder, 'text.png'), 'no picture');
  await writeFile(join(folder, 'drawn.png'), await drawnFaces(1));
  const path = await pairs('a,b,same\nwall.png,drawn.png,0\ntext.png,drawn.png,0\ndrawn.png,drawn.png,1\n');
  const { code, out } = await run('biometric', 'evaluate', 'face', folder, '--pairs', path, '--json');
  expect(code).toBe(1);
  const { encodeMs, ...rest } = JSON.parse(out) as { encodeMs: number };
  expect(rest).toEqual({ eer: null, fnmrAtFmr1e2: null, failedToDetect: 2 });
  expect(encodeMs).toBeGreaterThan(0);
});

test('a file of pairs that is not there is wrong use', async () => {
  const { code, out } = await run('biometric', 'evaluate', 'face', folder, '--pairs', join(folder, 'no.csv'), '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'biometric.pairs_unreadable' });
});

test.for([
  ['without its columns', 'x,y\n1,2\n', 'biometric.pairs_columns'],
  ['a file that is not there', 'a,b,same\na1,nobody.png,1\n', 'biometric.pairs_value'],
  ['a way out of the folder', 'a,b,same\n../x,y,1\n', 'biometric.pairs_value'],
  ['neither same nor different', 'a,b,same\na1,a2,maybe\n', 'biometric.pairs_value'],
] as const)('a file of pairs that is wrong is wrong use: %s', async ([, text, refused]) => {
  const path = await pairs(text);
  await expect(evaluateFace({ folder, pairs: path, encoder: reader })).rejects.toThrow(refused);
  const { code, out } = await run('biometric', 'evaluate', 'face', folder, '--pairs', path, '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ ok: false, code: refused });
});
