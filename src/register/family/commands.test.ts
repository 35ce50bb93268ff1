import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { BANDUNG, givenFamily, givenResident } from '../../../test/given/people.ts';
import { givenServer, PASSWORD, type GivenServer } from '../../../test/given/serving.ts';
import type { CommandContext } from '../../core/command.ts';
import { many, sql } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { whoLooked } from '../../core/ledger/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { lookCommands, readSearch } from './commands.ts';

let given: GivenServer;
let username: string;
let nik: Nik;
let card: string;

beforeAll(async () => {
  given = await givenServer();
  ({ username } = await given.officer({ role: 'operator', officeId: await given.office('3175') }));
  nik = await givenResident(given, { name: 'SITI CONTOH RAHAYU', birthDate: asCivilDate('1990-08-05') });
  card = await givenFamily(given, [{ nik, relation: 1 }]);
});
beforeEach(() => void vi.stubEnv('JATIDIRI_PASSWORD', PASSWORD));
afterAll(() => void vi.unstubAllEnvs());

async function run(...words: string[]): Promise<string> {
  let out = '';
  const { database, ground, speaker } = given.house;
  const context: CommandContext = {
    withRegister: (_command, work) => work({ database, ground, speaker }),
    print(command, document, lines) {
      out = command.opts()['json'] ? JSON.stringify(document) : lines().join('\n');
    },
    fails: () => {},
  };
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  lookCommands.add(program, context);
  for (const noun of program.commands)
    for (const verb of noun.commands) verb.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync(['resident', ...words], { from: 'user' });
  return out;
}

test('an officer sees a resident, with his purpose in the entry, and is signed out afterwards', async () => {
  const shown = JSON.parse(await run('show', nik, '--as', username, '--purpose', 'complaint', '--json'));
  expect(shown).toMatchObject({ nik, name: 'SITI CONTOH RAHAYU', state: 'HIDUP' });
  const looks = await given.system((tx) => whoLooked(tx, nik));
  expect(looks[0]).toMatchObject({ label: 'resident.opened', purpose: 'complaint' });
  const living = await given.system((tx) =>
    many(tx, sql`select 1 from officer.session where user_agent like 'jatidiri %' and ended_at is null`),
  );
  expect(living).toEqual([]);
});

test('people read lines', async () => {
  const lines = await run('show', `${nik.slice(0, 4)} ${nik.slice(4)}`, '--as', username);
  expect(lines).toContain('SITI CONTOH RAHAYU');
  expect(lines).toContain('lahir / born: JAKARTA, 05-08-1990 (28)');
  expect(lines).toContain('Pondok Kelapa, Duren Sawit');
});

test('finds by NIK, by family card, and by name with a birth date', async () => {
  const search = async (...text: string[]) => JSON.parse(await run('search', ...text, '--as', username, '--json'));
  expect((await search(nik)).people.map((one: { nik: string }) => one.nik)).toEqual([nik]);
  expect(await search(card)).toMatchObject({ people: [], family: { number: card, members: [{ nik }] } });
  expect((await search('Siti', 'Conto', 'Rahayu', '05-08-1990')).people[0]).toMatchObject({ nik, masked: false });
  expect((await search('WATI', 'TAK', 'ADA')).people).toEqual([]);
});

test('whoever lives elsewhere is not shown, and is masked in a search', async () => {
  const far = await givenResident(given, {
    name: 'AGUS JAUH SEKALI',
    villageCode: BANDUNG,
    birthDate: asCivilDate('1991-01-01'),
  });
  await expect(run('show', far, '--as', username)).rejects.toMatchObject({ code: 'resident.not_found' });
  expect(await run('search', 'AGUS JAUH SEKALI', '--as', username)).toContain('A*** J*** S***');
});

test('without the right password nobody sees anything, and the failure is on record', async () => {
  vi.stubEnv('JATIDIRI_PASSWORD', 'bukan kata sandinya');
  await expect(run('show', nik, '--as', username)).rejects.toMatchObject({ code: 'officer.sign_in_failed' });
  const entries = await given.system((tx) => many<{ body: string }>(tx, sql`select body from ledger.pending`));
  expect(entries.some(({ body }) => body.includes('officer.sign_in_failed'))).toBe(true);
  vi.stubEnv('JATIDIRI_PASSWORD', '');
  await expect(run('show', nik, '--as', username)).rejects.toMatchObject({ code: 'officer.password_needed' });
});

test('who may not look at residents, or says no known purpose, is refused', async () => {
  const keeper = await given.officer({ role: 'store_keeper' });
  await expect(run('show', nik, '--as', keeper.username)).rejects.toMatchObject({ code: 'access.scope_missing' });
  await expect(run('show', nik, '--as', username, '--purpose', 'curiosity')).rejects.toMatchObject({
    code: 'access.purpose_unknown',
  });
  await expect(run('show', nik)).rejects.toThrow(/--as/);
});

test('what is typed is read as a number, a name, a day, or refused', () => {
  expect(readSearch('3175 0745 0890 9001')).toEqual({ number: '3175074508909001' });
  expect(readSearch(' siti   rahayu ')).toEqual({ name: 'siti rahayu' });
  expect(readSearch('5-8-1990')).toEqual({ birthDate: '1990-08-05' });
  expect(readSearch('siti 05-08-1990')).toEqual({ name: 'siti', birthDate: '1990-08-05' });
  for (const odd of ['31-02-1990', '12345', 'siti 1990']) expect(() => readSearch(odd)).toThrow();
});
