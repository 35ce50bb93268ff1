import { createPublicKey, randomUUID, verify as verifySignature } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG, givenFamily, givenResident } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { canonicalJson } from '../../core/idempotency/index.ts';
import { leafHash, provesInclusion, whoLooked } from '../../core/ledger/index.ts';
import { readDetail } from './answer/detail.ts';
import { treeMessage } from './answer/proof.ts';
import { givenVerification, QUESTION, type Asked, type GivenVerification } from './given-partner.ts';
import { answeredShape, batchAnsweredShape } from './schema.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

let given: GivenVerification;
let partner: Partner;
let siti: Nik;
let card: string;
const ABSENT = '9901014101909001';

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given, {}, { motherName: 'IBU CONTOH' });
  card = await givenFamily(given, [{ nik: siti, relation: 1 }]);
  partner = await given.partner();
});

const about = (nik: string, attributes: Record<string, unknown> = QUESTION.attributes, over: object = {}) => ({
  ...QUESTION,
  nik,
  attributes,
  ...over,
});
const refused = ({ status, body }: Asked) => [status, body.code];

async function state(nik: Nik, to: string): Promise<void> {
  const states = ['', 'HIDUP', 'MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF', 'BATAL'];
  // As the register's acts leave it; what they are is not tested here.
  await given.system((tx) =>
    tx.client.query('update resident.resident set state = $2 where nik = $1::bigint', [nik, states.indexOf(to)]),
  );
}

describe('a question', () => {
  test('is answered field by field, under an entry of its own that the person sees', async () => {
    const attributes = { ...QUESTION.attributes, familyCard: card, motherName: 'IBU CONTOH', religion: 'ISLAM' };
    const asked = await partner.ask(about(siti, attributes));
    expect(asked.status).toBe(200);
    answeredShape.parse(asked.body);
    const { answer } = asked.body;
    expect(answer).toMatchObject({ reference: 'TRX-1', place: 0, state: null });
    expect(answer.results).toEqual({
      name: { result: 'score', score: 100 },
      birthDate: { result: 'match' },
      sex: { result: 'match' },
      familyCard: { result: 'match' },
      motherName: { result: 'match' },
      religion: { result: 'not_granted' },
    });
    const [look] = await given.system((tx) => whoLooked(tx, siti));
    expect(look).toMatchObject({
      entryId: answer.entry,
      label: 'verification.answered',
      by: `partner:${partner.id}`,
      purpose: 'public_service',
    });
    expect(readDetail(look!.detail!)).toMatchObject({ results: answer.results, reference: 'TRX-1' });
  });

  test('leaves no value behind: neither its entry nor its bill says more than why, what and how it came out', async () => {
    const { body } = await partner.ask(about(siti, { name: 'WULANDARI LAIN', birthDate: '1991-01-01' }));
    const left = await given.system(async (tx) => {
      const entry = await tx.client.query('select body from ledger.pending where id = $1', [body.answer.entry]);
      const call = await tx.client.query('select * from verification.call where entry = $1', [body.answer.entry]);
      return { entry: entry.rows[0]?.body as string | undefined, call: call.rows[0] };
    });
    expect(left.call).toMatchObject({ refs: ['TRX-1'], unit: 'KC Contoh', matched: 0, partial: 0, mismatched: 1 });
    // The sequencer may have taken it away already.
    if (left.entry) {
      expect(JSON.parse(left.entry).facts).toEqual({
        basis: 'contract',
        endUser: 'teller-7',
        fields: 'name,birthDate',
        grant: expect.any(String),
        reference: 'TRX-1',
        result: 'mismatch',
        unit: 'KC Contoh',
      });
    }
    for (const word of [siti, 'WULANDARI', '1991-01-01', 'SITI']) expect(JSON.stringify(left)).not.toContain(word);
  });

  test('names a person by a pseudonym that is the partner’s own and says nothing', async () => {
    const other = await given.partner();
    const of = async (by: Partner, nik: string) => (await by.ask(about(nik))).body.answer.pseudonym as string;
    const mine = await of(partner, siti);
    expect(await of(partner, siti)).toBe(mine);
    expect(await of(other, siti)).not.toBe(mine);
    expect(mine).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect((await partner.ask(about(mine))).status).toBe(422);
  });

  test('is refused with the field, what is wrong and a code, in the language asked for', async () => {
    const asked = await partner.ask(JSON.stringify(about(siti)).replace(`"${siti}"`, String(Number(siti))), {
      'accept-language': 'en',
    });
    expect([asked.status, asked.body.code]).toEqual([422, 'http.input_invalid']);
    expect(asked.body.errors).toEqual([
      { path: 'nik', code: 'verification.nik_number', message: expect.stringContaining('text in quotes') },
    ]);
    const unknown = await partner.ask(about(siti, { ...QUESTION.attributes, shoeSize: '42' }));
    expect(unknown.body.errors).toEqual([
      expect.objectContaining({ path: 'attributes.shoeSize', code: 'fault.unknown' }),
    ]);
  });

  test('of a body of two megabytes, or of no JSON, is refused', async () => {
    expect((await partner.ask(JSON.stringify(about(siti, { name: 'A'.repeat(2_000_000) })))).status).toBe(413);
    expect(refused(await partner.ask('{"nik":'))).toEqual([400, 'http.body_unreadable']);
  });

  test('needs two granted attributes', async () => {
    expect(refused(await partner.ask(about(siti, { name: 'SITI', religion: 'ISLAM' })))).toEqual([
      422,
      'verification.too_few_granted',
    ]);
  });

  test('about somebody outside the region of the agreement looks as if nobody were there', async () => {
    const away = await givenResident(given, { villageCode: BANDUNG });
    const jakarta = await given.partner({ regionCode: '31' });
    expect((await jakarta.ask(about(siti))).body.answer.results.name).toEqual({ result: 'score', score: 100 });
    expect((await jakarta.ask(about(away))).body.answer.results.name).toEqual({ result: 'no_match' });
    expect((await partner.ask(about(away))).body.answer.results.name).toEqual({ result: 'score', score: 100 });
  });

  test('of a regional institution never gets past its region, also where the code forgot to look', async () => {
    const institution = { kind: 'regional_government' as const, regionCode: '32' };
    const bandung = await given.partner({}, { institution });
    expect((await bandung.ask(about(siti))).body.answer.results.name).toEqual({ result: 'no_match' });
    const seen = await given.house.database.transact(
      'answer',
      { ...given.actor, jurisdiction: { code: '32' } },
      async (tx) => (await tx.client.query('select nik from verification.subject where nik = $1::bigint', [siti])).rows,
    );
    expect(seen).toEqual([]);
  });

  test('the answering role sees nothing of the register but its one view', async () => {
    for (const relation of [
      'resident.resident',
      'resident_read.resident',
      'resident_read.answerable',
      'ledger.access',
    ]) {
      const look = given.house.database.transact('answer', given.actor, (tx) =>
        tx.client.query(`select count(*) from ${relation}`),
      );
      await expect(look).rejects.toThrow('permission denied');
    }
  });
});

describe('who does not match', () => {
  test('looks the same whoever he is: one code, one shape, one size', async () => {
    const people = await Promise.all(
      ['HIDUP', 'MENINGGAL', 'GANDA', 'NONAKTIF', 'LEPAS_WNI', 'BATAL'].map(async (to) => {
        const nik = await givenResident(given, { birthDate: asCivilDate('1980-01-02') });
        if (to !== 'HIDUP') await state(nik, to);
        return { to, nik };
      }),
    );
    const erased = await givenResident(given, { birthDate: asCivilDate('1980-01-02') });
    await given.system((tx) =>
      tx.client.query(
        `insert into resident.erasure (nik, id, act_id, erased_at, files, ground, legal_basis)
         values ($1, gen_random_uuid(), gen_random_uuid(), now(), 0, 'court', 'percobaan')`,
        [erased],
      ),
    );
    const wrong = { name: 'WULANDARI LAIN', birthDate: '1999-09-09', sex: 'L' };
    const right = { name: 'SITI CONTOH RAHAYU', birthDate: '1980-01-02', sex: 'P' };
    const fresh = await given.partner();
    const answers: Asked[] = [await fresh.ask(about(siti, wrong)), await fresh.ask(about(ABSENT, right))];
    for (const { to, nik } of people) answers.push(await fresh.ask(about(nik, to === 'HIDUP' ? wrong : right)));
    answers.push(await fresh.ask(about(erased, right)));
    const matching = await fresh.ask(about(people[0]!.nik, right));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.answer.results))).size).toBe(1);
    // The words differ where somebody matches, the size never does.
    expect(new Set([...answers, matching].map(({ text }) => text.length)).size).toBe(1);
    const headers = answers.map(({ headers: { date: _, 'x-request-id': __, ...rest } }) => JSON.stringify(rest));
    expect(new Set(headers).size).toBe(1);
  });

  test('is told apart where the agreement says so, and no field speaks', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1970-03-04') });
    await state(nik, 'MENINGGAL');
    const right = { name: 'SITI CONTOH RAHAYU', birthDate: '1970-03-04', sex: 'P' };
    const told = await given.partner({ tells: ['absent', 'deceased'] });
    const dead = await told.ask(about(nik, right));
    expect(dead.body.answer).toMatchObject({ state: 'deceased', results: { birthDate: { result: 'no_match' } } });
    const absent = await told.ask(about(ABSENT, right));
    expect(absent.body.answer.state).toBe('absent');
    await state(nik, 'GANDA');
    const duplicate = await told.ask(about(nik, right));
    expect(duplicate.body.answer.state).toBeNull();
    expect(new Set([dead, absent, duplicate].map(({ text }) => text.length)).size).toBe(1);
  });
});

describe('a batch', () => {
  const items = (n: number, nik: string = siti) =>
    Array.from({ length: n }, (_, i) => ({ nik, attributes: QUESTION.attributes, reference: `TRX-${i}` }));
  const { attributes: _, reference: __, ...why } = QUESTION;

  test('is answered in its order under one entry that commits to each question', async () => {
    const other = await givenResident(given, { name: 'BUDI CONTOH SANTOSO', sex: 1 });
    const fresh = await given.partner();
    const asked = await fresh.batch({
      ...why,
      items: [...items(2), { nik: other, attributes: QUESTION.attributes, reference: 'TRX-9' }, ...items(1, ABSENT)],
    });
    expect(asked.status).toBe(200);
    const { answers } = batchAnsweredShape.parse(asked.body) as { answers: { answer: { entry: string } }[] };
    expect(new Set(answers.map(({ answer }) => answer.entry)).size).toBe(1);
    expect(
      asked.body.answers.map(({ answer }: never) => [(answer as never)['place'], (answer as never)['reference']]),
    ).toEqual([
      [0, 'TRX-0'],
      [1, 'TRX-1'],
      [2, 'TRX-9'],
      [3, 'TRX-0'],
    ]);
    const looks = (await given.system((tx) => whoLooked(tx, siti))).filter(
      ({ entryId }) => entryId === answers[0]!.answer.entry,
    );
    expect(looks.map(({ detail }) => readDetail(detail!)!.place).toSorted()).toEqual([0, 1]);
    const call = await given.system(
      async (tx) =>
        (await tx.client.query('select * from verification.call where entry = $1', [answers[0]!.answer.entry])).rows[0],
    );
    expect(call).toMatchObject({ matched: 2, partial: 1, mismatched: 1, refs: ['TRX-0', 'TRX-1', 'TRX-9', 'TRX-0'] });
  });

  test('of more than a thousand is refused; a wrong item is named by its place', async () => {
    const many = await partner.batch({ ...why, items: items(1001) });
    expect([many.status, many.body.errors[0].code]).toEqual([422, 'fault.too_many']);
    const one = await partner.batch({ ...why, items: [...items(1), { ...items(1)[0], nik: 'x' }] });
    expect(one.body.errors[0]).toMatchObject({ path: 'items.1.nik', code: 'verification.nik' });
  });

  test('a thousand are answered at once', async () => {
    const asked = await partner.batch({ ...why, items: items(1000) });
    expect([asked.status, asked.body.answers.length]).toEqual([200, 1000]);
  });
});

describe('proofs', () => {
  const key = async () => {
    const { body } = await given.inject('GET', '/v1/verifications/keys', undefined);
    return { kid: body.keys[0].kid as string, key: createPublicKey({ key: body.keys[0], format: 'jwk' }) };
  };

  test('answers that came together are leaves of one tree whose root is signed with the published key', async () => {
    const asked = await Promise.all(Array.from({ length: 7 }, () => partner.ask(about(siti))));
    const { kid, key: published } = await key();
    for (const { body } of asked) {
      const { answer, proof } = body;
      expect(proof).toMatchObject({ kind: 'tree', key: kid });
      const signature = Buffer.from(proof.signature, 'base64');
      expect(verifySignature(null, treeMessage(proof.size, proof.root), published, signature)).toBe(true);
      const bytes = (text: string) => Buffer.from(text, 'base64');
      const leaf = leafHash(Buffer.from(canonicalJson(answer)));
      const claim = { index: proof.index, size: proof.size, proof: proof.path.map(bytes), root: bytes(proof.root) };
      expect(provesInclusion({ ...claim, leafHash: leaf })).toBe(true);
    }
  });
});

describe('calls that are repeated', () => {
  const bills = (entry: string) =>
    given.system(
      async (tx) => (await tx.client.query('select 1 from verification.call where entry = $1', [entry])).rows.length,
    );

  test('under one key get the same answer, and are billed once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await partner.ask(about(siti), headers);
    const second = await partner.ask(about(siti), headers);
    expect(second.body.answer).toEqual(first.body.answer);
    expect(await bills(first.body.answer.entry)).toBe(1);
    const third = await partner.ask(about(siti));
    expect(third.body.answer.entry).not.toBe(first.body.answer.entry);
  });

  test('a key with another question, also about another person, is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await partner.ask(about(siti), headers);
    for (const other of [
      about(ABSENT),
      about(siti, { ...QUESTION.attributes, rt: '4' }),
      about(siti, undefined, { endUser: 'x' }),
    ]) {
      expect(refused(await partner.ask(other, headers))).toEqual([422, 'verification.other_question']);
    }
  });

  test('twenty at once under one key are one call', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const asked = await Promise.all(Array.from({ length: 20 }, () => partner.ask(about(siti), headers)));
    const answered = asked.filter(({ status }) => status === 200);
    const entries = new Set(answered.map(({ body }) => body.answer.entry));
    expect(entries.size).toBe(1);
    expect(asked.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await bills([...entries][0] as string)).toBe(1);
  });

  test('a batch under one key too; of another partner it is another key', async () => {
    const { attributes, reference, ...why } = QUESTION;
    const headers = { 'idempotency-key': randomUUID() };
    const body = {
      ...why,
      items: [
        { nik: siti, attributes, reference },
        { nik: ABSENT, attributes, reference },
      ],
    };
    const first = await partner.batch(body, headers);
    const second = await partner.batch(body, headers);
    const answersOf = ({ body: { answers } }: Asked) => answers.map(({ answer }: { answer: object }) => answer);
    expect(answersOf(second)).toEqual(answersOf(first));
    const other = await given.partner();
    expect((await other.batch(body, headers)).body.answers[0].answer.entry).not.toBe(
      first.body.answers[0].answer.entry,
    );
  });
});

describe('what is cut off', () => {
  test('a suspension is said by its cause at the next call, in every process', async () => {
    const mine = await given.partner();
    expect((await mine.ask(about(siti))).status).toBe(200);
    const path = `/v1/partners/cooperations/${mine.cooperationId}/stop`;
    await given.ok(
      given.dian.call('POST', path, { cause: 'security', reason: 'percobaan pemutusan akses', hours: 24 }),
    );
    // No refresh: the book hears of it.
    await expect
      .poll(async () => refused(await mine.ask(about(siti))), { timeout: 1000, interval: 20 })
      .toEqual([403, 'partner.suspended_security']);
  });

  test('a term ends by itself, an hour too, and a network that was not agreed is refused', async () => {
    const nights = await given.partner({ hours: { from: 22 * 60, until: 6 * 60 } });
    expect(refused(await nights.ask(about(siti)))).toEqual([403, 'partner.outside_hours']);
    const elsewhere = await given.partner({ networks: ['198.51.100.0/24'] });
    expect(refused(await elsewhere.ask(about(siti)))).toEqual([403, 'partner.network_unknown']);
    expect(refused(await partner.ask(about(siti, undefined, { purpose: 'law_enforcement' })))).toEqual([
      403,
      'partner.not_granted',
    ]);
    const ending = await given.partner({ validUntil: '2018-12-11' as never });
    expect((await ending.ask(about(siti))).status).toBe(200);
    const before = given.clock.now();
    given.clock.moveTo(new Date('2018-12-11T17:00:00Z'));
    expect(refused(await ending.ask(about(siti)))).toEqual([403, 'partner.grant_expired']);
    given.clock.moveTo(before);
  });
});

describe('budgets', () => {
  const wrong = { name: 'WULANDARI LAIN', birthDate: '1999-09-09' };

  test('a quota of ten is ten answers, however many ask at once', async () => {
    const small = await given.partner({ dailyQuota: 10 });
    const asked = await Promise.all(Array.from({ length: 25 }, () => small.ask(about(siti))));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(asked.filter(({ body }) => body.code === 'verification.quota_spent')).toHaveLength(15);
    const { attributes, reference, ...why } = QUESTION;
    const batch = await small.batch({ ...why, items: [{ nik: siti, attributes, reference }] });
    expect(refused(batch)).toEqual([429, 'verification.quota_spent']);
  });

  test('one partner may be wrong about one number ten times a day; another partner is not kept from it', async () => {
    const guesser = await given.partner();
    const nik = await givenResident(given, { birthDate: asCivilDate('1985-05-06') });
    for (let i = 0; i < 10; i++) expect((await guesser.ask(about(nik, wrong))).status).toBe(200);
    const right = { name: 'SITI CONTOH RAHAYU', birthDate: '1985-05-06' };
    expect(refused(await guesser.ask(about(nik, right)))).toEqual([429, 'verification.person_misses_spent']);
    expect((await partner.ask(about(nik, right))).body.answer.results.birthDate).toEqual({ result: 'match' });
    // Who was not there is guessed no more often than who was.
    for (let i = 0; i < 10; i++) await guesser.ask(about(ABSENT, wrong));
    expect(refused(await guesser.ask(about(ABSENT, right)))).toEqual([429, 'verification.person_misses_spent']);
  });

  test('within a batch the eleventh wrong question about one number is refused, the others are answered', async () => {
    const guesser = await given.partner();
    const nik = await givenResident(given, { birthDate: asCivilDate('1985-05-07') });
    const { attributes: _, reference, ...why } = QUESTION;
    const items = Array.from({ length: 15 }, () => ({ nik, attributes: wrong, reference }));
    const { body } = await guesser.batch({ ...why, items });
    expect(body.answers.map((each: object) => 'answer' in each)).toEqual(items.map((_item, i) => i < 10));
    expect(body.answers[14].refused.code).toBe('verification.person_misses_spent');
  });

  test('who fishes is slowed down before two hundred guesses; an alarm names him, and a look at one number many guess at', async () => {
    const fisher = await given.partner();
    const { attributes: _, reference, ...why } = QUESTION;
    const guess = (n: number) => ({ nik: `99010141018${String(n).padStart(5, '0')}`, attributes: wrong, reference });
    let answered = 0;
    for (let round = 0; round < 5; round++) {
      const items = Array.from({ length: 100 }, (_item, i) => guess(9001 + round * 100 + i));
      const { body } = await fisher.batch({ ...why, items });
      answered += (body.answers ?? []).filter((each: object) => 'answer' in each).length;
    }
    expect(answered).toBeGreaterThan(100);
    expect(answered).toBeLessThanOrEqual(200);
    const more = await fisher.ask(about(siti));
    expect(refused(more)).toEqual([429, 'verification.misses_spent']);
    expect(more.headers['retry-after']).toBe('60');
    const { raiseAlarms } = await import('./budget/watch.ts');
    await given.system(raiseAlarms);
    expect(await given.system(raiseAlarms)).toBe(0);
    const alarms = await given.system(
      async (tx) =>
        (
          await tx.client.query('select kind, institution_id from verification.alarm where institution_id = $1', [
            fisher.id,
          ])
        ).rows,
    );
    expect(alarms).toEqual([{ kind: 'misses_spent', institution_id: fisher.id }]);
  });

  test('who is right two times in three is never slowed down', async () => {
    const honest = await given.partner();
    const { attributes, reference, ...why } = QUESTION;
    for (let round = 0; round < 6; round++) {
      const items = Array.from({ length: 100 }, (_, i) =>
        i % 3 === 2
          ? { nik: `99010141018${String(9001 + round * 100 + i).padStart(5, '0')}`, attributes: wrong, reference }
          : { nik: siti, attributes, reference },
      );
      const { body } = await honest.batch({ ...why, items });
      expect(body.answers.every((each: object) => 'answer' in each)).toBe(true);
    }
  });
});

test('nobody else is let in by a partner’s token, and a partner by nobody else’s session', async () => {
  const headers = { authorization: `Bearer ${partner.token}` };
  expect(refused(await given.inject('GET', '/v1/partners/institutions', undefined, headers))).toEqual([
    401,
    'access.not_signed_in',
  ]);
  const answer = await given.dian.call('POST', '/v1/verifications', about(siti));
  expect([answer.status, answer.body.code]).toEqual([401, 'access.not_a_partner']);
  expect(answer.headers['www-authenticate']).toContain('DPoP');
});
