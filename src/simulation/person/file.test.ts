import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCivilDate } from '../../core/time/index.ts';
import {
  dirtyRecords,
  nation,
  personAt,
  RESIDENT_COLUMNS,
  residentRow,
  simulateCommands,
  writeResidents,
} from './index.ts';

const asOf = asCivilDate('2018-06-30');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jatidiri-nation-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hash = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

describe('a file of residents', () => {
  it('is the same byte for byte with one thread, with two and with three', async () => {
    const hashes = [];
    for (const workers of [0, 2, 3]) {
      const out = join(folder, `${workers}.csv`);
      await writeResidents({ seed: 'a', count: 40_001, asOf, out, workers });
      hashes.push(await hash(out));
    }
    expect(new Set(hashes).size).toBe(1);
    const other = join(folder, 'b.csv');
    await writeResidents({ seed: 'b', count: 40_001, asOf, out: other, workers: 0 });
    expect(await hash(other)).not.toBe(hashes[0]);
  });

  it('has the columns of the register and one line of 29 plain fields a person', async () => {
    const out = join(folder, 'small.csv');
    await writeResidents({ seed: 'a', count: 5000, asOf, out });
    const [header, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(header).toBe(RESIDENT_COLUMNS.join(','));
    expect(lines).toHaveLength(5000);
    expect(lines.every((line) => line.split(',').length === 29 && /^[ -!#-~]*$/.test(line))).toBe(true);
    expect(lines[123]).toBe(
      Object.values(residentRow(personAt(nation({ seed: 'a', count: 5000, asOf }), 123))).join(','),
    );
    const row = residentRow(personAt(nation({ seed: 'a', count: 5000, asOf }), 123));
    expect(row.KODE_WILAYAH).toMatch(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
    expect(row.TANGGAL_LAHIR).toMatch(/^\d{2}-\d{2}-\d{4}$/);
    expect(row.JENIS_KELAMIN).toMatch(/^(LAKI-LAKI|PEREMPUAN)$/);
  });

  it('is what `simulate residents` writes, and the command refuses a count that is no number', async () => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    program.command('other');
    simulateCommands.add(program);
    for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
    const out = join(folder, 'command.csv');
    const run = (count: string) =>
      program.parseAsync(['simulate', 'residents', '--count', count, '--seed', 'a', '--out', out, '--as-of', asOf], {
        from: 'user',
      });
    await run('5000');
    expect(await hash(out)).toBe(await hash(join(folder, 'small.csv')));
    for (const command of program.commands[1]!.commands)
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    await expect(run('many')).rejects.toThrow(/bilangan bulat/);
  });
});

describe('dirty records', () => {
  const small = nation({ seed: 'kotor', count: 20_000, asOf });
  const dirt = { typos: 0.05, oldSpelling: 0.04, duplicates: 0.02, moved: 0.03, roundedNiks: 0.01 };
  const records = [...dirtyRecords(small, dirt)];
  const share = (kind: string) => records.filter((record) => (record.kinds as string[]).includes(kind)).length / 20_000;

  it('tell who they really are, and come in the fractions asked for', () => {
    expect(share('typo')).toBeCloseTo(0.05, 2);
    expect(share('duplicate')).toBeCloseTo(0.02, 2);
    expect(share('moved')).toBeCloseTo(0.03, 2);
    expect(share('roundedNik')).toBeCloseTo(0.01, 2);
    expect(share('oldSpelling')).toBeGreaterThan(0.02);
    for (const { truth, kinds, row } of records) {
      const real = residentRow(personAtCached(truth));
      if (kinds[0] === 'clean') expect(row).toEqual(real);
      else expect(row).not.toEqual(real);
    }
  });

  it('give a person registered twice a NIK that nobody else has, on a day that exists', () => {
    const niks = new Set<string>();
    for (const { kinds, row } of records) {
      if (kinds.includes('roundedNik')) continue;
      if (niks.has(row.NIK)) expect.fail(`${row.NIK} twice`);
      niks.add(row.NIK);
      const [day, month, year] = row.TANGGAL_LAHIR.split('-').map(Number);
      expect(new Date(Date.UTC(year!, month! - 1, day)).getUTCDate()).toBe(day);
    }
  });

  it('are the people themselves where no dirt is asked for', () => {
    const clean = [...dirtyRecords(nation({ seed: 1, count: 100, asOf }), {})];
    expect(clean.map((record) => record.truth)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(clean.every((record) => record.kinds[0] === 'clean')).toBe(true);
  });

  const cache = new Map<number, ReturnType<typeof personAt>>();
  function personAtCached(n: number) {
    if (!cache.has(n)) cache.set(n, personAt(small, n));
    return cache.get(n)!;
  }
});
