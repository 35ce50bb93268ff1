import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { many, sql } from '../../../core/db/index.ts';
import { listEntries } from '../../../core/ledger/index.ts';
import { givenPortal, PASSWORD, type GivenPortal } from '../given-portal.ts';
import { codeAt, stepAt } from './totp.ts';

let given: GivenPortal;
let ours: string;
let others: string;
beforeAll(async () => {
  given = await givenPortal();
  [ours, others] = (await given.institutions(2)) as [string, string];
});
afterAll(() => given.workers.stop());

/** What the log says under a label, once it is signed. */
const entries = (label: string) =>
  given.system(async (tx) => (await listEntries(tx, { limit: 500, label })).entries.map(({ body }) => body));

const signIn = (mail: string, password: string, ip?: string) =>
  given.open('/mitra/masuk', { form: { surel: mail, sandi: password }, over: ip ? { ip } : {} });

describe('an invitation', () => {
  test('goes to the address alone, is good once, and makes somebody who acts for his institution', async () => {
    const { mail } = await given.invited(ours);
    const form = { kode: await given.invitation(mail), sandi: PASSWORD, 'sandi-lagi': PASSWORD };
    const first = await given.open('/mitra/undangan', { form: { ...form, kode: form.kode.toLowerCase() } });
    expect(first.to).toBe('/mitra');
    expect(await given.actorOf(first.token!)).toMatchObject({
      kind: 'partner',
      officeId: ours,
      roles: ['administrator'],
    });
    const again = await given.open('/mitra/undangan', { form });
    expect([again.to, Object.keys(again.data.faults)]).toEqual([null, ['kode']]);
  });

  test('of yesterday’s code ends with the one that follows it', async () => {
    const { id, mail } = await given.invited(ours);
    const old = await given.invitation(mail);
    await given.ok(given.dian.call('POST', `/v1/partners/people/${id}/invitation`, {}));
    const fresh = await given.invitation(mail, 2);
    const redeem = (kode: string) =>
      given.open('/mitra/undangan', { form: { kode, sandi: PASSWORD, 'sandi-lagi': PASSWORD } });
    expect((await redeem(old)).data.faults).toHaveProperty('kode');
    expect((await redeem(fresh)).to).toBe('/mitra');
  });

  test('says beside each field what is wrong, and keeps a password that everybody tries out', async () => {
    const short = await given.open('/mitra/undangan', { form: { kode: 'x', sandi: 'pendek', 'sandi-lagi': 'lain' } });
    expect(Object.keys(short.data.faults)).toEqual(['kode', 'sandi', 'sandi-lagi']);
    const { mail } = await given.invited(ours);
    const weak = { kode: await given.invitation(mail), sandi: 'administrator', 'sandi-lagi': 'administrator' };
    expect((await given.open('/mitra/undangan', { form: weak })).data.note.text).toContain('mudah ditebak');
  });

  test('is the ministry’s and the administrator’s to give, within his own institution', async () => {
    const chief = await given.person(ours);
    const form = { tindakan: 'undang', nama: 'DEV CONTOH', surel: 'dev@lembaga.example', peran: 'developer' };
    expect((await chief.send('/mitra/orang', form)).to).toBe('/mitra/orang?hasil=diundang');
    expect((await chief.send('/mitra/orang', form)).data.note.text).toContain('sudah ada');
    const developer = await given.person(ours, 'developer');
    await expect(developer.send('/mitra/orang', form)).rejects.toThrow('portal.role_lacking');
    expect((await developer.see('/mitra/orang')).data.people).toEqual([]);
  });
});

describe('signing in', () => {
  test('takes a password and a code by mail, and leaves entries of every step', async () => {
    const { mail, actor } = await given.person(ours);
    const { data } = await signIn(` ${mail.toUpperCase()} `, PASSWORD);
    expect(data).toMatchObject({ step: 'code', by: 'message' });
    const kode = await given.code(mail);
    const wrong = await given.open('/mitra/masuk', { form: { tiket: data.ticket, cara: 'message', kode: '000000x' } });
    expect(wrong.data.note.text).toContain('4');
    const form = { tiket: data.ticket, cara: 'message', kode: ` ${kode} `, ke: '/mitra/kunci' };
    const right = await given.open('/mitra/masuk', { form });
    expect(right.to).toBe('/mitra/kunci');
    expect((await given.open('/mitra/masuk', { form })).data.step).toBe('password');
    const mine = async () => (await entries('portal.signed_in')).filter(({ by }) => by === actor.pseudonym);
    await expect.poll(async () => (await mine()).map(({ facts }) => facts!['method'])).toContain('message');
    expect((await mine()).every(({ facts }) => facts!['institution'] === ours)).toBe(true);
    expect(JSON.stringify(await mine())).not.toContain(mail);
  });

  test('tells by no word whether an account exists, and makes both wait', async () => {
    const { mail } = await given.person(ours);
    const tries = async (who: string) => {
      const shown = [];
      for (let n = 0; n < 4; n++) shown.push((await signIn(who, 'kata sandi yang salah')).data.note.text);
      return shown;
    };
    const known = await tries(mail);
    expect(known).toEqual((await tries('tidak.ada@lembaga.example')).map((text, n) => (n < 3 ? text : known[n])));
    expect(known[3]).not.toBe(known[0]);
    // Also with the right password.
    expect((await signIn(mail, PASSWORD)).data).toMatchObject({ step: 'password', note: { look: 'waiting' } });
  });

  test('leads back to pages of ours only', async () => {
    const shown = await given.open('/mitra/masuk', { query: { ke: '//jahat.example/mitra' } });
    expect(shown.data.back).toBe('/mitra');
  });

  test('by an application: its codes count once it has proved itself, each once', async () => {
    const who = await given.person(ours);
    await who.send('/mitra/orang', { tindakan: 'aplikasi' });
    const { pending } = (await who.see('/mitra/orang')).data;
    const secret = fromBase32(pending.secret);
    const wrong = await who.send('/mitra/orang', { tindakan: 'aplikasi-kode', kode: '1' });
    expect(wrong.data.faults).toHaveProperty('kode-aplikasi');
    const now = () => codeAt(secret, stepAt(new Date()));
    const used = now();
    expect((await who.send('/mitra/orang', { tindakan: 'aplikasi-kode', kode: used })).to).toContain('aplikasi');
    const { data } = await signIn(who.mail, PASSWORD);
    expect(data.by).toBe('totp');
    const enter = (kode: string) => given.open('/mitra/masuk', { form: { tiket: data.ticket, cara: 'totp', kode } });
    expect((await enter(used)).data.note.look).toBe('stopped');
    expect((await enter(codeAt(secret, stepAt(new Date()) + 1))).to).toBe('/mitra');
  });
});

describe('people and sessions', () => {
  test('somebody who is ended is out at once; the last administrator stays', async () => {
    const [id] = await given.institutions(1);
    const chief = await given.person(id!);
    const other = await given.person(id!, 'reporter');
    expect((await chief.send('/mitra/orang', { tindakan: 'akhiri', id: other.id })).to).toContain('diakhiri');
    expect(await given.actorOf(other.token)).toBeNull();
    expect((await signIn(other.mail, PASSWORD)).data.note.look).toBe('stopped');
    const last = await chief.send('/mitra/orang', { tindakan: 'akhiri', id: chief.id });
    expect(last.data.note.text).toContain('administrator terakhir');
    await given.ok(given.dian.call('POST', `/v1/partners/people/${chief.id}/ending`, {}));
    expect(await given.actorOf(chief.token)).toBeNull();
  });

  test('nobody sees or ends anything of another institution', async () => {
    const here = await given.person(ours);
    const there = await given.person(others);
    expect((await here.send('/mitra/orang', { tindakan: 'akhiri', id: there.id })).data.note.look).toBe('stopped');
    const ending = await here.send('/mitra/orang', { tindakan: 'akhiri-sesi', id: there.actor.sessionId! });
    expect(ending.data.note.look).toBe('stopped');
    const seen = await given.transact(here.actor, (tx) =>
      many(
        tx,
        sql<{ id: string }>`select distinct institution_id as id from portal.person
        union select institution_id from portal.session union select institution_id from partner_read.institution
        union select institution_id from partner_read.standing`,
      ),
    );
    expect(seen).toEqual([{ id: ours }]);
    expect(await given.actorOf(there.token)).not.toBeNull();
  });

  test('who signs out is out', async () => {
    const who = await given.person(ours);
    expect((await who.send('/mitra/keluar', {})).token).toBeNull();
    expect(await given.actorOf(who.token)).toBeNull();
  });
});

function fromBase32(text: string): Buffer {
  const bits = text
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
}
