import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG, givenFamily, givenResident } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { canonicalJson } from '../../core/idempotency/index.ts';
import { leafHash, provesInclusion, whoLooked } from '../../core/ledger/index.ts';
import { readDetail } from './answer/detail.ts';
import { treeMessage } from './answer/proof.ts';
import {
  about,
  ABSENT,
  givenVerification,
  QUESTION,
  refused,
  WHY,
  type Asked,
  type GivenVerification,
} from './given-partner.ts';
import { answeredShape, batchAnsweredShape } from './schema.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

let given: GivenVerification;
let partner: Partner;
let siti: Nik;
let card: string;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given, {}, { motherName: 'IBU CONTOH' });
  card = await givenFamily(given, [{ nik: siti, relation: 1 }]);
  partner = await given.partner();
});

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
    const asked = await partner.ask(about(siti, attributes, { reference: 'TRX-1' }));
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
    const { body } = await partner.ask(
      about(siti, { name: 'WULANDARI LAIN', birthDate: '1991-01-01' }, { reference: 'TRX-1' }),
    );
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

  test('of a body of two megabytes or a hundred, or of no JSON, is refused', async () => {
    for (const letters of [2_000_000, 100_000_000]) {
      const body = JSON.stringify(about(siti)).replace('SITI', 'A'.repeat(letters));
      expect(refused(await partner.ask(body))).toEqual([413, 'http.body_too_large']);
    }
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
    const headers = answers.map(({ headers }) => JSON.stringify({ ...headers, date: '', 'x-request-id': '' }));
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

  test('is answered in its order under one entry that commits to each question', async () => {
    const other = await givenResident(given, { name: 'BUDI CONTOH SANTOSO', sex: 1 });
    const fresh = await given.partner();
    const asked = await fresh.batch({
      ...WHY,
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
    expect(looks.map(({ detail }) => readDetail(detail!)!.place)).toEqual(expect.arrayContaining([0, 1]));
    const call = await given.system(
      async (tx) =>
        (await tx.client.query('select * from verification.call where entry = $1', [answers[0]!.answer.entry])).rows[0],
    );
    expect(call).toMatchObject({ matched: 2, partial: 1, mismatched: 1, refs: ['TRX-0', 'TRX-1', 'TRX-9', 'TRX-0'] });
  });

  test('of more than a thousand, or of ten thousand, is refused; a wrong item is named by its place', async () => {
    for (const n of [1001, 10_000]) {
      const many = await partner.batch({ ...WHY, items: items(n) });
      expect([many.status, many.body.errors[0].code]).toEqual([422, 'fault.too_many']);
    }
    const one = await partner.batch({ ...WHY, items: [...items(1), { ...items(1)[0], nik: 'x' }] });
    expect(one.body.errors[0]).toMatchObject({ path: 'items.1.nik', code: 'verification.nik' });
  });

  test('a thousand are answered at once', async () => {
    const asked = await partner.batch({ ...WHY, items: items(1000) });
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
