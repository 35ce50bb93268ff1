import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../../test/given/scratch.ts';
import { compareBlind, FILES } from './blind.ts';
import { multiplier, newKey, pointOf } from './curve.ts';

const folder = mkdtempSync(join(scratchFolder(), 'jatidiri-blind-'));
const nik = (n: number) => `99010101019${String(n).padStart(5, '0')}`;

function list(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${['NO,NIK,NAMA,TANGGAL LAHIR', ...lines.map((line, n) => `${n},${line}`)].join('\n')}\n`);
  return file;
}

/** The supervisor's list and a party's. */
const FIRST = [
  `${nik(11)},SITI CONTOH,05-08-1990`,
  `${nik(12)},BUDI CONTOH,01-02-1980`,
  `${nik(14)},DEWI CONTOH,04-04-1994`,
  `${nik(15)},EKO CONTOH,05-05-1995`,
  `${nik(16)},FAJAR CONTOH,06-06-1996`,
  `${nik(11)},SITI CONTOH,05-08-1990`,
  `${nik(16)},GITA CONTOH,07-07-1997`,
  `${nik(21)},INDAH CONTOH,09-09-1989`,
  `${nik(22)},JOKO CONTOH,10-10-1990`,
  `${nik(23)},JOKO CONTOH,10-10-1990`,
  `990101010190****,KARTIKA CONTOH,11-11-1991`,
];
const SECOND = [
  `${nik(11)},Siti Contoh,1990-08-05`,
  `${nik(12)},BOEDI CONTOH,01|02|1980`,
  `${nik(14)},ZAINAL LAIN,31-12-1950`,
  `${nik(35)},EKO CONTOH,05-05-1995`,
  `${nik(16)},FAJAR CONTOH,06-06-1996`,
  `${nik(42)},JOKO CONTOH,10-10-1990`,
  `${nik(51)},LINA CONTOH,**|**|****`,
];

test('two keys, one after the other, give one point whichever comes first, and another text another point', () => {
  const [one, other] = [multiplier(newKey()), multiplier(newKey())];
  for (const text of ['number 1', 'number 2', 'person 7 1990-01-01']) {
    const point = pointOf(text);
    expect(other(one(point)).equals(one(other(point)))).toBe(true);
    expect(one(point).equals(point)).toBe(false);
  }
  expect(pointOf('number 1').equals(pointOf('number 2'))).toBe(false);
  expect(() => one(Buffer.alloc(32))).toThrow();
});

test('two sides count, without showing either list, who is in both and why they differ; both get the same numbers', async () => {
  const [mine, theirs] = [join(folder, 'bawaslu'), join(folder, 'partai')];
  const step = (dir: string, file: string) => compareBlind({ file, dir, least: 1 });
  const begun = await step(mine, list('a.csv', FIRST));
  expect(begun).toMatchObject({ step: 'begin', rows: 11, noNumber: 1, noPerson: 0 });
  expect(await step(theirs, list('b.csv', SECOND))).toMatchObject({ step: 'begin', rows: 7, noNumber: 0, noPerson: 1 });
  expect(await step(theirs, join(mine, FILES.first))).toMatchObject({ step: 'answer', rows: 11 });
  expect(await step(mine, join(theirs, FILES.first))).toMatchObject({ step: 'answer', rows: 7 });
  const here = await step(mine, join(theirs, FILES.second));
  const there = await step(theirs, join(mine, FILES.second));
  expect(here).toMatchObject({
    step: 'count',
    first: { rows: 11, row_twice: 1, nik_twice_two_people: 1 },
    second: { rows: 7, row_twice: 0, nik_twice_two_people: 0 },
    counts: {
      // SITI, BUDI in the old spelling, FAJAR whose number GITA has too.
      same: 3,
      one_nik_two_people: 1,
      one_person_two_niks: 1,
      // JOKO: two in the first list, one in the second.
      several_alike: 3,
      // GITA, INDAH, KARTIKA.
      only_first: 3,
      only_second: 1,
    },
  });
  if (here.step !== 'count' || there.step !== 'count') throw new Error('not counted');
  expect(there.counts).toEqual({
    ...here.counts,
    only_first: here.counts.only_second,
    only_second: here.counts.only_first,
  });
  expect([there.first, there.second]).toEqual([here.second, here.first]);
  for (const file of [join(mine, FILES.first), join(mine, FILES.second)])
    expect(readFileSync(file, 'latin1')).not.toMatch(/CONTOH|9901/);
  expect(statSync(join(mine, FILES.key)).mode & 0o077).toBe(0);
});

test('a file that was cut or changed, of another comparison, one’s own or too short a list is refused by name', async () => {
  const [mine, theirs] = [join(folder, 'satu'), join(folder, 'partai')];
  const code = (dir: string, file: string, least = 1) =>
    compareBlind({ file, dir, least }).then(
      () => 'done',
      (fault: { code: string }) => fault.code,
    );
  expect(await code(mine, join(folder, 'bawaslu', FILES.first))).toBe('voter.blind_not_begun');
  expect(await code(mine, list('a.csv', FIRST))).toBe('done');
  expect(await code(mine, list('a.csv', FIRST))).toBe('voter.blind_begun');
  const sent = readFileSync(join(theirs, FILES.first));
  const changed = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  expect(await code(mine, changed('putus', sent.subarray(0, sent.length / 2)))).toBe('voter.blind_cut');
  const other = Buffer.from(sent);
  other[sent.length - 40]! ^= 1;
  expect(await code(mine, changed('ubah', other))).toBe('voter.blind_cut');
  expect(await code(mine, join(mine, FILES.first))).toBe('voter.blind_own');
  expect(await code(mine, join(theirs, FILES.first), 8)).toBe('voter.blind_few');
  expect(await code(mine, join(folder, 'partai', FILES.second))).toBe('voter.blind_other');
  expect(await code(mine, join(theirs, FILES.first))).toBe('done');
  expect(await code(mine, join(folder, 'bawaslu', FILES.first))).toBe('voter.blind_other');
  expect(await code(mine, list('kolom.csv', []).replace('kolom', 'tidak-ada'))).toBe('voter.list_missing');
});
