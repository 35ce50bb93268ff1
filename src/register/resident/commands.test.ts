import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../core/command.ts';
import { nikCommands } from './commands.ts';

function run(...words: string[]): { out: string; exit: number } {
  const result = { out: '', exit: 0 };
  const context: CommandContext = {
    withRegister: () => Promise.reject(new Error('nik check needs no register')),
    print(command, document, lines) {
      result.out = command.opts()['json'] ? JSON.stringify(document) : lines().join('\n');
    },
    fails() {
      result.exit = 1;
    },
  };
  const program = new Command().exitOverride();
  nikCommands.add(program, context);
  program.parse(['nik', 'check', ...words], { from: 'user' });
  return result;
}

test('a NIK is decoded without a database', () => {
  const { out, exit } = run('3175074508909001', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toEqual({
    nik: '3175074508909001',
    ok: true,
    errors: [],
    warnings: [],
    infos: [],
    district: {
      code: '317507',
      name: 'Duren Sawit',
      regency: 'Kota Administrasi Jakarta Timur',
      province: 'Daerah Khusus Ibukota Jakarta',
      state: 'present',
    },
    birthDate: '1990-08-05',
    birthDateInferred: true,
    sex: 'female',
  });
});

test('what is no NIK ends with 1 and says why in codes', () => {
  const { out, exit } = run('3175073102900000', '--json');
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    errors: ['nik.date_impossible', 'nik.serial_zero'],
    birthDate: null,
  });
});

test('a former or unknown region is a warning and ends with 0', () => {
  expect(JSON.parse(run('9101014508909001', '--json').out)).toMatchObject({
    ok: true,
    warnings: ['nik.region_retired'],
    district: { code: '910101', name: 'Merauke', state: 'archived' },
  });
  const unknown = run('9901014508909001', '--json');
  expect(unknown.exit).toBe(0);
  expect(JSON.parse(unknown.out)).toMatchObject({ ok: true, warnings: ['nik.region_unknown'], district: null });
});

test('biodata is compared, and blanks for reading aloud are ignored', () => {
  const { out } = run('3175 0745 0890 9001', '--birth-date', '1990-08-06', '--sex', 'L', '--json');
  expect(JSON.parse(out)).toMatchObject({
    nik: '3175074508909001',
    warnings: ['nik.birth_date_differs', 'nik.sex_differs'],
    birthDateInferred: false,
  });
});

test('a person reads it in Indonesian and English', () => {
  const { out } = run('9671014508909001');
  expect(out).toContain('9671 0145 0890 9001');
  expect(out).toContain('Kota Sorong');
  expect(out).toContain('Perempuan / Female');
});
