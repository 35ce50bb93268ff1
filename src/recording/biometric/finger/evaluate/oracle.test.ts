import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, type TestContext } from 'vitest';
import { takeMinutiae } from '../take-minutiae.ts';

const PRINTS = ['../../shared/data/fingerprint', '../shared/data/fingerprint'].flatMap((folder) =>
  globSync(`${folder}/*/10[1-5]_1.png`),
);
const dir = mkdtempSync(join(tmpdir(), 'jatidiri-oracle-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The caller of Debian's libfprint, or why there is none. */
function oracle(skip: TestContext['skip']): string {
  if (PRINTS.length === 0) skip('no prints in ../shared/data/fingerprint');
  const made = join(dir, 'oracle');
  const source = fileURLToPath(new URL('./oracle.c', import.meta.url));
  const libraries = ['-l:libfprint-2.so.2', '-l:libglib-2.0.so.0'];
  const { status } = spawnSync('gcc', [
    '-o',
    made,
    source,
    '-Wl,--unresolved-symbols=ignore-in-shared-libs',
    ...libraries,
  ]);
  if (status !== 0) skip('no gcc, or no libfprint-2-2');
  return made;
}

/** Half of what is found of a print is the better half. */
const BETTER = 0.5;
const APART = 8;

test('four of five of our better minutiae lie within 8 pixels of one that MINDTCT finds', async ({ skip }) => {
  const made = oracle(skip);
  let [near, of] = [0, 0];
  for (const path of PRINTS) {
    const { picture, found } = await takeMinutiae(readFileSync(path), { dpi: 500 });
    const { width, height, pixels } = picture;
    const { status, stdout } = spawnSync(made, [String(width), String(height)], { input: pixels });
    expect(status).toBe(0);
    const theirs = stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number) as [number, number]);
    const best = found.minutiae.toSorted((a, b) => b.quality - a.quality);
    for (const { x, y } of best.slice(0, Math.ceil(BETTER * best.length))) {
      of++;
      if (theirs.some(([tx, ty]) => Math.hypot(tx - x, ty - y) <= APART)) near++;
    }
  }
  expect(near / of).toBeGreaterThan(0.8);
});
