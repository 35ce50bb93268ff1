import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTable } from '../../../core/table/index.ts';
import { scratchFolder } from '../../../../test/given/scratch.ts';
import { compareLists } from './compare.ts';

const folder = mkdtempSync(join(scratchFolder(), 'jatidiri-lists-'));

function list(name: string, lines: readonly string[], head = 'NO,NIK,NAMA,TANGGAL LAHIR'): string {
  const file = join(folder, name);
  writeFileSync(file, `${[head, ...lines].join('\n')}\n`);
  return file;
}

const nik = (n: number) => `99010101019${String(n).padStart(5, '0')}`;

const FIRST = [
  `1,${nik(11)},SITI CONTOH,05-08-1990`,
  `2,${nik(12)},BUDI CONTOH SANTOSO,01-02-1980`,
  `3,${nik(13)},"CITRA CONTOH, S.H.",03-03-1970`,
  `4,${nik(14)},DEWI CONTOH,04-04-1994`,
  `5,${nik(15)},EKO CONTOH,05-05-1995`,
  `6,${nik(16)},FAJAR CONTOH,06-06-1996`,
  `7,${nik(11)},SITI CONTOH,05-08-1990`,
  `8,${nik(16)},GITA CONTOH,07-07-1997`,
  `9,"3,17507E+15",HADI CONTOH,08-08-1988`,
  `10,${nik(21)},INDAH CONTOH,09-09-1989`,
  `11,${nik(22)},JOKO CONTOH,10-10-1990`,
  `12,${nik(23)},JOKO CONTOH,10-10-1990`,
];
const SECOND = [
  `1,${nik(11)},Siti Contoh,1990-08-05`,
  `2,${nik(12)},BUDI CONTOH SANTOSA,01|02|1980`,
  `3,${nik(13)},CITRA CONTOH,3/3/1970`,
  `4,${nik(14)},ZAINAL LAIN,31-12-1950`,
  `5,${nik(35)},EKO CONTOH,05-05-1995`,
  `6,${nik(16)},FAJAR CONTOH,06-06-1996`,
  `7,${nik(37)},HADI CONTOH,08-08-1988`,
  `8,990101010190****,INDAH CONTOH,09-09-1989`,
  `9,980101010190****,KARTIKA CONTOH,31-02-1991`,
  `10,${nik(42)},JOKO CONTOH,10-10-1990`,
];

test('each person of two lists stands under one reason, and what a list says twice is counted apart', async () => {
  const out = join(folder, 'pasangan.csv');
  const [first, second] = [list('a.csv', FIRST), list('b.csv', SECOND)];
  const { seconds, ...compared } = await compareLists({ first, second, out });
  expect(seconds).toBeGreaterThan(0);
  expect(compared).toEqual({
    first: { rows: 12, nikUnreadable: 1, nikMasked: 0, dayUnreadable: 0, row_twice: 1, nik_twice_two_people: 1 },
    second: { rows: 10, nikUnreadable: 0, nikMasked: 2, dayUnreadable: 1, row_twice: 0, nik_twice_two_people: 0 },
    counts: {
      // SITI, CITRA without her title, FAJAR whose number GITA has too.
      same: 3,
      same_written_otherwise: 1,
      one_nik_two_people: 1,
      // EKO, and HADI whose number a spreadsheet has ruined.
      one_person_two_niks: 2,
      same_by_mask: 1,
      // JOKO: two in the first list, one in the second.
      several_alike: 3,
      only_first: 1,
      only_second: 1,
    },
  });
  const pairs = readFileSync(out, 'utf8').trim().split('\n');
  expect(pairs[0]).toBe('line_a,line_b,reason');
  expect(pairs).toContain('5,5,one_nik_two_people');
  expect(pairs.join()).not.toMatch(/CONTOH|9901/);
  // Everybody once: rows of the first but those written twice.
  const lines = pairs.slice(1).map((line) => line.split(','));
  expect(lines.map(([a]) => a).filter(Boolean).length).toBe(11);
  expect(lines.map(([, b]) => b).filter(Boolean).length).toBe(10);
});

test('the other way round the same is said of the other list, and a list agrees with itself', async () => {
  const [first, second] = [list('a.csv', FIRST), list('b.csv', SECOND)];
  const there = await compareLists({ first, second });
  const back = await compareLists({ first: second, second: first });
  expect(back.counts).toEqual({
    ...there.counts,
    only_first: there.counts.only_second,
    only_second: there.counts.only_first,
  });
  const { counts } = await compareLists({ first: second, second });
  expect(counts.same + counts.same_by_mask + counts.several_alike / 2 + counts.only_first).toBe(10);
});

test('a workbook is read as a list too', async () => {
  const file = join(folder, 'b.xlsx');
  const rows = SECOND.map((line) => line.split(','));
  const bytes: Buffer[] = [];
  for await (const piece of writeTable({ format: 'xlsx', columns: ['NO', 'NIK', 'NAMA', 'TANGGAL LAHIR'], rows }))
    bytes.push(piece);
  writeFileSync(file, Buffer.concat(bytes));
  const { counts } = await compareLists({ first: list('b.csv', SECOND), second: file });
  expect(counts.same).toBe(8);
});

test('a list that is missing, is no table, lacks a column or would be written over is refused by name, and nothing is left', async () => {
  const first = list('a.csv', FIRST);
  const wrong = (second: string, out?: string) =>
    compareLists({ first, second, out }).then(
      () => 'compared',
      ({ code }) => code as string,
    );
  expect(await wrong(join(folder, 'tidak-ada.csv'))).toBe('voter.list_missing');
  expect(await wrong(list('kolom.csv', ['1,2'], 'NO,NIK'))).toBe('voter.list_columns');
  const bytes = join(folder, 'gambar.csv');
  writeFileSync(bytes, Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7919) % 256)));
  expect(await wrong(bytes)).toMatch(/^voter\.list_(unreadable|columns)$/);
  expect(await wrong(list('b.csv', SECOND), first)).toBe('voter.list_out_is_list');
  expect(existsSync(join(folder, 'hasil.csv'))).toBe(false);
});

test('what is set aside because it is letter by letter the same changes nothing: with it and without it two lists say the same', async () => {
  let seed = 5;
  const roll = (n: number) => ((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
  const pick = <T>(of: readonly T[]): T => of[roll(of.length)]!;
  const line = () => {
    const cells = [
      pick([nik(roll(90) + 1), nik(roll(90) + 1), '990101010190****', '1111111111111111', '3,17507E+15', '']),
      pick(['SITI CONTOH', 'SITI  CONTOH', 'Siti Contoh', 'BUDI CONTOH', '"CITRA, S.H."', 'JOKO CONTOH', '']),
      pick(['05-08-1990', '1990-08-05', '31-01-1990', '31-02-1990', '05|08|1990', '']),
    ];
    return cells[0]!.includes(',') ? [`"${cells[0]}"`, ...cells.slice(1)].join(',') : cells.join(',');
  };
  const several = (of: readonly string[]) => [...of, ...Array.from({ length: 60 }, line)];
  const both = Array.from({ length: 200 }, line);
  const [one, other] = [several(both), several(both.toReversed())];
  // A header in quotes is not looked at closely: all of it goes the other way.
  const write = (head: string, end: string) => {
    const [first, second] = [join(folder, 'satu.csv'), join(folder, 'dua.csv')];
    writeFileSync(first, [head, ...one].join(end));
    writeFileSync(second, [head, ...other, ''].join(end));
    return { first, second, out: join(folder, `hasil-${end.length}-${head.length}.csv`) };
  };
  const said = async (lists: ReturnType<typeof write>) => {
    const { seconds: _, ...compared } = await compareLists(lists);
    return { ...compared, pairs: readFileSync(lists.out, 'utf8').trim().split('\n').toSorted() };
  };
  const whole = await said(write('"NIK","NAMA","TANGGAL LAHIR"', '\n'));
  expect(whole.counts.same).toBeGreaterThan(20);
  expect(await said(write('NIK,NAMA,TANGGAL LAHIR', '\n'))).toEqual(whole);
  expect(await said(write('NIK,NAMA,TANGGAL LAHIR', '\r\n'))).toEqual(whole);
  const clean = list('bersih.csv', FIRST.slice(0, 6));
  expect((await compareLists({ first: clean, second: clean })).counts.same).toBe(6);
});
