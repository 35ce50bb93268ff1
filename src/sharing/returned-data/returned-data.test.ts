import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { BANDUNG, givenResidents } from '../../../test/given/people.ts';
import type { Caller } from '../../../test/given/serving.ts';
import { countSaid } from './index.ts';
import { compareBatch } from './compare.ts';
import { CONTENTS } from '../partner/given-partner.ts';
import { fileDocuments } from '../partner/index.ts';
import { ABSENT, givenVerification, WHY, type GivenVerification } from '../verification/given-partner.ts';
import { forgetOld } from './sweep.ts';

let given: GivenVerification;
let partner: Awaited<ReturnType<GivenVerification['partner']>>;
let verifier: Caller;
let operator: Caller;
let elsewhere: Caller;
let siti: string;
let budi: string;
let made = 0;

beforeAll(async () => {
  given = await givenVerification();
  partner = await given.partner();
  [siti, budi] = (await givenResidents(given, [{}, { name: 'BUDI CONTOH', villageCode: BANDUNG }])) as string[] as [
    string,
    string,
  ];
  const office = await given.office('3175');
  verifier = await given.officer({ role: 'verifier', officeId: office });
  operator = await given.officer({ role: 'operator', officeId: office });
  elsewhere = await given.officer({ role: 'verifier', officeId: await given.office('3273') });
});

const itemOf = (nik: string, said: object, over: object = {}) => ({
  nik,
  reference: `DB-${++made}`,
  learnedOn: '2018-12-01',
  said,
  ...over,
});
const send = (items: object[]) =>
  partner.ask({ ...WHY, items }, { 'idempotency-key': randomUUID() }, '/v1/returned-data');
async function compared(items: object[]) {
  const { body } = await send(items);
  await given.system((tx) => compareBatch(tx, body.batch));
  return body;
}
const hintsOf = async (by: Caller) => (await by.call('GET', '/v1/returned-data/hints')).body;

test('only what the PKS names is taken, and what is not is told by its place', async () => {
  const none = await send([itemOf(siti, { address: 'JALAN BARU 7' })]);
  expect([none.status, none.body.code]).toEqual([403, 'returned_data.not_agreed']);
  const pks = given.paper(partner.cooperationId, 'pks', {
    contents: { ...CONTENTS, returned: ['address', 'rt', 'education'] },
  });
  await given.act((tx) => fileDocuments(tx, given.actor, [pks]));
  const other = await send([itemOf(siti, { address: 'JALAN BARU 7' }), itemOf(siti, { occupation: 'GURU' })]);
  expect(other.body).toMatchObject({ code: 'returned_data.not_agreed', errors: [{ path: 'items.1.said.occupation' }] });
  const ahead = await send([itemOf(siti, { rt: '3' }, { learnedOn: '2019-01-01' })]);
  expect(ahead.body).toMatchObject({ code: 'returned_data.learned_ahead', errors: [{ path: 'items.0.learnedOn' }] });
  expect((await send([itemOf(siti, {})])).body.errors[0].path).toBe('items.0.said');
});

test('who was right is not told: the answer is the same for what agrees, what differs and nobody', async () => {
  const answers = [];
  for (const item of [
    itemOf(siti, { address: 'JL. CONTOH NO. 1' }),
    itemOf(siti, { address: 'GANG MAWAR 99', rt: '9', education: '8' }),
    itemOf(budi, { rt: '5' }),
    itemOf(ABSENT, { address: 'GANG MAWAR 99' }),
  ])
    answers.push(await compared([item]));
  expect(answers.map((body) => Object.keys(body).join(' ') + body.received)).toEqual(
    Array.from({ length: 4 }, () => 'batch received entry1'),
  );
  // Only what differs, and only at the office where the person lives.
  const here = await hintsOf(verifier);
  expect(here).toMatchObject({
    waiting: 1,
    hints: [{ name: 'SITI CONTOH RAHAYU', differing: ['education', 'address', 'rt'] }],
  });
  expect((await hintsOf(elsewhere)).hints).toMatchObject([{ name: 'BUDI CONTOH', differing: ['rt'] }]);
  // What nobody has to decide about keeps no value.
  const { rows } = await given.system((tx) =>
    tx.client.query<{ state: string; sealed: boolean }>(
      'select state, sealed is not null as sealed from returned_data.said order by received_at, id',
    ),
  );
  expect(rows).toEqual([
    { state: 'same', sealed: false },
    { state: 'open', sealed: true },
    { state: 'open', sealed: true },
    { state: 'unused', sealed: false },
  ]);
});

test('a hint stands side by side and changes nothing: taken up it is an application that is filled in and not handed in', async () => {
  const [{ id }] = (await hintsOf(verifier)).hints;
  const path = `/v1/returned-data/hints/${id}`;
  expect((await elsewhere.call('GET', path)).status).toBe(404);
  const { body: hint } = await verifier.call('GET', path);
  expect(hint.rows).toMatchObject([
    { element: 'education', differs: true },
    { element: 'address', register: 'JALAN CONTOH 1', said: 'GANG MAWAR 99', differs: true },
    { element: 'rt', register: '3', said: '9', differs: true },
  ]);
  const accept = { decision: 'accept', reason: 'warga dihubungi dan membenarkan' };
  expect((await operator.call('POST', `${path}/decision`, accept)).status).toBe(403);
  const { body: taken } = await verifier.call('POST', `${path}/decision`, accept);
  const kinds = [];
  for (const application of taken.applications)
    kinds.push((await verifier.call('GET', `/v1/applications/${application}`)).body);
  expect(kinds.map(({ kind, state }) => [kind, state])).toEqual([
    ['address_change', 'draft'],
    ['biodata.correction', 'draft'],
  ]);
  expect(kinds[0].details.address).toMatchObject({ address: 'GANG MAWAR 99', rt: 9, rw: 7 });
  expect(kinds[1].details).toMatchObject({ changes: { education: 8 }, person: hint.person });
  expect((await verifier.call('POST', `${path}/decision`, accept)).body.code).toBe('returned_data.hint_decided');
  expect((await verifier.call('GET', path)).body).toMatchObject({
    state: 'accepted',
    rows: [],
    applications: taken.applications,
  });
});

test('a hint may be dismissed with a reason; the person reads who said something, and what became of it', async () => {
  const [{ id }] = (await hintsOf(elsewhere)).hints;
  const path = `/v1/returned-data/hints/${id}/decision`;
  expect((await elsewhere.call('POST', path, { decision: 'dismiss', reason: 'x' })).status).toBe(422);
  await elsewhere.call('POST', path, { decision: 'dismiss', reason: 'alamatnya sudah diperiksa di lapangan' });
  expect((await hintsOf(elsewhere)).hints).toEqual([]);
  const looks = await given.system((tx) =>
    tx.client.query<{ detail: string | null }>('select detail from ledger.access where nik = $1 order by at', [budi]),
  );
  expect(looks.rows.map(({ detail }) => detail)).toEqual(expect.arrayContaining(['rt', 'open rt']));
});

test('what nobody takes up is forgotten with its values; counts stay for the semester report', async () => {
  await compared([itemOf(siti, { rt: '8' })]);
  const began = given.clock.now();
  given.clock.moveTo(new Date(began.getTime() + 181 * 86_400_000));
  expect(await given.system(forgetOld)).toBe(1);
  given.clock.moveTo(began);
  expect((await hintsOf(verifier)).hints).toEqual([]);
  const counts = await given.system((tx) =>
    countSaid(tx, [
      {
        id: partner.id,
        institutionId: partner.id,
        since: new Date('2018-07-01T00:00:00Z'),
        until: new Date('2019-01-01T00:00:00Z'),
      },
    ]),
  );
  expect(counts.get(partner.id)).toEqual({ said: 5, differing: 3, accepted: 1, dismissed: 1, waiting: 0 });
});
