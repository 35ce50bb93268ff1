import { generateKeyPairSync, hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA, PONDOK_KOPI } from '../../../../test/given/people.ts';
import { scratchFolder } from '../../../../test/given/scratch.ts';
import { one, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents } from '../../../register/resident/index.ts';
import { makeExtract } from '../extract/make.ts';
import { findReleased } from '../extract/sql.ts';
import { givenVoter } from '../given-voter.ts';
import { openKey } from '../seal/commission-key.ts';
import { openSealed } from '../seal/sealed-file.ts';
import { differ, type Differences } from './differ.ts';

const given = await givenVoter();
const day = asCivilDate;
const system = givenActor({ region: '' });
const root = mkdtempSync(join(scratchFolder(), 'jatidiri-differences-'));
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const commission = generateKeyPairSync('x25519');
const publicKey = commission.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const LETTER = { issuer: 'KPU CONTOH', number: '12/KPU/2018', datedOn: '2018-12-01' };

const WHO = 'AGUS BELA CITRA DODI ELOK FERI GINA HANI IRMA JAYA KARTA LENA MAMAN NURI'.split(' ');
type Who = (typeof WHO)[number];
let niks: Readonly<Record<Who, Nik>>;
let crowd: Nik[];
let seed = 11;
const roll = (n: number) => ((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
const pick = <T>(of: readonly T[]): T => of[roll(of.length)]!;

const change = (nik: Nik, delta: object, occurredOn = '2018-12-20') =>
  given.system((tx) =>
    changeResidents(tx, system, { kind: 'test', label: 'resident.changed', occurredOn: day(occurredOn) }, [
      { nik, delta },
    ]),
  );
/** Between the lists. */
const PLANTED: Readonly<Record<Who, object | null>> = {
  AGUS: { state: 'MENINGGAL' },
  BELA: { state: 'GANDA' },
  CITRA: { villageCode: PONDOK_KOPI },
  DODI: { villageCode: BANDUNG },
  ELOK: { maritalStatus: 2 },
  FERI: { name: 'FERRY CONTOH' },
  GINA: { maritalStatus: 2 },
  HANI: null,
  IRMA: { address: 'JALAN CONTOH 9' },
  JAYA: null,
  KARTA: { villageCode: PONDOK_KELAPA },
  LENA: { state: 'LEPAS_WNI' },
  MAMAN: { state: 'NONAKTIF' },
};

async function election(votingDay: string, cutoff: string): Promise<string> {
  return given.opened({ kind: 'pilkada', area: ['3175'], votingDay, cutoff });
}
const make = (electionId: string) =>
  given.system((tx) => makeExtract(tx, system, { electionId, dir: join(root, electionId), formats: ['rows'] }));
async function release(id: string, electionId: string): Promise<void> {
  await given.ok(
    given.dian.call('POST', `/v1/voters/elections/${electionId}/commission-key`, { ...LETTER, publicKey }),
  );
  const { proposalId } = await given.ok(given.dian.call('POST', `/v1/voters/extracts/${id}/proposal`, {}));
  await given.ok(given.approve(given.bagus, proposalId));
}

let lists: { from: string; to: string };
let elections: { from: string; to: string };
beforeAll(async () => {
  const villageOf: Readonly<Record<Who, string>> = { KARTA: BANDUNG };
  const born: Readonly<Record<Who, string>> = { ELOK: '2003-01-01', HANI: '2002-02-01' };
  const made = await givenResidents(
    given,
    WHO.slice(0, -1).map((who, n) => ({
      name: `${who} CONTOH`,
      birthDate: day(born[who] ?? `19${60 + n}-01-01`),
      villageCode: villageOf[who] ?? PONDOK_KELAPA,
    })),
  );
  niks = Object.fromEntries(made.map((nik, n) => [WHO[n]!, nik]));
  crowd = await givenResidents(
    given,
    Array.from({ length: 80 }, (_, n) => ({
      name: `CONTOH RAMAI ${n}`,
      birthDate: day(pick(['1980-05-05', '2002-02-01', '2003-01-01'])),
      villageCode: pick([PONDOK_KELAPA, PONDOK_KOPI, BANDUNG]),
      nationality: pick(['IDN', 'IDN', 'MYS']),
      permit: null,
    })),
  );
  await given.ok(given.list('service', ['nik,kesatuan,sejak,sampai', `${niks['JAYA']},TNI,2010-01-01,2018-12-31`]));
  elections = { from: await election('2018-12-30', '2018-12-01'), to: await election('2019-04-17', '2019-01-15') };
  const from = await make(elections.from);
  given.clock.moveTo(new Date('2018-12-20T02:00:00Z'));
  for (const [who, delta] of Object.entries(PLANTED)) if (delta) await change(niks[who]!, delta);
  const [nuri] = await givenResidents(given, [{ name: 'NURI CONTOH', birthDate: day('1970-01-01') }]);
  niks = { ...niks, NURI: nuri! };
  const STATES = ['MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF'] as const;
  for (let n = 0; n < 60; n++) {
    const delta = pick<object>([
      { state: pick(STATES) },
      { villageCode: pick([PONDOK_KELAPA, PONDOK_KOPI, BANDUNG]) },
      { maritalStatus: 2 },
      { nationality: 'IDN' },
      { rt: pick([1, 2]) },
    ]);
    await change(pick(crowd), delta, pick(['2018-11-20', '2018-12-19', '2019-01-20'])).catch(() => undefined);
  }
  given.clock.moveTo(new Date('2019-01-20T02:00:00Z'));
  const to = await make(elections.to);
  lists = { from: from.id, to: to.id };
});

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, n) => all + n, 0);
const differences = (dir: string): Promise<Differences> =>
  given.system((tx) => differ(tx, system, { ...lists, dir: join(root, dir) }));

test('before both lists are handed over the differences are counted, everybody under one reason, and nobody is named', async () => {
  const done = await differences('hitungan');
  expect(readdirSync(join(root, 'hitungan'))).toEqual(['manifest.json']);
  // A hash may have sixteen digits in a row.
  expect(readFileSync(join(root, 'hitungan', 'manifest.json'), 'utf8')).not.toMatch(/CONTOH|\b[0-9]{16}\b/);
  const { n } = await given.system((tx) =>
    one(
      tx,
      sql<{
        n: number;
      }>`select (sum(n) filter (where extract_id = ${lists.to}::uuid) - sum(n) filter (where extract_id = ${lists.from}::uuid))::int as n
                           from voter.extract_village`,
    ),
  );
  expect(sum(done.joined) - sum(done.left)).toBe(n);
  expect(done.joined).toMatchObject({ other_ballot: 0, corrected: 0 });
  expect(done.left).toMatchObject({ other_ballot: 0, corrected: 0 });
});

test('handed over, each planted life is in the file of its kind with its reason; only the commission opens them', async () => {
  await release(lists.from, elections.from);
  await release(lists.to, elections.to);
  const done = await differences('keluar-masuk');
  const folder = join(root, 'keluar-masuk');
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const released = (await given.system((tx) => findReleased(tx, elections.to)))!;
  const { sealedKey } = JSON.parse(readFileSync(join(folder, 'key.hpke'), 'utf8'));
  const bound = { extractId: done.id, root: released.root!, manifestSha256: hash('sha256', manifest, 'hex') };
  const key = (await openKey(commission.privateKey, Buffer.from(sealedKey, 'base64'), bound))!;
  const lines: string[] = [];
  for (const { path, rows } of done.files) {
    const text = Buffer.concat(
      await Array.fromAsync(openSealed(join(folder, path), { key, extractId: done.id, path })),
    );
    const [, ...body] = text.toString().trimEnd().split('\n');
    expect(body).toHaveLength(rows);
    lines.push(...body.map((line) => `${path.split('.')[0]}: ${line}`));
  }
  const saidOf = (who: Who) =>
    lines.filter((line) => line.includes(niks[who]!)).map((line) => line.split(`,${niks[who]}`)[0]);
  expect(Object.fromEntries(WHO.map((who) => [who, saidOf(who)]))).toEqual({
    AGUS: ['keluar: died'],
    BELA: ['keluar: duplicate_resolved'],
    CITRA: ['berubah: moved,kode_kelurahan'],
    DODI: ['keluar: moved_out'],
    ELOK: ['masuk: married'],
    FERI: ['berubah: corrected,nama'],
    GINA: ['berubah: married,status_kawin'],
    HANI: ['masuk: turned_17'],
    IRMA: ['berubah: moved_within,alamat'],
    JAYA: ['masuk: left_service'],
    KARTA: ['masuk: moved_in'],
    LENA: ['keluar: left_citizenship'],
    MAMAN: ['keluar: deactivated'],
    NURI: ['masuk: registered'],
  });
  expect(lines.find((line) => line.includes(niks['FERI']!))).toContain('FERRY CONTOH');
});

test('a list that is not there, and a folder that holds something, are refused', async () => {
  const refused = (to: string, dir: string) =>
    given
      .system((tx) => differ(tx, system, { from: lists.from, to, dir: join(root, dir) }))
      .then(
        () => 'done',
        (fault: { code: string }) => fault.code,
      );
  expect(await refused('00000000-0000-7000-8000-000000000000', 'lain')).toBe('voter.extract_not_found');
  expect(await refused(lists.to, 'hitungan')).toBe('voter.extract_folder');
});
