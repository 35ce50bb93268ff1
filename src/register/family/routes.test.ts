import { beforeAll, expect, test } from 'vitest';
import { givenFamily, givenResident, givenSigningOffice, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import type { Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';

let given: GivenServer;
let officer: Caller;
const purpose = { 'jatidiri-purpose': 'service' };
const address = { villageCode: PONDOK_KELAPA, address: 'JALAN CONTOH 1', rt: 3, rw: 7 };

beforeAll(async () => {
  given = await givenServer();
  officer = await given.officer({ role: 'operator', officeId: await givenSigningOffice(given) });
});

const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);
const givenOne = (year: number) => givenResident(given, { birthDate: asCivilDate(`${year}-01-01`) });

test('the same button pressed twice forms one family', async () => {
  const nik = await givenOne(1980);
  const body = { address, members: [{ ref: refOf(nik), relation: 1 }], reason: 'keluarga baru' };
  const key = { ...purpose, 'idempotency-key': 'tombol-yang-sama-dua-kali' };
  const first = await officer.call('POST', '/v1/families', body, key);
  const second = await officer.call('POST', '/v1/families', body, key);
  expect(first.status).toBe(200);
  expect(second.body).toEqual(first.body);
  const opened = await officer.call('GET', `/v1/residents/${refOf(nik)}/family`, undefined, purpose);
  expect(opened.body).toMatchObject({ number: first.body.number, version: 1, former: [] });
});

test('a paper comes as a PDF whose name tells nothing, once it was issued', async () => {
  const ref = given.house.ground.familyRefs.of(await givenFamily(given, [{ nik: await givenOne(1981), relation: 1 }]));
  const path = `/v1/families/${ref}/paper`;
  expect((await officer.call('GET', path, undefined, purpose)).body.code).toBe('family.no_paper');
  expect((await officer.call('POST', path, {}, purpose)).body).toMatchObject({ issued: true });
  const { status, headers, body } = await officer.call('GET', path, undefined, purpose);
  expect([status, headers['content-type'], body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  expect(String(headers['content-disposition'])).toContain('kartu-keluarga.pdf');
});

test('nobody looks at a family without saying why', async () => {
  const nik = await givenOne(1982);
  const number = await givenFamily(given, [{ nik, relation: 1 }]);
  const found = await officer.call('POST', '/v1/families/find', { number });
  expect([found.status, found.body.code]).toEqual([422, 'access.purpose_missing']);
  expect((await officer.call('POST', '/v1/families/find', { number }, purpose)).body.members[0].nik).toBe(nik);
});

test('a refusal names the member that it is about', async () => {
  const nik = await givenOne(1983);
  const members = [
    { ref: refOf(nik), relation: 1 },
    { ref: refOf(nik), relation: 4 },
  ];
  const { status, body } = await officer.call('POST', '/v1/families', { address, members, reason: 'coba' }, purpose);
  expect([status, body.code]).toEqual([422, 'family.member_twice']);
  expect(JSON.stringify(body)).toContain('members.1.ref');
});
