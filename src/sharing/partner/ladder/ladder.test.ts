import { beforeEach, describe, expect, test } from 'vitest';
import { many, one, sql } from '../../../core/db/index.ts';
import { CONTENTS, givenMinistry, hashOnly, pdf, upload } from '../given-partner.ts';
import { fileDocuments } from './document.ts';
import { openCooperations, takeSteps } from './ladder.ts';
import type { Stage } from './rules.ts';

const given = await givenMinistry();
const { ok, dian, act, actor, institutions, opened, step, paper, climbed, page, clock } = given;
const TODAY = '2018-03-01T02:00:00Z';
beforeEach(() => clock.moveTo(new Date(TODAY)));

const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (fault: { code?: string; message: string }) => fault.code ?? fault.message,
  );
const take = (id: string, over: object) => dian.call('POST', `/v1/partners/cooperations/${id}/steps`, over);

describe('the ladder', () => {
  test('over the wire: a request with its letter, papers one by one, each step only when its papers are there', async () => {
    const [id] = await institutions(1);
    const asking = upload({
      number: '001/CONTOH',
      signedOn: '2018-02-20',
      receivedOn: '2018-02-26',
      contents: CONTENTS,
    });
    const { id: pass } = await ok(
      dian.call('POST', `/v1/partners/institutions/${id}/cooperations`, asking.payload, asking.type),
    );
    const first = await page(id!);
    expect(first.passes[0]).toMatchObject({
      stage: 'REQUEST',
      acts: 'ditjen',
      waits: 3,
      dueOn: '2018-03-12',
      nextUp: 'APPROVAL',
      lacking: ['reply'],
      whyNot: 'partner.not_connected',
    });
    expect(first.passes[0].number).toMatch(/^470\/\d{4}\/KERJASAMA\/2018$/);
    const up = { to: 'APPROVAL', occurredOn: '2018-03-01' };
    expect((await take(pass, up)).body).toMatchObject({ code: 'partner.step_lacking' });
    const letter = pdf();
    const reply = (bytes = letter) =>
      upload({ kind: 'reply', number: '470/1/CONTOH', signedOn: '2018-03-01', signatories: [] }, bytes);
    const file = (form: ReturnType<typeof upload>) =>
      dian.call('POST', `/v1/partners/cooperations/${pass}/documents`, form.payload, form.type);
    const { id: document } = await ok(file(reply()));
    expect((await file(reply())).body.code).toBe('partner.document_known');
    const bytes = await dian.call('GET', `/v1/partners/documents/${document}/file`);
    expect(bytes.headers['content-type']).toContain('pdf');
    await ok(take(pass, up));
    expect((await take(pass, up)).body.code).toBe('partner.step_not_next');
    const { passes } = await page(id!);
    expect(passes[0].steps.map(({ stage }: { stage: string }) => stage)).toEqual(['REQUEST', 'APPROVAL']);
    expect(passes[0].documents[1]).toMatchObject({ kind: 'reply', version: 1, hasFile: true, latest: true });
  });

  test('a paper is never edited: what follows is its next version, and the last that has begun governs', async () => {
    const { passes } = await climbed(await institutions(1), 'AGREEMENT');
    const [pass] = passes;
    const addendum = paper(pass!, 'pks', {
      number: 'ADENDUM/1',
      validFrom: '2018-06-01' as never,
      validUntil: '2024-12-31' as never,
    });
    await act((tx) =>
      fileDocuments(tx, actor, [
        addendum,
        paper(pass!, 'evaluation', { number: 'A' }),
        paper(pass!, 'evaluation', { number: 'B' }),
      ]),
    );
    const rows = await given.system((tx) =>
      many(
        tx,
        sql<{
          kind: string;
          version: number;
        }>`select kind, version from partner.document where cooperation_id = ${pass}::uuid and kind in ('pks', 'evaluation') order by kind, version`,
      ),
    );
    expect(rows).toEqual([
      { kind: 'evaluation', version: 1 },
      { kind: 'evaluation', version: 1 },
      { kind: 'pks', version: 1 },
      { kind: 'pks', version: 2 },
    ]);
    const [standing] = await given.system((tx) =>
      many<{ terms: { from: string; until: string }[] }>(
        tx,
        sql`select terms from partner_read.standing where cooperation_id = ${pass}::uuid`,
      ),
    );
    const spans = standing!.terms.map(({ from, until }) => [
      new Date(from).toISOString(),
      new Date(until).toISOString(),
    ]);
    expect(spans).toEqual([
      ['2017-12-31T17:00:00.000Z', '2018-05-31T17:00:00.000Z'],
      ['2018-05-31T17:00:00.000Z', '2024-12-31T17:00:00.000Z'],
    ]);
    const edit = given.system((tx) =>
      many(tx, sql`update partner.document set number = 'X' where cooperation_id = ${pass}::uuid`),
    );
    await expect(edit).rejects.toThrow('permission');
    await expect(given.system((tx) => many(tx, sql`delete from partner.step`))).rejects.toThrow('permission');
  });

  test("a company's MoU is its supervisor's: in force on the day, with its recommendation", async () => {
    const [supervisor] = await institutions(1, { kind: 'agency', sector: 'finance' });
    const banks = await institutions(2, { kind: 'bank', sector: 'finance', supervisorId: supervisor! });
    const passes = await opened(banks);
    await act((tx) =>
      fileDocuments(
        tx,
        actor,
        passes.map((id) => paper(id, 'reply')),
      ),
    );
    await step(passes, 'APPROVAL');
    await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'recommendation')]));
    expect(await code(step([passes[0]!], 'MOU'))).toBe('partner.step_lacking');
    await climbed([supervisor!], 'MOU');
    expect(await code(step(passes, 'MOU'))).toBe('partner.step_lacking');
    await step([passes[0]!], 'MOU');
    // The memorandum that carries it has run out: the other one comes too late.
    clock.moveTo(new Date('2023-02-01T02:00:00Z'));
    await act((tx) => fileDocuments(tx, actor, [paper(passes[1]!, 'recommendation')]));
    expect(await code(step([passes[1]!], 'MOU', '2023-02-01'))).toBe('partner.step_lacking');
  });

  test('dates: no step before the one it follows, none tomorrow; an end has a reason of its own kind and words', async () => {
    const { passes } = await climbed(await institutions(1), 'APPROVAL');
    const [pass] = passes;
    const ends = { to: 'REFUSED', occurredOn: '2018-03-01' };
    const refusals = [
      await take(pass!, { ...ends, reason: 'purpose_unfit', words: 'tujuannya niaga', occurredOn: '2018-03-02' }),
      await take(pass!, { ...ends, reason: 'purpose_unfit', words: 'tujuannya niaga', occurredOn: '2018-02-28' }),
      await take(pass!, ends),
      await take(pass!, { ...ends, reason: 'misuse', words: 'alasan lain jenisnya' }),
      await take(pass!, { to: 'AGREEMENT', occurredOn: '2018-03-01' }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'partner.step_ahead',
      'partner.step_before',
      'partner.step_reason',
      'partner.step_reason',
      'partner.step_not_next',
    ]);
    await ok(take(pass!, { ...ends, reason: 'purpose_unfit', words: 'tujuannya niaga' }));
    expect(await code(act((tx) => fileDocuments(tx, actor, [paper(pass!, 'reply')])))).toBe('partner.ended');
  });

  test('one climbs once at a time; of two who step at one moment one is told', async () => {
    const [id] = await institutions(1);
    const [pass] = await opened([id!]);
    expect(await code(opened([id!]))).toBe('partner.climbing');
    await act((tx) => fileDocuments(tx, actor, [paper(pass!, 'reply')]));
    const both = await Promise.all([code(step([pass!], 'APPROVAL')), code(step([pass!], 'APPROVAL'))]);
    expect(both.toSorted()).toEqual(['nothing', 'partner.step_not_next']);
  });

  test('of many one that may not step keeps all back, and is named', async () => {
    const { passes } = await climbed(await institutions(3), 'APPROVAL');
    await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'mou'), paper(passes[2]!, 'mou')]));
    const fault = await step(passes, 'MOU').catch((each: { code: string; values: object }) => each);
    expect(fault).toMatchObject({
      code: 'partner.step_lacking',
      values: { institution: expect.stringContaining('CONTOH') },
    });
    const { n } = await given.system((tx) =>
      one<{ n: number }>(
        tx,
        sql`select count(*)::int as n from partner.cooperation where id = any(${passes}::uuid[]) and stage = 'APPROVAL'`,
      ),
    );
    expect(n).toBe(3);
  });

  test('the last step is taken back with a reason; neither counts, and what rests on it keeps it', async () => {
    const { passes, agreements } = await climbed(await institutions(1), 'AGREEMENT');
    const [pass] = passes;
    const back = (words = 'tercatat pada lembaga yang salah') =>
      dian.call('POST', `/v1/partners/cooperations/${pass}/steps/reversal`, { words });
    await given.granted([...agreements.values()]);
    expect((await back()).body.code).toBe('partner.step_carries');
    await act((tx) => fileDocuments(tx, actor, [paper(pass!, 'juknis')]));
    await step([pass!], 'TECHNICAL_GUIDE');
    expect((await ok(back())).stage).toBe('AGREEMENT');
    await step([pass!], 'TECHNICAL_GUIDE');
    expect((await ok(back())).stage).toBe('AGREEMENT');
    const [fresh] = await opened(await institutions(1));
    const first = dian.call('POST', `/v1/partners/cooperations/${fresh}/steps/reversal`, {
      words: 'tidak jadi dicatat',
    });
    expect((await first).body.code).toBe('partner.step_first');
  });

  test('a renewal names what it renews, climbs beside it, and takes its place in the act that connects it', async () => {
    const ids = await institutions(1);
    const { passes: old } = await climbed(ids, 'CONNECTED');
    expect(await code(opened(ids))).toBe('partner.must_renew');
    const [other] = await climbed(await institutions(1), 'CONNECTED').then(({ passes }) => passes);
    expect(await code(opened(ids, [other!]))).toBe('partner.predecessor_not');
    const { passes: renewal } = await climbed(ids, 'ONBOARDING', { predecessors: old });
    const stages = async () => (await page(ids[0]!)).passes.map(({ stage }: { stage: Stage }) => stage);
    expect(await stages()).toEqual(['ONBOARDING', 'CONNECTED']);
    const pks = await given.system((tx) =>
      one<{ id: string }>(
        tx,
        sql`select id from partner.document where cooperation_id = ${renewal[0]}::uuid and kind = 'pks'`,
      ),
    );
    await given.granted([pks.id]);
    await act((tx) => fileDocuments(tx, actor, [paper(renewal[0]!, 'poc_report')]));
    await step(renewal, 'CONNECTED');
    expect(await stages()).toEqual(['CONNECTED', 'RENEWAL']);
    const { passes } = await page(ids[0]!);
    expect(passes[1].grants[0].endedAt).not.toBeNull();
    expect(passes[0].grants[0].endedAt).toBeNull();
    expect(passes[0].whyNot).toBeNull();
    const back = dian.call('POST', `/v1/partners/cooperations/${renewal[0]}/steps/reversal`, {
      words: 'tidak jadi terhubung',
    });
    expect((await back).body.code).toBe('partner.step_carries');
  });

  test('after an evaluation it goes on; without a grant or outside the term of its PKS nobody is connected', async () => {
    const ids = await institutions(1);
    const { passes, agreements } = await climbed(ids, 'ONBOARDING');
    await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'poc_report')]));
    expect(await code(step(passes, 'CONNECTED'))).toBe('partner.step_lacking');
    await given.granted([...agreements.values()]);
    await step(passes, 'CONNECTED');
    await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'evaluation')]));
    await step(passes, 'EVALUATION');
    await step(passes, 'CONNECTED');
    expect((await page(ids[0]!)).passes[0].stage).toBe('CONNECTED');
  });

  test('a regional government goes from the approval to its PKS', async () => {
    const ids = await institutions(1, { kind: 'regional_government', regionCode: '3273' });
    const { passes } = await climbed(ids, 'CONNECTED', { kind: 'regional_government' });
    expect((await page(ids[0]!)).passes[0]).toMatchObject({ id: passes[0], stage: 'CONNECTED' });
  });

  test('the row of a cooperation is what its steps give', async () => {
    const wrong = await given.system((tx) =>
      many(
        tx,
        sql`select c.id from partner.cooperation c left join lateral (
               select s.stage, s.occurred_on, (select max(n) from partner.step m where m.cooperation_id = c.id) as steps from partner.step s
                where s.cooperation_id = c.id and s.takes_back is null and not exists (select from partner.step b where b.takes_back = s.id)
                order by s.n desc limit 1) l on true
             where (c.stage, c.since, c.steps) is distinct from (l.stage, l.occurred_on, l.steps)`,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test('many requests and steps cost as many statements as a few', async () => {
  const count = async (n: number) => {
    const ids = await institutions(n);
    let statements = 0;
    await act(async (tx) => {
      const query = tx.client.query.bind(tx.client);
      const counting = (...given_: Parameters<typeof query>) => {
        statements++;
        return query(...given_);
      };
      tx.client.query = counting as typeof tx.client.query;
      try {
        const requests = ids.map((id) => ({ ...given.request(id), copy: hashOnly() }));
        const passes = await openCooperations(tx, actor, requests);
        await fileDocuments(
          tx,
          actor,
          passes.map((id) => paper(id, 'reply')),
        );
        const steps = passes.map((cooperationId) => ({
          cooperationId,
          to: 'APPROVAL' as const,
          occurredOn: '2018-03-01' as never,
          reason: null,
          words: null,
        }));
        await takeSteps(tx, actor, steps);
      } finally {
        tx.client.query = query;
      }
    });
    return statements;
  };
  expect(await count(120)).toBe(await count(2));
});
