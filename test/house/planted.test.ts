/** Promise 16: what art. 84 protects is in no file that the house leaves behind, however it came in. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { civilDateOf } from '../../src/core/time/index.ts';
import { importResidents } from '../../src/register/resident/import/index.ts';
import { csvOf, importer, nikOf, syllables } from '../../src/register/resident/import/given-import.ts';
import type { FamilyCardNumber, Nik } from '../../src/core/id/index.ts';
import { listParentNames } from '../../src/register/resident/index.ts';
import { keptLog } from '../given/kept-log.ts';
import { givenFamily, givenResidents, givenSigningOffice, PONDOK_KELAPA, SITI } from '../given/people.ts';
import { givenServer, type Caller } from '../given/serving.ts';

/** In all fifty mothers' names and nowhere else. */
const MARK = 'PUSPITARAHASIA';
/** In the name of a resident, which the register keeps readable: it shows that the search finds what is there. */
const READABLE = 'MELATITERBACA';
let planted = 0;
const mother = () => `IBU ${MARK} ${syllables(String(planted++).padStart(2, '0'))}`;

test('fifty planted mothers’ names are found in no file of the register, its database, journals, logs or tiles', async () => {
  const { log, lines } = keptLog();
  const given = await givenServer({ log });
  const admin = new Client(given.superuser);
  await admin.connect();
  const { rows: begun } = await admin.query('select pg_current_wal_lsn() as lsn');
  const officeId = await givenSigningOffice(given);
  const head = await given.officer({ role: 'section_head', officeId });
  const refOf = (nik: string) => given.house.ground.personRefs.of(nik as Nik);
  const post = (path: string, body: unknown) => head.call('POST', path, body, { 'jatidiri-purpose': 'service' });

  await importing();
  const couple = await givenCouple();
  await born(couple);
  await correcting(couple.niks);
  for (let n = 0; n < 8; n++) await applying(head, couple.niks[0]!, n);
  expect(planted).toBe(50);
  const names = await given.system((tx) => listParentNames(tx, [nikOf(0) as Nik]));
  expect(names.get(nikOf(0) as Nik)?.motherName).toContain(MARK);

  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  await sequencer.ready;
  await sequencer.stop();
  const files = await leftBehind(admin, String(begun[0].lsn), dirname(given.folders.files));
  await admin.end();
  expect(files.filter((path) => readFileSync(path).includes(READABLE))).not.toEqual([]);
  const hex = Buffer.from(MARK).toString('hex');
  const hits = files.filter((path) => {
    const bytes = readFileSync(path);
    return bytes.includes(MARK) || bytes.includes(hex);
  });
  expect(hits).toEqual([]);
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);

  /** Twenty people, a second person under one NIK (a sealed claim), and a name too long to be taken (the report's cell). */
  async function importing() {
    const people = Array.from({ length: 20 }, (_, n) => ({
      nik: nikOf(n),
      familyCard: nikOf(n),
      motherName: mother(),
      ...(n === 0 ? { name: `SITI ${READABLE}` } : {}),
    }));
    const other = { nik: nikOf(1), familyCard: nikOf(50), name: 'RATNA UJI LESTARI', motherName: mother() };
    const long = { nik: nikOf(60), familyCard: nikOf(60), motherName: `${mother()} ${'A'.repeat(60)}` };
    const done = await importResidents(
      given.house,
      { name: 'tanam.csv', bytes: Buffer.from(csvOf(...people, other, long)) },
      { actor: importer },
    );
    expect(done).toMatchObject({ created: 21, cases: 1 });
  }

  async function givenCouple() {
    const niks = await givenResidents(given, [
      { sex: 1, maritalStatus: 2, kin: { motherName: mother() } },
      { name: 'AYU CONTOH', maritalStatus: 2, kin: { motherName: mother() } },
    ]);
    const card = await givenFamily(given, [
      { nik: niks[0]!, relation: 1 },
      { nik: niks[1]!, relation: 3 },
    ]);
    return { niks, card };
  }

  /** A birth with its certificate, and the family's card, which prints the grandmothers. */
  async function born({ niks: [father, mama], card }: { niks: Nik[]; card: FamilyCardNumber }) {
    const details = { name: 'BAYI CONTOH', sex: 1, birthPlace: 'JAKARTA', childOrder: 1, bond: 'married' };
    const parents = { father: refOf(father!), mother: refOf(mama!) };
    const event = { kind: 'birth', occurredOn: '2018-12-01', villageCode: PONDOK_KELAPA };
    const done = await post('/v1/events', { ...event, details: { ...details, ...parents } });
    expect(done).toMatchObject({ status: 200, body: { papers: [{ state: 'issued' }] } });
    const printed = await post(`/v1/families/${given.house.ground.familyRefs.of(card)}/paper`, {});
    expect(printed.status).toBe(200);
  }

  /** Ten at the counter, of which the last come too late; eight by the event. */
  async function correcting([nik]: Nik[]) {
    const act = { legalBasis: 'AKTA 1', reason: 'salah tulis' };
    for (let n = 0; n < 10; n++) {
      const body = { ...act, seenVersion: Math.min(n + 1, 8), changes: {}, protected: { motherName: mother() } };
      const { status } = await post(`/v1/residents/${refOf(nik!)}/corrections`, body);
      expect(status).toBe(n < 8 ? 200 : 409);
    }
    for (let n = 0; n < 8; n++) {
      const correction = { person: refOf(nik!), changes: {}, proofNumber: 'AKTA 1', reason: act.reason };
      const details = { ...correction, seenVersion: 9 + n, protected: { motherName: mother() } };
      const event = { kind: 'biodata_correction', occurredOn: '2018-12-11', villageCode: PONDOK_KELAPA, details };
      expect((await post('/v1/events', event)).status).toBe(200);
    }
  }

  /** New biodata: one accepted, others waiting, half refused by a rule while they are submitted. */
  async function applying(caller: Caller, applicant: Nik, n: number) {
    const biodata = {
      ...SITI,
      name: n % 2 ? 'SATU 2' : `BARU ${syllables(String(n).repeat(3))} CONTOH`,
      birthDate: civilDateOf(1960 + n, 3, 4),
    };
    const details = { biodata, protected: { motherName: mother() }, legalBasis: 'SPTJM 1', seat: { in: 'new_card' } };
    const { body } = await post('/v1/applications', { kind: 'biodata.new', applicant: refOf(applicant), details });
    const path = `/v1/applications/${body.id}`;
    await given.system((tx) =>
      tx.client.query('update application.requirement set needed = false where application_id = $1', [body.id]),
    );
    expect((await caller.call('GET', path)).body.details.protected.motherName).toContain(MARK);
    const submitted = await post(`${path}/submission`, undefined);
    expect(submitted.status).toBe(n % 2 ? 422 : 200);
    if (n > 0) return;
    await post(`${path}/assignment`, {});
    expect((await post(`${path}/acceptance`, undefined)).body.state).toBe('accepted');
  }
});

/** This database's files, the journal written since `from`, the server's log, and the house's folders. */
async function leftBehind(admin: Client, from: string, root: string): Promise<string[]> {
  await admin.query('checkpoint');
  const { rows } = await admin.query(
    `select (select oid from pg_database where datname = current_database()) as oid,
            pg_walfile_name($1::pg_lsn) as first, pg_walfile_name(pg_current_wal_lsn()) as last`,
    [from],
  );
  const { oid, first, last } = rows[0] as { oid: number; first: string; last: string };
  const cluster = inject('clusterFolder');
  const database = join(cluster, 'pg', 'base', String(oid));
  const journal = join(cluster, 'pg', 'pg_wal');
  const segments = readdirSync(journal).filter((name) => name >= first && name <= last);
  expect(segments).not.toEqual([]);
  const paths = [
    ...readdirSync(database).map((name) => join(database, name)),
    ...segments.map((name) => join(journal, name)),
    join(cluster, 'postgresql.log'),
    ...readdirSync(root, { recursive: true }).map((name) => join(root, String(name))),
  ];
  return paths.filter((path) => statSync(path).isFile());
}
