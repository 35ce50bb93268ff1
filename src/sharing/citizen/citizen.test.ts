import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { one, run, sql } from '../../core/db/index.ts';
import { publicActor, systemActor } from '../../core/access/index.ts';
import { publicRequest } from '../../../test/given/public-request.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { keepContact } from '../../cards/card/index.ts';
import { textsTo } from '../../cards/card/holder/given-holder.ts';
import { givenResident } from '../../../test/given/people.ts';
import { about, WHY } from '../verification/given-partner.ts';
import { watchDisputes } from './dispute/watch.ts';
import { givenCitizens } from './given-citizen.ts';

const given = await givenCitizens();
type Partner = Awaited<ReturnType<typeof given.partner>>;
type Citizen = Awaited<ReturnType<typeof given.citizen>>;

let bank: Partner;
let siti: Citizen;
beforeAll(async () => {
  bank = await given.partner({}, { institution: { name: 'BADAN CONTOH SEJAHTERA', mail: 'badan@contoh.id' } });
  siti = await given.citizen();
});

const later = (ms: number) => given.clock.moveTo(new Date(given.clock.now().getTime() + ms));
const HOUR = 3_600_000;
const looks = async (of: Citizen, query = '') => (await of.visit(`/warga/siapa-melihat${query}`)).data;
const asked = async (nik: string, over: object = {}) => {
  const answer = await bank.ask(about(nik, undefined, over));
  expect(answer.status).toBe(200);
  return answer.body.answer.entry as string;
};

describe('signing in', () => {
  test('the first time needs number, card and code together, and the code is used up by it', async () => {
    const { nik, serial, uid } = await given.holder();
    const { visit } = given.browser('203.0.113.31');
    const code = await given.code(nik);
    const wrong = await visit('/warga/masuk/pertama', { nik, kartu: '12345', kode: code });
    expect(wrong).toMatchObject({ status: 422, data: { note: { is: 'wrong' } } });
    const right = { nik, kartu: uid, kode: code.toLowerCase().replaceAll('-', ' ') };
    expect((await visit('/warga/masuk/pertama', right)).to).toContain('/warga/masuk/pilih');
    // Pressed twice it opens the same again; a quarter of an hour later it is spent.
    expect((await visit('/warga/masuk/pertama', { ...right, kartu: serial })).to).toContain('/pilih');
    later(15 * 60_000);
    expect((await visit('/warga/masuk/pertama', right)).data.note).toEqual({ is: 'wrong' });
  });

  test('says the same of a number that nobody has, and makes guessers wait, each number for itself', async () => {
    const { nik } = await given.holder();
    const known = given.browser('203.0.113.32');
    const unknown = given.browser('203.0.113.33');
    const nobody = '3175074508909987';
    for (let n = 0; n < 3; n++) {
      const one = await known.visit('/warga/masuk', { nik, sandi: 'salah sama sekali' });
      const other = await unknown.visit('/warga/masuk', { nik: nobody, sandi: 'salah sama sekali' });
      expect({ ...one.data, typed: null }).toEqual({ ...other.data, typed: null });
      expect([one.status, other.status]).toEqual([422, 422]);
    }
    expect(await known.visit('/warga/masuk', { nik, sandi: given.password })).toMatchObject({ status: 429 });
    expect(await unknown.visit('/warga/masuk', { nik: nobody, sandi: 'x' })).toMatchObject({ status: 429 });
    const elsewhere = given.browser('203.0.113.34');
    expect(await elsewhere.visit('/warga/masuk', { nik, sandi: 'x' })).toMatchObject({ status: 429 });
  });

  test('by password, and by a code to the contact that the office took down; one session ends another', async () => {
    const budi = await given.citizen();
    const phone = '081300007001';
    await given.system((tx) => keepContact(tx, systemActor('test'), budi.nik, { text: phone, language: 'id' }));
    const desk = given.browser('203.0.113.35');
    expect(
      (
        await desk.visit('/warga/masuk?ke=/warga/siapa-melihat', {
          nik: budi.nik,
          sandi: given.password,
          ke: '/warga/siapa-melihat',
        })
      ).to,
    ).toBe('/warga/siapa-melihat');
    const workers = await given.house.startWorkers();
    const mobile = given.browser('203.0.113.36');
    const { data } = await mobile.visit('/warga/masuk', { nik: budi.nik, cara: 'pesan' });
    await expect.poll(() => textsTo(given, phone).some((text) => text.startsWith('Kode layanan warga'))).toBe(true);
    const kode = /warga: (\d{6})/.exec(textsTo(given, phone).find((text) => text.startsWith('Kode layanan'))!)![1]!;
    await workers.stop();
    expect((await mobile.visit('/warga/masuk', { tiket: data.ticket, kode: '000000' })).data.note.is).toBe(
      'wrong_code',
    );
    expect((await mobile.visit('/warga/masuk', { tiket: data.ticket, kode, ke: '//evil.example' })).to).toBe('/warga');
    const { sessions } = (await mobile.visit('/warga/sesi')).data;
    expect(sessions).toHaveLength(3);
    await mobile.visit('/warga/sesi', { akhiri: 'lain' });
    expect((await desk.visit('/warga/siapa-melihat')).to).toBe('/warga/masuk');
    expect((await mobile.visit('/warga/keluar', {})).to).toBe('/warga/masuk?keluar=ya');
    expect(mobile.token).toBeNull();
  });

  test('a session that nobody uses for half an hour, and one of twelve hours, is over', async () => {
    const own = await given.citizen();
    const age = (column: 'seen_at' | 'ends_at', back: string) =>
      given.system((tx) =>
        run(
          tx,
          sql`update citizen.session set ${sql.ref(column)} = now() - ${back}::interval where nik = ${own.nik}::bigint`,
        ),
      );
    expect((await own.visit('/warga/siapa-melihat')).status).toBe(200);
    await age('seen_at', '31 minutes');
    expect((await own.visit('/warga/siapa-melihat')).to).toBe('/warga/masuk');
  });

  test('no code is given to who has no valid card', async () => {
    const nik = await givenResident(given);
    const answer = await given.operator.call(
      'POST',
      '/v1/citizen/codes',
      { ref: given.ref(nik) },
      { 'jatidiri-purpose': 'service' },
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'citizen.card_missing']);
  });
});

describe('who looked at my data', () => {
  test('names institution, unit, purpose, basis, each field with its result, and the way it came', async () => {
    const entry = await asked(siti.nik, { reference: 'TRX-LIHAT-1' });
    const { looks: shown } = await looks(siti, '?jenis=lembaga');
    expect(shown[0]).toMatchObject({
      entryId: entry,
      who: { is: 'institution', id: bank.id, name: 'BADAN CONTOH SEJAHTERA' },
      unit: 'KC Contoh',
      purpose: 'Pelayanan publik',
      basis: 'Perjanjian dengan Anda',
      way: 'api',
      reference: 'TRX-LIHAT-1',
      fields: [
        { name: 'Nama lengkap', result: 'score', score: 100 },
        { name: 'Tanggal lahir', result: 'match' },
        { name: 'Jenis kelamin', result: 'match' },
      ],
    });
    const batch = await bank.batch({
      ...WHY,
      items: [siti.nik, '3175074508909988'].map((nik, n) => ({
        nik,
        attributes: about(nik).attributes,
        reference: `B-${n}`,
      })),
    });
    expect(batch.status).toBe(200);
    expect((await looks(siti, '?jenis=lembaga')).looks[0]).toMatchObject({ way: 'batch', reference: 'B-0' });
  });

  test('officers by office and purpose, own looks apart; filters and pages lose and repeat nothing', async () => {
    const own = await given.citizen();
    const opened = await given.operator.call('GET', `/v1/residents/${given.ref(own.nik)}`, undefined, {
      'jatidiri-purpose': 'complaint',
    });
    expect(opened.status).toBe(200);
    const officers = (await looks(own, '?jenis=petugas')).looks;
    expect(officers[0]).toMatchObject({
      who: { is: 'office', name: 'Kantor 3175' },
      purpose: 'Penanganan pengaduan',
      way: 'counter',
    });
    expect((await looks(own)).looks.some(({ who }: { who: { is: string } }) => who.is === 'self')).toBe(false);
    expect((await looks(own, '?jenis=saya')).looks[0].label).toBe('citizen.page_seen');
    const entries: string[] = [];
    for (let n = 0; n < 30; n++) entries.push(await asked(own.nik));
    const first = await looks(own, '?jenis=lembaga');
    const second = await looks(own, `?jenis=lembaga&lanjut=${first.next}`);
    const seen = [...first.looks, ...second.looks].map(({ entryId }: { entryId: string }) => entryId);
    expect(seen).toEqual(entries.toReversed());
    expect(second.next).toBeNull();
    expect((await looks(own, `?oleh=${bank.id}&sejak=11-12-2018`)).looks).toHaveLength(25);
    expect((await looks(own, '?sejak=12-12-2018')).looks).toHaveLength(0);
    expect(await looks(own, '?sejak=31-02-2018')).toMatchObject({ wrongSince: '31-02-2018' });
  });

  test('what a court ordered appears when its seal ends; in somebody else’s case nothing but the fact', async () => {
    const own = await given.citizen();
    const other = await given.holder();
    const search = await given.system(async (tx) => {
      const { id } = await one<{ id: string }>(
        tx,
        sql`insert into uniqueness.court_search (id, court, order_no, ordered_on, ends_on, probe, approved_at, approved_by, entry_id)
            values (gen_random_uuid(), 'PN CONTOH', '1/2018', '2018-12-01', '2018-12-20', null, now(), gen_random_uuid(), gen_random_uuid()) returning id`,
      );
      await record(tx, systemActor('uniqueness'), {
        label: 'uniqueness.court_searched',
        subjects: [{ nik: own.nik, detail: 'recording' }],
        facts: { search: id },
      });
      const subjects = [own.nik, other.nik].map((nik) => ({ nik, detail: 'recording' }));
      await record(tx, systemActor('uniqueness'), {
        label: 'uniqueness.adjudication_opened',
        subjects,
        facts: { case: id },
      });
      return id;
    });
    expect(search).toBeDefined();
    const before = (await looks(own)).looks;
    expect(before[0]).toMatchObject({
      closed: true,
      what: 'Dalam perkara orang lain',
      purpose: null,
      fields: [],
      who: { name: null },
    });
    const count = before.length;
    given.clock.moveTo(new Date('2018-12-21T02:00:00Z'));
    const after = (await looks(own)).looks;
    expect(after).toHaveLength(count + 1);
    expect(after.some(({ closed, what }: { closed: boolean; what: string }) => !closed && what !== '')).toBe(true);
  });

  test('as CSV whole, and as a paper under the log’s root', async () => {
    const csv = await siti.visit('/warga/siapa-melihat?berkas=csv');
    expect(csv.file!.bytes.toString()).toContain(
      'BADAN CONTOH SEJAHTERA,KC Contoh,Mencocokkan data Anda,Pelayanan publik',
    );
    const pdf = await siti.visit('/warga/siapa-melihat?berkas=pdf');
    expect(pdf.file!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a proof to keep', () => {
  const verifier = fileURLToPath(new URL('../../core/ledger/verifier.mjs', import.meta.url));
  function check(proof: object, key?: string) {
    const dir = mkdtempSync(join(tmpdir(), 'jatidiri-proof-'));
    writeFileSync(join(dir, 'bukti.json'), JSON.stringify(proof));
    if (key) writeFileSync(join(dir, 'key'), key);
    const { status, stdout } = spawnSync(
      process.execPath,
      [verifier, '--proof', join(dir, 'bukti.json'), ...(key ? ['--key', join(dir, 'key')] : [])],
      { encoding: 'utf8' },
    );
    rmSync(dir, { recursive: true });
    return { status, said: JSON.parse(stdout) };
  }

  test('is checked by the verifier that everybody has, of one question and of one in a batch; a changed letter is found', async () => {
    const { looks: shown } = await looks(siti, '?jenis=lembaga');
    for (const { entryId } of [shown[0], shown[1]]) {
      const { file } = await siti.visit(`/warga/siapa-melihat/${entryId}?berkas=bukti`);
      const proof = JSON.parse(file!.bytes.toString());
      expect(check(proof, proof.key)).toMatchObject({
        status: 0,
        said: { ok: true, person: 'committed to', entry: { id: entryId } },
      });
      const [opening] = proof.openings;
      const told = { ...proof, openings: [{ ...opening, detail: opening.detail.replace('sex=+', 'sex=-') }] };
      expect(check(told)).toMatchObject({ status: 1, said: { ok: false } });
      expect(check({ ...proof, openings: [{ ...opening, nik: '3175074508909999' }] }).status).toBe(1);
      expect(check({ ...proof, entry: proof.entry.replace('KC Contoh', 'KC Lain') }).status).toBe(1);
      expect(check({ ...proof, seq: proof.seq + 1 }).status).toBe(1);
    }
  });

  test('of a look that is not one’s own there is none', async () => {
    const entry = await asked(siti.nik);
    const other = await given.citizen();
    expect((await other.visit(`/warga/siapa-melihat/${entry}?berkas=bukti`)).status).toBe(404);
    expect((await other.visit(`/warga/siapa-melihat/${entry}`, { uraian: '' })).status).toBe(404);
  });
});

describe('"bukan saya"', () => {
  const cases = async () =>
    given.inject('GET', '/v1/disputes?state=all', undefined, { authorization: `Bearer ${await bank.bearer()}` });
  const answer = async (id: string, body: object, by: Partner = bank) =>
    given.inject('POST', `/v1/disputes/${id}/answer`, body, {
      authorization: `Bearer ${await by.bearer()}`,
      'idempotency-key': crypto.randomUUID(),
    });
  async function disputed(words = 'saya tidak pernah ke bank ini') {
    const entry = await asked(siti.nik, { reference: `TRX-BS-${words.length}-${crypto.randomUUID().slice(0, 6)}` });
    const { to } = await siti.visit(`/warga/siapa-melihat/${entry}`, { uraian: words });
    return { entry, id: to!.split('/').at(-1)!, to: to! };
  }

  test('pressed twice opens one case, which tells the institution nothing but its own reference', async () => {
    const { entry, to, id } = await disputed();
    expect((await siti.visit(`/warga/siapa-melihat/${entry}`, { uraian: '' })).to).toBe(to);
    const listed = (await cases()).body.disputes.find((each: { id: string }) => each.id === id);
    expect(listed).toMatchObject({
      entryId: entry,
      state: 'OPEN',
      overdue: false,
      reference: expect.stringContaining('TRX-BS'),
    });
    expect(JSON.stringify(listed)).not.toContain(siti.nik);
    expect(JSON.stringify(listed)).not.toContain('tidak pernah');
    const stranger = await given.partner();
    expect(
      (await answer(id, { answer: 'mistake', words: 'bukan punya kami', measures: 'tidak ada tindakan' }, stranger))
        .status,
    ).toBe(404);
  });

  test('explained with a basis, objected to, decided by the ministry with its reasons', async () => {
    const { id } = await disputed();
    expect((await answer(id, { answer: 'explanation', words: 'nasabah membuka rekening daring' })).status).toBe(422);
    const given1 = await answer(id, {
      answer: 'explanation',
      basis: 'contract',
      words: 'nasabah membuka rekening daring',
    });
    expect(given1).toMatchObject({ status: 200, body: { state: 'ANSWERED' } });
    expect(
      (await answer(id, { answer: 'explanation', basis: 'contract', words: 'nasabah membuka rekening daring' })).status,
    ).toBe(409);
    expect(
      (await siti.visit(`/warga/bukan-saya/${id}`, { putusan: 'keberatan', uraian: 'tidak' })).data.faults,
    ).toEqual(['words']);
    expect(
      (await siti.visit(`/warga/bukan-saya/${id}`, { putusan: 'keberatan', uraian: 'saya tidak membuka apa pun' })).to,
    ).toContain(id);
    const opened = await given.dian.call('GET', `/v1/citizen/disputes/${id}`);
    expect(opened.body).toMatchObject({ state: 'OBJECTED', may: ['upheld', 'rejected'] });
    expect(JSON.stringify(opened.body)).not.toContain(siti.nik);
    const decided = await given.dian.call('POST', `/v1/citizen/disputes/${id}/decision`, {
      decision: 'upheld',
      words: 'tidak ada bukti persetujuan',
    });
    expect(decided).toMatchObject({ status: 200, body: { state: 'UPHELD' } });
    const page = (await siti.visit(`/warga/bukan-saya/${id}`)).data;
    expect(page.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'answered', 'objected', 'upheld']);
    expect(page.steps[3].words).toBe('tidak ada bukti persetujuan');
    expect(page.may).toEqual([]);
  });

  test('unanswered after three days counts in public to the instant, whether a job ran or not; then the ministry may decide', async () => {
    const { id } = await disputed('saya di rumah sepanjang hari itu');
    const unanswered = () =>
      given.system((tx) =>
        one<{ n: number }>(
          tx,
          sql`select count(*)::int as n from citizen_read.unanswered u where u.institution_id = ${bank.id}
                and u.due_at <= ${given.clock.now()} and (u.answered_at is null or u.answered_at > ${given.clock.now()})`,
        ),
      );
    const before = (await unanswered()).n;
    const dueAt = (await siti.visit(`/warga/bukan-saya/${id}`)).data.dueAt;
    expect(new Date(dueAt).getTime() - given.clock.now().getTime()).toBe(72 * HOUR);
    later(72 * HOUR - 1);
    expect(
      (
        await given.dian.call('POST', `/v1/citizen/disputes/${id}/decision`, {
          decision: 'upheld',
          words: 'lembaga tidak menjawab',
        })
      ).status,
    ).toBe(409);
    later(1);
    expect((await unanswered()).n).toBeGreaterThan(before);
    const register = given.house.rooms
      .flatMap(({ pages = [] }) => pages)
      .find(({ path }) => path === '/daftar-perjanjian')!;
    const published = await given.transact(publicActor('id'), (tx) =>
      register.load(tx, publicRequest({ query: { cari: 'BADAN CONTOH SEJAHTERA' } })),
    );
    expect(published).toMatchObject({ lines: [{ unanswered: (await unanswered()).n }] });
    const ran = await given.system(watchDisputes);
    expect(ran.overdue).toBeGreaterThan(0);
    expect(await given.system(watchDisputes)).toEqual({ reminded: 0, overdue: 0 });
    const { disputes } = (await given.dian.call('GET', '/v1/citizen/disputes')).body;
    expect(disputes.find((each: { id: string }) => each.id === id)).toMatchObject({ overdue: true });
    expect(
      (
        await given.dian.call('POST', `/v1/citizen/disputes/${id}/decision`, {
          decision: 'upheld',
          words: 'lembaga tidak menjawab',
        })
      ).status,
    ).toBe(200);
  });
});

describe('my data', () => {
  test('is whole and in words, with where it came from; as JSON, CSV and PDF', async () => {
    const page = (await siti.visit('/warga/data')).data;
    const person = page.sections.find(({ key }: { key: string }) => key === 'person');
    expect(person.rows).toContainEqual({
      label: 'Nama lengkap',
      value: 'SITI CONTOH RAHAYU',
      source: expect.any(String),
    });
    expect(page.sections.find(({ key }: { key: string }) => key === 'cards').rows[0].value).toContain('berlaku');
    const json = await siti.visit('/warga/data?berkas=json');
    expect(JSON.parse(json.file!.bytes.toString()).sections).toHaveLength(8);
    expect((await siti.visit('/warga/data?berkas=csv')).file!.bytes.toString()).toContain(
      'Biodata,Nama lengkap,SITI CONTOH RAHAYU',
    );
    expect((await siti.visit('/warga/data?berkas=pdf')).file!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await siti.visit('/warga')).data).toMatchObject({
      chooses: false,
      standing: { inHand: [{ state: 'VALID' }] },
    });
  });
});

describe('rights', () => {
  test('are asked once at a time, answered once by the office of the person’s region, with reasons and the article', async () => {
    const own = await given.citizen();
    const office = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
    const elsewhere = await given.officer({ role: 'verifier', officeId: await given.office('3273') });
    const asking = { hak: 'correction', uraian: 'tempat lahir saya BANDUNG, bukan JAKARTA' };
    expect((await own.visit('/warga/hak', { ...asking, uraian: 'pendek' })).data.faults).toEqual(['words']);
    const { to } = await own.visit('/warga/hak', asking);
    expect((await own.visit('/warga/hak', asking)).to).toBe(to);
    const [mine] = (await own.visit('/warga/hak')).data.requests;
    expect(new Date(mine.dueAt).getTime() - new Date(mine.openedAt).getTime()).toBe(72 * HOUR);
    const listed = (await office.call('GET', '/v1/citizen/rights')).body.requests;
    expect(listed.map(({ id }: { id: string }) => id)).toContain(mine.id);
    expect((await elsewhere.call('GET', '/v1/citizen/rights')).body.requests).toEqual([]);
    expect((await elsewhere.call('GET', `/v1/citizen/rights/${mine.id}`)).status).toBe(403);
    expect((await office.call('GET', `/v1/citizen/rights/${mine.id}`)).body).toMatchObject({ words: asking.uraian });
    const answer = (body: object) => office.call('POST', `/v1/citizen/rights/${mine.id}/answer`, body);
    const words = 'bawa akta kelahiran ke loket';
    expect((await answer({ decision: 'refused', exception: 'defence', words })).body.code).toBe(
      'citizen.exception_wrong',
    );
    expect((await answer({ decision: 'refused', exception: 'unproved', words })).status).toBe(200);
    expect((await answer({ decision: 'granted', exception: null, words })).body.code).toBe('citizen.right_answered');
    expect((await own.visit('/warga/hak')).data.requests[0].answer).toMatchObject({
      decision: 'refused',
      exception: 'unproved',
      words,
    });
    // What the ministry decides is not the office's to see.
    await own.visit('/warga/hak', { hak: 'review', uraian: 'tinjau hasil uji ketunggalan saya' });
    const [review] = (await own.visit('/warga/hak')).data.requests;
    expect((await office.call('GET', `/v1/citizen/rights/${review.id}`)).status).toBe(404);
    expect((await given.dian.call('GET', `/v1/citizen/rights/${review.id}`)).status).toBe(200);
    expect((await own.visit('/warga/permohonan')).data.applications).toEqual([]);
  });
});

test('the page of a voter says whether he votes in the next election, where, or why not', async () => {
  const own = await given.citizen({ birthDate: asCivilDate('1990-08-05') });
  expect((await own.visit('/warga/pemilih')).data).toMatchObject({ verdict: null });
  await given.system((tx) =>
    tx.client.query(
      `insert into voter.election (id, name_id, name_en, kind, voting_day, cutoff, area, state, planned_at, planned_by, opened_at, opened_by, entry_id)
       values ($1, 'Pemilu', 'Election', 'pemilu', '2019-04-17', '2018-12-01', '{}', 'OPEN', '2018-01-01', $1, '2018-01-02', $2, $1)`,
      [newId(), newId()],
    ),
  );
  const { verdict } = (await own.visit('/warga/pemilih')).data;
  expect(verdict).toMatchObject({ reasons: [], card: 'valid', mission: null, movedSince: false });
  const young = await given.citizen({ birthDate: asCivilDate('2002-08-05') });
  expect((await young.visit('/warga/pemilih')).data.verdict.reasons).toEqual(['under_age']);
});

describe('locks', () => {
  test('hold from the commit on: a locked question looks like nobody’s, costs no mistake, and the person sees it', async () => {
    const own = await given.citizen();
    const money = await given.partner({}, { institution: { sector: 'finance' } });
    const telling = await given.partner({ tells: ['deceased'] }, { institution: { sector: 'finance' } });
    const ask = async (by: Partner, over: object = {}) => (await by.ask(about(own.nik, undefined, over))).body.answer;
    const wrong = await own.visit('/warga/kunci', { jenis: 'finance', aksi: 'kunci', sampai: '31-02-2019' });
    expect(wrong.data.fault).toEqual({ lock: 'finance', typed: '31-02-2019' });
    const open = await ask(money);
    expect(open.results.birthDate).toEqual({ result: 'match' });
    const locking = { jenis: 'finance', aksi: 'kunci', sampai: '' };
    expect((await own.visit('/warga/kunci', locking)).to).toBe('/warga/kunci?tersimpan=ya');
    // Far more often than a partner may be wrong about one number.
    for (let n = 0; n < 12; n++) {
      const locked = await ask(money);
      expect([...new Set(Object.values(locked.results).map((one) => (one as { result: string }).result))]).toEqual([
        'no_match',
      ]);
      expect(locked.state).toBeNull();
    }
    expect((await ask(telling)).state).toBe('locked');
    expect((await ask(bank)).results.birthDate).toEqual({ result: 'match' });
    expect((await ask(money, { basis: 'legal_obligation' })).results.birthDate).toEqual({ result: 'match' });
    expect((await looks(own, `?oleh=${money.id}`)).looks[1]).toMatchObject({ state: 'locked' });
    const repeated = about(own.nik);
    const key = crypto.randomUUID();
    const first = await money.ask(repeated, { 'idempotency-key': key });
    expect((await money.ask(repeated, { 'idempotency-key': key })).body.answer).toEqual({
      ...first.body.answer,
      at: expect.any(String),
    });
    await own.visit('/warga/kunci', { jenis: 'finance', aksi: 'buka' });
    expect((await ask(money)).results.birthDate).toEqual({ result: 'match' });
    await own.visit('/warga/kunci', { ...locking, sampai: '25-12-2030' });
    given.clock.moveTo(new Date('2030-12-25T17:00:00Z'));
    expect((await own.visit('/warga/kunci')).data.locks.every(({ set }: { set: unknown }) => set === null)).toBe(true);
  });
});
