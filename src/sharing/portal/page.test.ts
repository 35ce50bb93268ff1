import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenKey } from '../verification/token/given-keys.ts';
import { about, WHY } from '../verification/given-partner.ts';
import { CONTENTS, pdf } from '../partner/given-partner.ts';
import { fileDocuments, fileReports, suspendAtOnce, watchReports } from '../partner/index.ts';
import { givenResident } from '../../../test/given/people.ts';
import { newId } from '../../core/id/index.ts';
import { CHOICES } from '../webhook/event/rules.ts';
import { givenReceiver, leadTo } from '../webhook/given-webhook.ts';
import { givenPortal, type GivenPortal } from './given-portal.ts';

let given: GivenPortal;
beforeAll(async () => (given = await givenPortal()));
afterAll(() => given.workers.stop());

type Portal = Awaited<ReturnType<GivenPortal['person']>>;

/** Somebody of an institution that has no agreement. */
async function newcomer() {
  const [id] = (await given.institutions(1)) as [string];
  return { id, who: await given.person(id) };
}

const pem = async () => {
  const { privateKey } = await givenKey();
  return {
    open: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    secret: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  };
};
const handIn = async (who: Portal, nama: string) =>
  who.send('/mitra/kunci', { tindakan: 'tambah', kunci: (await pem()).open, nama });

describe('the first page', () => {
  test('of an institution without an agreement says what to do, and lets it begin at once', async () => {
    const { who } = await newcomer();
    const { data } = await who.see('/mitra');
    expect(data).toMatchObject({ way: null, checks: { key: false, token: false, trial: false, production: false } });
    expect(data.whyNot).toContain('belum terhubung');
    await handIn(who, 'satu');
    await who.send('/mitra/uji-coba', { ...QUESTION });
    await given.house.ground.verification.trial.settle();
    const { data: later } = await who.see('/mitra');
    expect(later.checks).toEqual({ key: true, token: false, trial: true, production: false });
    expect(later.expiries).toMatchObject([{ what: 'key', name: 'satu', standing: 'later' }]);
  });

  test('says of a climbing one who must act and what is lacking', async () => {
    const [id] = (await given.institutions(1)) as [string];
    await given.climbed([id], 'TECHNICAL_GUIDE');
    const { data } = await (await given.person(id)).see('/mitra');
    expect(data.way).toMatchObject({ stage: 'TECHNICAL_GUIDE', nextUp: 'ONBOARDING', acts: 'institution' });
    expect(data.way.lacking).toEqual(['nda', 'sptjm']);
    expect(data.way.steps.map(({ stage }: { stage: string }) => stage)[0]).toBe('REQUEST');
  });

  test('of a connected one counts its first question, and of a stopped one says the cause and the way back', async () => {
    const partner = await given.partner();
    const who = await given.person(partner.id);
    expect((await who.see('/mitra')).data).toMatchObject({ whyNot: null, stops: [], checks: { production: false } });
    expect((await partner.ask(about(await givenResident(given)))).status).toBe(200);
    expect((await who.see('/mitra')).data.checks.production).toBe(true);
    const reason = 'Kunci terlihat di tempat umum';
    await given.act((tx) =>
      suspendAtOnce(tx, given.actor, { id: partner.cooperationId, cause: 'security', reason, substitute: null }),
    );
    const { data } = await who.see('/mitra');
    expect(data.whyNot).toContain('alasan keamanan');
    expect(data.stops).toMatchObject([{ cause: 'security', reason, appealed: false }]);
    // What it may not do stays closed, what it may stays open.
    expect((await who.see('/mitra/kunci')).data.living).toHaveLength(1);
  });
});

const QUESTION = {
  nik: '9901 0145 0890 9001',
  name: 'SITI RAHAYU CONTOH',
  birthDate: '1990-08-05',
  motherName: '',
  familyCard: '',
  address: '',
  purpose: 'public_service',
  basis: 'contract',
  unit: 'KC Contoh',
  endUser: 'teller-7',
  reference: 'TRX-1',
};

describe('trying on the page', () => {
  test('shows what was sent and the true answer, or the true problem', async () => {
    const { who } = await newcomer();
    const { data } = await who.send('/mitra/uji-coba', QUESTION);
    expect(JSON.parse(data.tried.request)).toMatchObject({
      nik: '9901014508909001',
      attributes: { birthDate: '1990-08-05' },
    });
    expect([data.tried.status, JSON.parse(data.tried.answer).answer.results.birthDate]).toEqual([
      200,
      { result: 'match' },
    ]);
    const wrong = (await who.send('/mitra/uji-coba', { ...QUESTION, name: '' })).data.tried;
    expect([wrong.status, JSON.parse(wrong.answer).code]).toEqual([422, 'http.input_invalid']);
    const spent = (await who.send('/mitra/uji-coba', { ...QUESTION, nik: '9901010101809101' })).data.tried;
    expect([spent.status, JSON.parse(spent.answer).code]).toEqual([429, 'verification.quota_spent']);
  });

  test('gives the samples as files, and is not the reporter’s', async () => {
    const { id, who } = await newcomer();
    const { file } = await who.see('/mitra/uji-coba', { contoh: 'ask.py' });
    expect(file!.bytes.toString()).toContain('urllib.request');
    const reporter = await given.person(id, 'reporter');
    await expect(reporter.see('/mitra/uji-coba')).rejects.toThrow('portal.role_lacking');
  });
});

describe('keys', () => {
  test('come as PEM or JWK, two at once, and end after the page has asked once more', async () => {
    const { who } = await newcomer();
    expect((await handIn(who, 'lama')).to).toBe('/mitra/kunci?hasil=ditambah');
    const jwk = { ...(await givenKey('ES256')).jwk, kid: 'baru' };
    expect((await who.send('/mitra/kunci', { tindakan: 'tambah', kunci: JSON.stringify(jwk) })).to).toContain(
      'ditambah',
    );
    const third = await handIn(who, 'ketiga');
    expect(third.data.note.text).toContain('Dua kunci');
    const { living } = third.data;
    expect(living.map(({ kid }: { kid: string }) => kid)).toEqual(['lama', 'baru']);
    const asked = await who.send('/mitra/kunci', { tindakan: 'akhiri', id: living[0].id });
    expect([asked.data.ending.kid, asked.data.living.length]).toEqual(['lama', 2]);
    expect((await who.send('/mitra/kunci', { tindakan: 'akhiri', id: living[0].id, setuju: 'ya' })).to).toContain(
      'diakhiri',
    );
    expect((await who.see('/mitra/kunci')).data).toMatchObject({ living: [{ kid: 'baru' }], ended: [{ kid: 'lama' }] });
  });

  test('of which the private half was pasted are refused, and not shown again', async () => {
    const { who } = await newcomer();
    const { secret } = await pem();
    const { data } = await who.send('/mitra/kunci', { tindakan: 'tambah', kunci: secret });
    expect(data.faults.kunci).toContain('kunci privat');
    expect(JSON.stringify(data)).not.toContain('PRIVATE');
    const junk = await who.send('/mitra/kunci', { tindakan: 'tambah', kunci: '{"kty":' });
    expect(junk.data.faults.kunci).toContain('rusak');
  });

  test('are the administrator’s to change, and only his own institution’s', async () => {
    const [here, there] = [await newcomer(), await newcomer()];
    await handIn(there.who, 'milik');
    const [{ id }] = (await there.who.see('/mitra/kunci')).data.living;
    const tried = await here.who.send('/mitra/kunci', { tindakan: 'akhiri', id, setuju: 'ya' });
    expect(tried.data.note.text).toContain('tidak ditemukan');
    const developer = await given.person(here.id, 'developer');
    expect((await developer.see('/mitra/kunci')).data.mayManage).toBe(false);
    await expect(handIn(developer, 'dev')).rejects.toThrow('portal.role_lacking');
  });

  test('may be published instead, at an https address', async () => {
    const { who } = await newcomer();
    const plain = await who.send('/mitra/kunci', { tindakan: 'alamat', alamat: 'http://lembaga.example/kunci' });
    expect(plain.data.faults.alamat).toContain('https://');
    await who.send('/mitra/kunci', { tindakan: 'alamat', alamat: 'https://lembaga.example/kunci' });
    expect((await who.see('/mitra/kunci')).data.published).toMatchObject({
      url: 'https://lembaga.example/kunci',
      kids: [],
    });
    // As the job leaves it where the address cannot be read: the words name the host.
    await given.system((tx) =>
      tx.client.query(`update verification.key_set set fault = 'egress.unreachable' where url = $1`, [
        'https://lembaga.example/kunci',
      ]),
    );
    expect((await who.see('/mitra/kunci')).data.published.fault).toContain('lembaga.example');
    await who.send('/mitra/kunci', { tindakan: 'alamat', alamat: '' });
    expect((await who.see('/mitra/kunci')).data.published).toBeNull();
  });
});

describe('the log and usage', () => {
  test('show an institution its own calls and refusals, by day, number, unit and code, and nobody’s data', async () => {
    const partner = await given.partner({ dailyQuota: 1000 });
    const other = await given.partner();
    const nik = await givenResident(given);
    await partner.ask(about(nik, undefined, { reference: 'LOG-1', unit: 'KC Satu' }));
    await partner.ask(about(nik, undefined, { reference: 'LOG-2', unit: 'KC Dua' }));
    await partner.ask({ ...about(nik), nik: '1' });
    await other.ask(about(nik, undefined, { reference: 'LOG-3' }));
    await given.house.ground.verification.meter.settle();
    const who = await given.person(partner.id, 'reporter');
    const { data } = await who.see('/mitra/catatan');
    expect(data.calls.map(({ references }: { references: string[] }) => references)).toEqual([['LOG-2'], ['LOG-1']]);
    expect(data.calls[0]).toMatchObject({ purpose: 'public_service', unit: 'KC Dua', matched: 1, mismatched: 0 });
    expect(data.refused).toMatchObject([{ code: 'http.input_invalid', kind: 'input', n: 1 }]);
    expect(JSON.stringify(data)).not.toContain(nik);
    const found = async (query: Record<string, string>) => (await who.see('/mitra/catatan', query)).data;
    expect((await found({ rujukan: 'LOG-1' })).calls).toHaveLength(1);
    expect((await found({ unit: 'KC Tiga' })).calls).toEqual([]);
    expect((await found({ kode: 'quota' })).refused).toEqual([]);
    expect((await found({ tanggal: '2031-02-30' })).fault).toBe('no_such_day');
    const { file } = await who.see('/mitra/catatan', { unduh: 'csv' });
    const lines = file!.bytes.toString().trim().split('\n');
    expect([lines.length, lines[1]!.includes('LOG-2')]).toEqual([3, true]);
    const usage = (await who.see('/mitra/pemakaian')).data;
    expect(usage).toMatchObject({ questions: 2, matched: 2, slowed: [], whyNot: null, quotas: [{ quota: 1000 }] });
    expect(usage.quotas[0].taken).toBeGreaterThanOrEqual(2);
    expect(usage.latency.half).not.toBeNull();
    expect(usage.kinds[0]).toEqual({ kind: 'input', n: 1 });
  });
});

describe('files', () => {
  test('stand in the usage of their own institution, by its own number, with what each has cost', async () => {
    const [partner, other] = [await given.partner({ packageRows: 100 }), await given.partner()];
    await compared(partner, 'BERKAS-KITA');
    const { data } = await (await given.person(partner.id, 'reporter')).see('/mitra/pemakaian');
    expect(data).toMatchObject({ money: null, files: [{ reference: 'BERKAS-KITA', rows: 2, amount: 0 }] });
    expect((await (await given.person(other.id)).see('/mitra/pemakaian')).data.files).toEqual([]);
  });
});

/** A file of two rows, handed in and compared. */
async function compared(partner: Awaited<ReturnType<GivenPortal['partner']>>, reference: string): Promise<void> {
  const nik = await givenResident(given);
  const file = `REF;NIK;NAMA;JK\n1;${nik};SITI;P\n2;${nik};SITI;L\n`;
  const { body } = await given.handedIn(partner, file, { reference });
  // The house's own workers compare it.
  const state = async () => (await given.call(partner, 'GET', `/v1/matchings/${body.id}`)).body.state;
  await expect.poll(state).toBe('done');
}

describe('the agreement', () => {
  test('stands there with its papers and grants, without the names of officers, and its files open for its own people alone', async () => {
    const partner = await given.partner();
    const file = { name: 'juknis.pdf', bytes: pdf() };
    const paper = given.paper(partner.cooperationId, 'juknis', { copy: { file } });
    const [documentId] = await given.act((tx) => fileDocuments(tx, given.actor, [paper]));
    const who = await given.person(partner.id, 'reporter');
    const { data } = await who.see('/mitra/perjanjian');
    expect(data.passes[0].way.stage).toBe('CONNECTED');
    expect(data.passes[0].grants).toMatchObject([{ purpose: 'public_service', networks: ['203.0.113.0/24'] }]);
    expect(data.passes[0].documents[0]).toMatchObject({ id: documentId, version: 2, hasFile: true });
    expect(JSON.stringify(data)).not.toContain('Petugas');
    const { file: kept } = await who.see('/mitra/perjanjian', { dokumen: documentId! });
    expect(kept!.bytes.equals(file.bytes)).toBe(true);
    const { who: stranger } = await newcomer();
    await expect(stranger.see('/mitra/perjanjian', { dokumen: documentId! })).rejects.toThrow('document_not_found');
  });
});

describe('an appeal against a suspension', () => {
  test('is filed once by the administrator with reasons and a letter, shows its clock, and how two others decided it', async () => {
    const partner = await given.partner({ packageRows: 100 });
    const reason = 'Kunci terlihat di tempat umum';
    await given.act((tx) =>
      suspendAtOnce(tx, given.actor, { id: partner.cooperationId, cause: 'security', reason, substitute: null }),
    );
    const who = await given.person(partner.id);
    const seen = async () => (await who.see('/mitra/perjanjian')).data;
    const { passes, mayAppeal } = await seen();
    expect([mayAppeal, passes[0].suspensions]).toMatchObject([true, [{ cause: 'security', reason, appeals: [] }]]);
    expect(passes[0].grants).toMatchObject([{ packageRows: 100, packageUsed: 0 }]);
    const henti = passes[0].suspensions[0].id as string;
    const form = { henti, uraian: 'Kunci itu kunci uji coba.', nomor: 'KEB/1', tanggal: '2018-12-10' };
    const file = { name: 'keberatan.pdf', bytes: pdf() };
    const send = (by: Portal, over: object = {}) => by.send('/mitra/perjanjian', { ...form, ...over }, { file });

    const bare = await who.send('/mitra/perjanjian', { ...form, uraian: 'tidak' });
    expect(Object.keys(bare.data.faults)).toEqual(['uraian', 'berkas']);
    expect(bare.data.typed).toMatchObject({ suspensionId: henti, words: 'tidak', number: 'KEB/1' });
    await expect(send(await given.person(partner.id, 'reporter'))).rejects.toThrow('portal.role_lacking');
    expect((await send((await newcomer()).who)).data.note.text).toContain('tidak ditemukan');
    expect((await send(who, { tanggal: '2018-12-12' })).data.note.look).toBe('stopped');
    expect((await send(who)).to).toBe('/mitra/perjanjian?hasil=keberatan');
    expect((await send(who)).data.note.text).toContain('menunggu putusan');

    const [appeal] = (await seen()).passes[0].suspensions[0].appeals;
    expect(appeal).toMatchObject({ words: form.uraian, dueOn: '2018-12-25', late: false, outcome: null });
    const { file: letter } = await who.see('/mitra/perjanjian', { dokumen: appeal.documentId });
    expect(letter!.bytes.equals(file.bytes)).toBe(true);
    const { appeals } = await given.ok(given.dian.call('GET', '/v1/partners/appeals'));
    expect(appeals).toMatchObject([{ id: appeal.id, cause: 'security', daysLeft: 14 }]);

    const why = 'kunci itu terbukti kunci uji coba';
    // The suspension was Dian's: two others decide.
    const decide = given.citra.call('POST', `/v1/partners/appeals/${appeal.id}/decision`, { granted: true, why });
    await given.ok(given.approve(given.bagus, (await given.ok(decide)).proposalId));
    const after = await seen();
    const [lifted] = after.passes[0].suspensions;
    expect(lifted).toMatchObject({ inForce: false, liftedHow: 'appeal', appeals: [{ outcome: 'granted', why }] });
    expect(JSON.stringify(after)).not.toContain('Petugas');
    expect((await given.ok(given.dian.call('GET', '/v1/partners/appeals'))).appeals).toEqual([]);
  });
});

describe('semester reports', () => {
  test('are counted from the log and filed by the reporter, with a signed file, for his own institution alone', async () => {
    const partner = await given.partner();
    await partner.ask(about(await givenResident(given), undefined, { unit: 'KC Laporan' }));
    given.clock.moveTo(new Date('2019-01-02T09:00:00Z'));
    await given.system((tx) => watchReports(tx));
    const who = await given.person(partner.id, 'reporter');
    const { open } = (await who.see('/mitra/laporan')).data;
    expect(open).toMatchObject({ semester: '2018-2', from: '2018-07-01', until: '2018-12-31', filedOn: null });
    expect(open.counted).toEqual([
      { purpose: 'public_service', unit: 'KC Laporan', calls: 1, matched: 1, partial: 0, mismatched: 0 },
    ]);
    expect(open).toMatchObject({ keptAt: null, disputes: NO_DISPUTES, files: { files: 0, rows: 0 }, givenBack: 0 });
    const form = {
      laporan: open.id,
      nomor: 'LAP/1',
      tanggal: '2019-01-02',
      penanda: 'KEPALA CONTOH',
      jabatan: 'Kepala',
    };
    const bare = await who.send('/mitra/laporan', { ...form, nomor: '' });
    expect(Object.keys(bare.data.faults)).toEqual(['nomor', 'berkas']);
    const file = { name: 'laporan.pdf', bytes: pdf() };
    const { who: stranger } = await newcomer();
    expect((await stranger.send('/mitra/laporan', form, { file })).data.open).toBeNull();
    const developer = await given.person(partner.id, 'developer');
    await expect(developer.send('/mitra/laporan', form, { file })).rejects.toThrow('portal.role_lacking');
    expect((await who.send('/mitra/laporan', form, { file })).to).toBe('/mitra/laporan?hasil=masuk');
    expect((await who.see('/mitra/laporan')).data).toMatchObject({ reports: [{ filedOn: '2019-01-02' }], open: null });
    given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));
  });
});

describe('webhooks', () => {
  const PATH = '/mitra/webhook';
  const ALL = Object.fromEntries(CHOICES.map((kind) => [`peristiwa.${kind}`, 'ya']));
  const adding = (id: string, over: object = {}) => ({
    tindakan: 'tambah',
    id,
    alamat: `https://hook.example/${id}`,
    ...ALL,
    ...over,
  });

  test('are added with a secret that is shown once, tried, sent anew, given another secret, and removed when asked twice', async () => {
    const receiver = await givenReceiver();
    leadTo(given, new Map([['hook.example', receiver.port]]));
    const { id: institution, who } = await newcomer();
    const reporter = await given.person(institution, 'reporter');
    await expect(reporter.see(PATH)).rejects.toThrow('portal.role_lacking');
    const id: string = (await who.see(PATH)).data.form;
    const plain = await who.send(PATH, adding(id, { alamat: 'http://hook.example/' }));
    expect(plain.data.faults.alamat).toContain('https://');
    expect(plain.data).toMatchObject({
      note: { look: 'stopped' },
      typed: { url: 'http://hook.example/' },
      endpoints: [],
    });
    const none = await who.send(PATH, { tindakan: 'tambah', id, alamat: 'https://hook.example/' });
    expect(Object.keys(none.data.faults)).toEqual(['peristiwa']);
    const { secret } = (await who.send(PATH, adding(id))).data.secret;
    expect((await who.send(PATH, adding(id))).data.secret.secret).toBe(secret);
    const { data } = await who.see(PATH);
    expect([data.secret, JSON.stringify(data).includes(secret)]).toEqual([null, false]);

    expect((await who.send(PATH, { tindakan: 'uji', id })).to).toBe(`${PATH}?hasil=uji#kiriman`);
    const log = async () => (await who.see(PATH)).data.deliveries;
    await expect
      .poll(log)
      .toMatchObject([{ kind: 'ping', state: 'DELIVERED', words: 'dijawab 204', attempts: [{ n: 1 }] }]);
    const [{ eventId: kejadian }] = await log();
    await who.send(PATH, { tindakan: 'ulang', id, kejadian });
    await expect.poll(async () => (await log())[0].attempts.length).toBe(2);
    expect((await who.send(PATH, { tindakan: 'ulang-gagal', id, sejak: '2018-12-11' })).data.note.text).toContain(
      'Tidak ada',
    );
    expect((await who.send(PATH, { tindakan: 'ulang-gagal', id, sejak: '2018-02-30' })).data.note.text).toContain(
      'kalender',
    );

    const formulir: string = data.form;
    const turned = (await who.send(PATH, { tindakan: 'rahasia', id, formulir })).data;
    expect(turned.secret.secret).toMatch(/^whsec_/);
    expect([turned.secret.secret === secret, turned.secret.oldUntil]).toEqual([false, '2018-12-12T09:00:00.000Z']);
    await who.send(PATH, { tindakan: 'matikan', id });
    expect((await who.see(PATH)).data.endpoints).toMatchObject([{ state: 'OFF', why: 'own' }]);
    const stranger = await newcomer();
    expect((await stranger.who.send(PATH, { tindakan: 'hapus', id, setuju: 'ya' })).data.note.text).toContain(
      'tidak ditemukan',
    );
    expect((await who.send(PATH, { tindakan: 'hapus', id })).data.removing).toMatchObject({ id });
    expect((await who.send(PATH, { tindakan: 'hapus', id, setuju: 'ya' })).to).toBe(`${PATH}?hasil=dihapus`);
    expect((await who.see(PATH)).data).toMatchObject({ endpoints: [], deliveries: [] });
    expect((await who.see(PATH, { contoh: 'receive.py' })).file!.bytes.toString()).toContain('hmac');
  });

  test('that say they are gone are told of by mail to who can mend it, and maintenance is told to all that listen', async () => {
    const receiver = await givenReceiver();
    receiver.answer = (response) => response.writeHead(410).end();
    leadTo(given, new Map([['hook.example', receiver.port]]));
    const { id: institution, who } = await newcomer();
    const reporter = await given.person(institution, 'reporter');
    const id = newId();
    await who.send(PATH, adding(id));
    const term = { from: '2018-12-12T08:00:00Z', until: '2018-12-12T12:00:00Z' };
    await given.ok(
      given.dian.call('POST', '/v1/maintenance', {
        wordsId: 'Pemindahan basis data.',
        wordsEn: 'The database moves.',
        ...term,
      }),
    );
    await expect.poll(() => given.mailsTo(who.mail).some((text) => text.includes('hook.example'))).toBe(true);
    expect(given.mailsTo(reporter.mail).some((text) => text.includes('hook.example'))).toBe(false);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({
      type: 'maintenance.announced',
      data: { from: '2018-12-12T08:00:00.000Z' },
    });
    expect((await who.see(PATH)).data.endpoints).toMatchObject([{ state: 'OFF', why: 'gone', failed: 1 }]);
  });
});

const NO_DISPUTES = { opened: 0, inTime: 0, late: 0, waiting: 0, withdrawn: 0, upheld: 0 };

/** "Bukan saya" as people and the ministry have left it; instants of December in UTC. */
async function disputed(
  institutionId: string,
  cases: readonly { state: string; opened: string; answered: string | null }[],
): Promise<void> {
  await given.system((tx) =>
    tx.client.query(
      `insert into citizen.dispute (id, number, nik, look, institution_id, looked_at, state, steps, opened_at, due_at, answered_at)
       select gen_random_uuid(), 'CONTOH ' || gen_random_uuid(), 9901014101909001, gen_random_uuid(), $1, r.opened, r.state, 1, r.opened,
              r.opened + interval '72 hours', r.answered
         from json_to_recordset($2::json) as r(state text, opened timestamptz, answered timestamptz)`,
      [institutionId, JSON.stringify(cases)],
    ),
  );
}

describe('what a report is filed with', () => {
  test('counts complaints by what became of them, files with their rows and data given back, stays as it was, and is seen by the ministry', async () => {
    const partner = await given.partner({ packageRows: 100 });
    const contents = { ...CONTENTS, returned: ['address' as const] };
    const pks = given.paper(partner.cooperationId, 'pks', { contents });
    await given.act((tx) => fileDocuments(tx, given.actor, [pks]));
    await given.book.refresh();
    await compared(partner, 'BERKAS-SEMESTER');
    const back = {
      nik: await givenResident(given),
      reference: 'DB-1',
      learnedOn: '2018-12-01',
      said: { address: 'GANG MAWAR 9' },
    };
    const sent = await partner.ask({ ...WHY, items: [back] }, { 'idempotency-key': randomUUID() }, '/v1/returned-data');
    expect(sent.status).toBe(200);
    const at = (day: number) => `2018-12-${String(day).padStart(2, '0')}T03:00:00Z`;
    await disputed(partner.id, [
      { state: 'ACCEPTED', opened: at(1), answered: at(2) },
      { state: 'REJECTED', opened: at(1), answered: at(4) },
      { state: 'ANSWERED', opened: at(1), answered: at(5) },
      { state: 'UPHELD', opened: at(2), answered: at(9) },
      { state: 'OPEN', opened: at(3), answered: null },
      { state: 'WITHDRAWN', opened: at(3), answered: at(10) },
      { state: 'OPEN', opened: '2019-01-01T16:59:00Z', answered: null },
      { state: 'OPEN', opened: '2018-12-31T16:59:00Z', answered: null },
    ]);
    const other = await given.partner();
    await disputed(other.id, [{ state: 'OPEN', opened: at(1), answered: null }]);

    given.clock.moveTo(new Date('2019-01-02T09:00:00Z'));
    await given.system((tx) => watchReports(tx));
    const who = await given.person(partner.id, 'reporter');
    const { open } = (await who.see('/mitra/laporan')).data;
    const figures = {
      disputes: { opened: 7, inTime: 2, late: 3, waiting: 1, withdrawn: 1, upheld: 1 },
      files: { files: 1, rows: 2 },
    };
    expect(open).toMatchObject({ ...figures, givenBack: 1, keptAt: null });
    const path = `/v1/partners/institutions/${partner.id}/reports/${open.id}/counts`;
    expect(await given.ok(given.dian.call('GET', path))).toMatchObject({ keptAt: null, counts: figures });

    const form = {
      laporan: open.id,
      nomor: 'LAP/2',
      tanggal: '2019-01-02',
      penanda: 'KEPALA CONTOH',
      jabatan: 'Kepala',
    };
    await who.send('/mitra/laporan', form, { file: { name: 'laporan.pdf', bytes: pdf() } });
    given.clock.moveTo(new Date('2019-02-02T09:00:00Z'));
    await disputed(partner.id, [{ state: 'OPEN', opened: at(9), answered: null }]);
    const kept = (await who.see('/mitra/laporan', { laporan: open.id })).data.open;
    expect(kept).toMatchObject({ ...figures, keptAt: '2019-01-02T09:00:00.000Z' });
    const shown = await given.ok(given.dian.call('GET', path));
    expect(shown).toMatchObject({ semester: '2018-2', keptAt: kept.keptAt, counts: { ...figures, said: { said: 1 } } });
    // A report that the centre enters is kept too.
    const [owed] = (await given.page(other.id)).passes[0].reports;
    const entered = { number: 'S/1', signedOn: '2019-01-30', receivedOn: '2019-02-01', signatories: [] };
    const copy = { sha256: 'ab'.repeat(32) };
    await given.act((tx) => fileReports(tx, given.actor, [{ ...entered, id: owed.id, copy } as never]));
    const theirs = `/v1/partners/institutions/${other.id}/reports/${owed.id}/counts`;
    const { keptAt, counts } = await given.ok(given.dian.call('GET', theirs));
    expect([keptAt, counts.disputes.late]).toEqual(['2019-02-02T09:00:00.000Z', 1]);
    const elsewhere = path.replace(partner.id, other.id);
    expect((await given.dian.call('GET', elsewhere)).body.code).toBe('portal.report_not_found');
    given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));
  });
});

describe('the status page', () => {
  test('tells everybody what works, and what the ministry has announced, until it is ended', async () => {
    const notice = {
      wordsId: 'Pemindahan basis data ke mesin baru.',
      wordsEn: 'The database moves to another machine.',
      from: '2018-12-11T08:00:00Z',
      until: '2018-12-11T12:00:00Z',
    };
    const turned = await given.dian.call('POST', '/v1/maintenance', { ...notice, until: notice.from });
    expect([turned.status, turned.body.errors[0].path]).toEqual([422, 'until']);
    const over = { ...notice, from: '2017-12-11T08:00:00Z', until: '2017-12-11T12:00:00Z' };
    const past = await given.dian.call('POST', '/v1/maintenance', over);
    expect([past.body.code, past.body.errors[0].path]).toEqual(['portal.maintenance_over', 'until']);
    const { id } = (await given.ok(given.dian.call('POST', '/v1/maintenance', notice))) as { id: string };
    const { data } = await given.open('/status');
    expect(data.services).toEqual(['answering', 'log', 'sandbox'].map((name) => ({ name, works: true })));
    expect(data.now).toMatchObject([{ id, words: notice.wordsId, calledOff: false }]);
    await given.ok(given.dian.call('POST', `/v1/maintenance/${id}/ending`, {}));
    expect((await given.open('/status')).data).toMatchObject({ now: [], past: [{ id }] });
    expect((await given.dian.call('POST', `/v1/maintenance/${id}/ending`, {})).status).toBe(404);
    expect((await given.open('/perubahan-api')).data.days[0].changes.length).toBeGreaterThan(0);
  });
});
