import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../core/notice/index.ts';
import { many, run, sql } from '../../../core/db/index.ts';
import { allRooms } from '../../../house.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { CONTENTS, givenMinistry } from '../given-partner.ts';
import { registerInstitutions } from '../institution/institution.ts';
import { fileDocuments } from '../ladder/document.ts';
import { openCooperations, takeSteps } from '../ladder/ladder.ts';
import { grantsChanged } from '../notice.ts';
import { giving } from './grant.ts';
import { standingOf } from './may-ask.ts';
import { maySayWhy } from './rules.ts';
import { listStandings } from './sql.ts';

const given = await givenMinistry();
const { ok, dian, bagus, act, actor, institutions, climbed, grant, paper, clock, approve, page } = given;
beforeEach(() => clock.moveTo(new Date('2018-03-01T02:00:00Z')));

const propose = (grants: object[]) => dian.call('POST', '/v1/partners/grants', { grants });
async function signed(over: Parameters<typeof institutions>[1] = {}) {
  const [institution] = await institutions(1, over);
  const { passes, agreements } = await climbed([institution!], 'AGREEMENT', over.kind ? { kind: over.kind } : {});
  return { institution: institution!, pass: passes[0]!, agreement: agreements.get(passes[0]!)! };
}

/** What the register says of a grant at an instant, from an address that is known. */
async function why(pass: string, now: Date): Promise<string | null> {
  const [row] = await given.system((tx) => listStandings(tx, [pass]));
  const { grants, suspensions } = standingOf(row!);
  return maySayWhy([...grants.values()].at(-1) ?? null, suspensions, { now, address: '203.0.113.9' });
}

describe('a grant', () => {
  test('is given by two: nothing is given before another officer approves, and never by who proposed', async () => {
    const { pass, agreement, institution } = await signed();
    const { proposalId } = await ok(propose([grant(agreement)]));
    expect((await page(institution)).passes[0].grants).toEqual([]);
    expect((await approve(dian, proposalId)).body.code).toBe('approval.own');
    const { summary } = await ok(bagus.call('GET', `/v1/proposals/${proposalId}`));
    expect(summary).toMatch(
      /hak akses untuk Pelayanan publik: 2 elemen \(.*: NIK.*\), 10\.000 permintaan sehari, sampai \d\d-\d\d-\d{4}/,
    );
    await ok(approve(bagus, proposalId));
    const [row] = (await page(institution)).passes[0].grants;
    expect(row).toMatchObject({
      purpose: 'public_service',
      networks: ['203.0.113.0/24'],
      askedBy: `Petugas ${dian.username}`,
      givenBy: `Petugas ${bagus.username}`,
    });
    expect(await why(pass, clock.now())).toBe('partner.not_connected');
    const alone = given.system((tx) => run(tx, sql`update partner.access_grant set dpop = true`));
    await expect(alone).rejects.toThrow('permission');
  });

  test('lies within its PKS: purpose, elements and what is told of them, region, term, and the last version', async () => {
    const { pass, agreement } = await signed({ kind: 'regional_government', regionCode: '3273' });
    const refusals = [
      [{ purpose: 'democracy' }, 'partner.grant_purpose'],
      [{ elements: [{ element: 'face', method: 'match' }], threshold: null }, 'partner.grant_beyond'],
      [{ elements: [{ element: 'birth_date', method: 'value' }], threshold: null }, 'partner.grant_beyond'],
      [{ regionCode: '32' }, 'partner.grant_region'],
      [{ regionCode: '3175' }, 'partner.grant_region'],
      [{ validUntil: '2023-01-01' }, 'partner.grant_term'],
      [{ validFrom: '2017-12-31' }, 'partner.grant_term'],
      [{ threshold: null }, 'http.input_invalid'],
      [{ networks: ['203.0.113.1/24'] }, 'http.input_invalid'],
      [{ networks: [] }, 'http.input_invalid'],
      [{ elements: [{ element: 'face', method: 'check' }], threshold: null }, 'http.input_invalid'],
      [{ hours: { from: 480, until: 480 } }, 'http.input_invalid'],
    ] as const;
    for (const [over, expected] of refusals) {
      const { body } = await propose([{ ...grant(agreement), ...over }]);
      expect([over, body.code]).toEqual([over, expected]);
      expect(body.errors?.[0]?.path ?? body.faults?.[0]?.path ?? 'grants').toContain('grants');
    }
    await act((tx) => fileDocuments(tx, actor, [paper(pass, 'pks')]));
    expect((await propose([grant(agreement)])).body.code).toBe('partner.agreement_not');
  });

  test('of a regional institution reaches its own region though none is named', async () => {
    const { agreement, institution } = await signed({ kind: 'regional_government', regionCode: '3273' });
    await ok(approve(bagus, (await ok(propose([grant(agreement)]))).proposalId));
    expect((await page(institution)).passes[0].grants[0].regionCode).toBe('3273');
  });

  test('one purpose is granted once at a time; a new grant takes the place of the old in one act', async () => {
    const { agreement, institution } = await signed();
    await ok(approve(bagus, (await ok(propose([grant(agreement)]))).proposalId));
    const second = await ok(propose([grant(agreement)]));
    expect((await approve(bagus, second.proposalId)).body.code).toBe('partner.grant_twice');
    const [old] = (await page(institution)).passes[0].grants;
    expect((await propose([grant(agreement, { replaces: old.id, purpose: 'law_enforcement' })])).body.code).toBe(
      'partner.grant_replaces',
    );
    await ok(approve(bagus, (await ok(propose([grant(agreement, { replaces: old.id, dailyQuota: 5 })]))).proposalId));
    const grants = (await page(institution)).passes[0].grants;
    expect(
      grants.map(({ dailyQuota, endedAt, replacedBy }: never) => [dailyQuota, endedAt === null, replacedBy !== null]),
    ).toEqual([
      [5, true, false],
      [10_000, false, true],
    ]);
  });

  test('a proposal on ground that has changed is stale', async () => {
    const { pass, agreement } = await signed();
    const { proposalId } = await ok(propose([grant(agreement)]));
    await act((tx) => fileDocuments(tx, actor, [paper(pass, 'juknis')]));
    await given.step([pass], 'TECHNICAL_GUIDE');
    expect((await approve(bagus, proposalId)).body.code).toBe('approval.stale');
  });

  test('is ended by one officer with a reason, at once; a grant that a new PKS does not cover is marked', async () => {
    const { pass, agreement, institution } = await signed();
    await ok(approve(bagus, (await ok(propose([grant(agreement)]))).proposalId));
    const narrow = { ...CONTENTS, elements: [{ element: 'nik' as const, method: 'check' as const }] };
    await act((tx) => fileDocuments(tx, actor, [paper(pass, 'pks', { contents: narrow })]));
    const [row] = (await page(institution)).passes[0].grants;
    expect(row.beyond).toBe('name');
    const end = (reason: string) => dian.call('POST', `/v1/partners/grants/${row.id}/ending`, { reason });
    expect((await end('x')).body.code).toBe('http.input_invalid');
    await ok(end('tidak lagi diperlukan'));
    expect((await end('tidak lagi diperlukan')).body.code).toBe('partner.grant_not_found');
  });
});

test('a term cuts by itself at its second, whatever no job has done', async () => {
  const { passes, agreements } = await climbed(await institutions(1), 'ONBOARDING');
  await given.granted([...agreements.values()], { validUntil: '2018-03-31' as never });
  await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'poc_report')]));
  await given.step(passes, 'CONNECTED');
  const end = new Date('2018-04-01T00:00:00+07:00');
  expect([await why(passes[0]!, new Date(end.getTime() - 1)), await why(passes[0]!, end)]).toEqual([
    null,
    'partner.grant_expired',
  ]);
  const pks = new Date('2023-01-01T00:00:00+07:00');
  expect(await why(passes[0]!, pks)).toBe('partner.agreement_expired');
});

test('every act that changes who may ask says so in its own transaction, and whoever listens may refuse it', async () => {
  const heard: string[][] = [];
  let refuse = false;
  const listener = inTransaction(grantsChanged, 'test.listens', async (_tx, _actor, items) => {
    heard.push(items.map(({ cooperationId }) => cooperationId));
    if (refuse) throw new Error('not now');
  });
  // A second house over a register of its own: listeners are known before the first act.
  const house = await givenHouse({
    rooms: [...allRooms, { name: 'listens', listening: [listener] }],
    now: clock.now(),
  });
  const there = { ...actor };
  const work = <R>(each: Parameters<typeof house.transact<R>>[1]) => house.transact(there, each);
  const entry = {
    name: 'KEMENTERIAN CONTOH',
    kind: 'ministry',
    sector: 'government',
    supervisorId: null,
    regionCode: null,
    mail: null,
  } as const;
  const [id] = await work((tx) => registerInstitutions(tx, there, [entry]));
  const [pass] = await work((tx) => openCooperations(tx, there, [given.request(id!)]));
  const file = (...kinds: Parameters<typeof paper>[1][]) =>
    work((tx) =>
      fileDocuments(
        tx,
        there,
        kinds.map((kind) => paper(pass!, kind)),
      ),
    );
  const to = (stage: 'APPROVAL' | 'MOU' | 'AGREEMENT' | 'TECHNICAL_GUIDE' | 'ONBOARDING' | 'CONNECTED') =>
    work((tx) =>
      takeSteps(tx, there, [
        { cooperationId: pass!, to: stage, occurredOn: '2018-03-01' as never, reason: null, words: null },
      ]),
    );
  await file('reply', 'mou');
  await to('APPROVAL');
  await to('MOU');
  const [pks] = await file('pks');
  await to('AGREEMENT');
  expect(heard).toEqual([]);
  await work((tx) => giving.execute(tx, there, { grants: [grant(pks!)], askedBy: bagus.officerId } as never));
  await file('juknis', 'nda', 'sptjm', 'poc_report');
  await to('TECHNICAL_GUIDE');
  await to('ONBOARDING');
  await to('CONNECTED');
  await file('pks');
  expect(heard).toEqual([[pass], [pass], [pass]]);
  refuse = true;
  await expect(file('pks')).rejects.toThrow('not now');
  const left = await house.system((tx) => many(tx, sql`select 1 from partner.document where kind = 'pks'`));
  expect(left).toHaveLength(2);
});
