import { Command } from 'commander';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MAPPING, writeTwiceRecorded } from '../../../bench/load/second-record.ts';
import type { CommandContext } from '../../core/command.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { linkageCommands } from './commands.ts';
import { runLinkage, type RunDone } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-linkage-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, name);
function file(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

async function run(...words: string[]): Promise<RunDone> {
  let done: unknown;
  const context: CommandContext = {
    withRegister: () => Promise.reject(new Error('linkage needs no register')),
    print(_, document, lines) {
      expect(lines().join('\n')).toMatch(/rekaman/);
      done = document;
    },
    fails: () => undefined,
  };
  const program = new Command().exitOverride();
  linkageCommands.add(program, context);
  await program.parseAsync(['linkage', 'run', ...words], { from: 'user' });
  return done as RunDone;
}

async function refusal(words: readonly string[]): Promise<Refusal> {
  const error = await run(...words).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

const FEBRL = join(process.env['JATIDIRI_SHARED'] ?? '../shared', 'data/linkage/febrl1.csv');
if (!existsSync(FEBRL)) process.stderr.write(`skipped, there is no ${FEBRL}: the linkage of FEBRL's 1,000 records\n`);

test.skipIf(!existsSync(FEBRL))('FEBRL’s thousand records are linked with an F1 of at least 0.97', async () => {
  const done = await run(FEBRL, '--out', path('febrl.csv'), '--truth');
  expect(done).toMatchObject({ records: 1000 });
  expect(done.f1).toBeGreaterThanOrEqual(0.97);
  expect(done.precision).toBeGreaterThanOrEqual(0.99);
  expect(done.comparedPairs).toBeLessThan(20_000);
  const [header, ...lines] = readFileSync(path('febrl.csv'), 'utf8').trim().split('\n');
  expect(header).toBe('id_a,id_b,posterior,weight,cluster,reasons');
  expect(lines).toHaveLength(done.linkedPairs);
});

test('people recorded twice by careless hands are found among their neighbours, and nobody else', async () => {
  const nation = { seed: 'linkage', count: 12_000, asOf: asCivilDate('2018-06-30') };
  await writeTwiceRecorded(nation, path('nation.csv'));
  const words = [path('nation.csv'), '--map', file('map.json', MAPPING), '--out', path('pairs.csv'), '--truth'];
  // Others may be linking on this machine: the engine's overflow is looked for where only this test has it.
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = mkdtempSync(path('overflow-'));
  const done = await run(...words, '--language', 'en').finally(() => {
    expect(readdirSync(tmpdir())).toEqual([]);
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  });
  expect(done.precision).toBeGreaterThanOrEqual(0.99);
  expect(done.recall).toBeGreaterThanOrEqual(0.93);
  expect(readFileSync(path('pairs.csv'), 'utf8')).toMatch(/same mother and father \+\d+\.\d/);
});

const HEAD = 'NO;NAMA;LAHIR;IBU;AYAH;NIK\n';
const TWINS = `${HEAD}1;HASAN CONTOH;05-08-1990;SITI CONTOH;BUDI CONTOH;3175070508909001
2;HUSEIN CONTOH;05-08-1990;SITI CONTOH;BUDI CONTOH;3175070508909002
3;HASSAN TJONTOH;08-05-1990;SITI TJONTOH;BUDI CONTOH;
4;WULANDARI;11-11-1971;AMINAH;JOKO;3175075111719001
`;
const MAP = JSON.stringify({
  id: 'NO',
  name: 'NAMA',
  birthDate: 'LAHIR',
  motherName: 'IBU',
  fatherName: 'AYAH',
  nik: 'NIK',
});

test('of twins one is recorded twice: his records are linked, his twin is not', async () => {
  const done = await run(file('twins.csv', TWINS), '--map', file('twins.json', MAP), '--out', path('twins-out.csv'));
  expect(done).toMatchObject({ records: 4, linkedPairs: 1, clusters: 1 });
  expect(readFileSync(path('twins-out.csv'), 'utf8')).toMatch(/\n1,3,.*ibu dan ayah sama/);
});

test('an id that a spreadsheet would take for a formula is escaped', async () => {
  const text = TWINS.replace('\n1;', '\n=1+1;').replace('\n3;', '\n@3;');
  await run(file('formula.csv', text), '--map', file('formula.json', MAP), '--out', path('formula-out.csv'));
  expect(readFileSync(path('formula-out.csv'), 'utf8')).toMatch(/\n'=1\+1,'@3,/);
});

describe('what cannot be used is refused with exit code 2 and a word for why', () => {
  const out = ['--out', path('never.csv')];
  let maps = 0;
  const mapped = (map: string) => ['--map', file(`bad-${maps++}.json`, map)];

  test.each<[string, string, string[], string, Record<string, unknown>]>([
    ['no id column', 'NAMA,LAHIR\nSITI,1990-08-05\n', [], 'linkage.no_mapping', { column: 'rec_id' }],
    [
      'a mapped column is missing',
      TWINS,
      mapped(MAP.replace('"IBU"', '"NAMA IBU"')),
      'linkage.no_column',
      { column: 'NAMA IBU' },
    ],
    [
      'an unknown field',
      TWINS,
      mapped('{"id":"NO","name":"NAMA","shoe":"NIK"}'),
      'linkage.mapping_field',
      { field: 'shoe' },
    ],
    ['a mapping without id', TWINS, mapped('{"name":"NAMA","nik":"NIK"}'), 'linkage.mapping_needs', { field: 'id' }],
    ['a mapping of a name only', TWINS, mapped('{"id":"NO","name":"NAMA"}'), 'linkage.mapping_needs', {}],
    ['a mapping that is no JSON', TWINS, mapped('NO=id'), 'linkage.mapping_unreadable', {}],
    ['an empty file', '', mapped(MAP), 'table.empty', {}],
    ['headers only', HEAD, mapped(MAP), 'linkage.no_records', {}],
    ['a file cut in half', TWINS.slice(0, 130), mapped(MAP), 'table.cut', {}],
    ['a row that is too short', TWINS.replace(';3175070508909001', ''), mapped(MAP), 'linkage.ragged_row', { row: 2 }],
    ['an id twice', TWINS.replace('\n2;', '\n1;'), mapped(MAP), 'linkage.id_twice', { id: '1', row: 3, before: 2 }],
    ['a row without id', TWINS.replace('\n2;', '\n;'), mapped(MAP), 'linkage.no_id', { row: 3 }],
    ['ids that tell no truth', TWINS, [...mapped(MAP), '--truth'], 'linkage.no_truth', { id: '1' }],
  ])('%s', async (_, text, words, code, values) => {
    const refused = await refusal([file('bad.csv', text), ...out, ...words]);
    expect(refused.code).toBe(code);
    expect(refused.status).toBe(422);
    expect(refused.values).toMatchObject(values);
    expect(existsSync(path('never.csv'))).toBe(false);
  });

  test('a file that is not there, and a place where nothing can be written', async () => {
    expect((await refusal([path('nowhere.csv'), ...out])).code).toBe('linkage.no_file');
    const self = file('self.csv', TWINS);
    expect((await refusal([self, '--out', self, ...mapped(MAP)])).code).toBe('linkage.out_is_file');
    expect(readFileSync(self, 'utf8')).toBe(TWINS);
    const words = [file('ok.csv', TWINS), '--map', file('ok.json', MAP), '--out', path('no/folder/out.csv')];
    expect((await refusal(words)).code).toBe('linkage.cannot_write');
  });
});

test('NIKs that a spreadsheet has rounded link nobody by themselves', async () => {
  const rounded = `${HEAD}1;BUDI;05-08-1990;;;3175070508900000\n2;WULANDARI;05-08-1990;;;3175070508900000\n3;JOKO;01-02-1971;;;3175070102719010\n4;AGUS;01-02-1971;;;3175070102719010\n`;
  const done = await run(
    file('rounded.csv', rounded),
    '--map',
    file('rounded.json', MAP),
    '--out',
    path('rounded-out.csv'),
  );
  expect(done.linkedPairs).toBe(0);
});

test('the same file gives the same pairs', async () => {
  const given = { file: file('again.csv', TWINS), map: file('again.json', MAP), out: path('again-1.csv') };
  await runLinkage(given);
  await runLinkage({ ...given, out: path('again-2.csv') });
  expect(readFileSync(path('again-1.csv'))).toEqual(readFileSync(path('again-2.csv')));
});
