import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicRequest } from '../../../../test/given/public-request.ts';
import { publicActor } from '../../../core/access/index.ts';
import { many, one, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { Workers } from '../../../core/jobs/index.ts';
import { givenCards } from '../given-card.ts';
import { codeTo, textsTo } from './given-holder.ts';
import { loadHolder } from './page.ts';
import { forgetAsks } from './sql.ts';
import type { HolderPage, HolderPageName } from './schema.ts';

const given = await givenCards();
const { printer, checker } = given;
let workers: Workers;
beforeAll(async () => {
  workers = await given.house.startWorkers();
});
afterAll(() => workers.stop());

const BORN = '05-08-1990';
let asked = 0;
const send = (page: HolderPageName, form: Record<string, string>, ip = `10.0.0.${++asked}`): Promise<HolderPage> =>
  given.transact(publicActor('id'), (tx) => loadHolder(tx, page, publicRequest({ form, ip })));
const later = (seconds: number) => given.clock.moveTo(new Date(given.clock.now().getTime() + seconds * 1000));

let phones = 0;
const phone = () => `08120000${String(++phones).padStart(4, '0')}`;

/** Somebody with a card in his hands and a telephone. */
async function holder(): Promise<{ nik: Nik; id: string; at: string }> {
  const nik = await given.recorded();
  const at = phone();
  return { nik, id: await given.held(nik, { contact: at }), at };
}

/** By the code that came, to what the page is for. */
async function through(page: HolderPageName, of: { nik: string; at: string }, n = 1): Promise<HolderPage> {
  later(61);
  const { ticket } = await send(page, { nomor: of.nik, lahir: BORN });
  return send(page, { tiket: ticket!, kode: await codeTo(given, of.at, n) });
}

const stateOf = async (nik: Nik) => (await given.cardsOf(nik))[0]!.state;

describe('where is my card', () => {
  test('is told by the number of the request, step by step, with days and offices and no officer', async () => {
    const nik = await given.recorded();
    const at = phone();
    const made = await printer.call('POST', '/v1/cards/requests', { ref: given.ref(nik), kind: 'first', contact: at });
    expect(made.body.number).toMatch(/^K3175-20181211-\d{4}$/);
    const first = await through('where', { nik: made.body.number, at });
    expect(first.standing).toMatchObject({
      holder: 'S*** C*** R***',
      onItsWay: { number: made.body.number, state: 'waiting', office: 'Kantor 3175', steps: [{ state: 'ASKED' }] },
      inHand: [],
    });
    await given.printed(made.body.id);
    const again = await send('where', { kunjungan: first.visit! });
    expect(again.standing!.onItsWay).toMatchObject({
      state: 'made',
      steps: [{ state: 'ASKED' }, { state: 'PRINTED', office: 'Kantor 3175' }],
    });
    expect(JSON.stringify(again)).not.toContain('Petugas');
  });

  test('is told by the NIK of a card in force, and each look is an entry that its holder can read', async () => {
    const of = await holder();
    const shown = await through('where', of);
    expect(shown.standing).toMatchObject({ onItsWay: null, inHand: [{ state: 'VALID', loss: null }] });
    const looks = () =>
      given.system((tx) =>
        one(tx, sql<{ n: number }>`select count(*)::int as n from ledger.access where nik = ${of.nik}::bigint`),
      );
    const before = (await looks()).n;
    await send('where', { kunjungan: shown.visit! });
    expect((await looks()).n).toBe(before + 1);
  });

  test('knows an application for a card that nobody has decided yet', async () => {
    const nik = await given.recorded();
    const at = phone();
    await printer.call('PUT', `/v1/residents/${given.ref(nik)}/card-contact`, { contact: at });
    const draft = await printer.call('POST', '/v1/applications', { kind: 'card.first', applicant: given.ref(nik) });
    await given.system((tx) =>
      tx.client.query(
        `update application.application set state = 'submitted', submitted_at = $2, due_on = '2018-12-12' where id = $1`,
        [draft.body.id, given.clock.now()],
      ),
    );
    const shown = await through('where', { nik: draft.body.number, at });
    expect(shown.standing!.applications).toMatchObject([
      { number: draft.body.number, state: 'submitted', dueOn: '2018-12-12' },
    ]);
  });
});

describe('a loss', () => {
  test('suspends the card at once, and the same visit undoes it', async () => {
    const of = await holder();
    const lost = await through('report', of);
    expect(lost).toMatchObject({
      done: 'reported',
      standing: { inHand: [{ state: 'SUSPENDED', loss: { mayLift: true } }] },
    });
    expect(await stateOf(of.nik)).toBe('SUSPENDED');
    const offered = await send('lift', { kunjungan: lost.visit! });
    expect(offered.done).toBeNull();
    expect(await stateOf(of.nik)).toBe('SUSPENDED');
    expect((await send('lift', { kunjungan: lost.visit!, setuju: 'ya' })).done).toBe('lifted');
    expect(await stateOf(of.nik)).toBe('VALID');
  });

  test('said twice is said once, and two presses at the same moment do no harm', async () => {
    const of = await holder();
    const { visit } = await through('where', of);
    const both = await Promise.all([1, 2].map(() => send('report', { kunjungan: visit!, setuju: 'ya' })));
    expect(new Set(both.map(({ done }) => done))).toEqual(new Set(['already', 'reported']));
    const { n } = await given.system((tx) =>
      one(tx, sql<{ n: number }>`select count(*)::int as n from card.loss where nik = ${of.nik}::bigint`),
    );
    expect(n).toBe(1);
  });

  test('is lifted by another code within 72 hours, and later the page says to come with the card', async () => {
    const of = await holder();
    await through('report', of);
    expect((await through('lift', of, 2)).done).toBe('lifted');
    await through('report', of, 3);
    later(72 * 3600 + 1);
    const late = await through('lift', of, 4);
    expect(late).toMatchObject({
      done: 'late',
      standing: { inHand: [{ state: 'SUSPENDED', loss: { mayLift: false } }] },
    });
    expect(await stateOf(of.nik)).toBe('SUSPENDED');
  });

  test('of who has no card in force changes nothing', async () => {
    const nik = await given.recorded();
    const at = phone();
    await given.requested(nik, { contact: at });
    expect((await through('report', { nik, at })).done).toBe('nothing');
  });
});

describe('a code', () => {
  test('leaves nothing to tell a number that exists from one that does not, or whose person gave no contact', async () => {
    const known = await holder();
    const silent = await given.recorded();
    await given.held(silent);
    const numbers = [known.nik, silent, '3175074508909999', 'K3175-20181211-9999'];
    const pages: HolderPage[] = [];
    for (const nomor of numbers) {
      const { ticket, ...page } = await send('where', { nomor, lahir: BORN });
      expect(ticket).toMatch(/^[0-9a-f-]{36}$/);
      expect(page).toEqual({ ...pages[0], ...page });
      pages.push(page as HolderPage);
      const said = [];
      for (let n = 0; n < 6; n++) said.push((await send('where', { tiket: ticket!, kode: '000000' })).note);
      expect(said).toEqual([...[4, 3, 2, 1].map((left) => ({ is: 'wrong', left })), { is: 'over' }, { is: 'over' }]);
    }
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    // A birth date that is another's sends nothing either.
    const other = await holder();
    await send('where', { nomor: other.nik, lahir: '06-08-1990' });
    await codeTo(given, known.at);
    expect(textsTo(given, other.at)).toEqual([]);
  });

  test('opens once; the same press again within two minutes gets a key of its own, and later nobody', async () => {
    const of = await holder();
    const { ticket } = await send('where', { nomor: of.nik, lahir: BORN });
    const kode = await codeTo(given, of.at);
    const first = await send('where', { tiket: ticket!, kode });
    const second = await send('where', { tiket: ticket!, kode });
    expect(second.standing).not.toBeNull();
    expect((await send('where', { kunjungan: first.visit! })).note).toEqual({ is: 'visit_over' });
    expect((await send('where', { kunjungan: second.visit! })).standing).not.toBeNull();
    later(121);
    expect((await send('where', { tiket: ticket!, kode })).note).toEqual({ is: 'over' });
  });

  test('is of its ask alone, and dies after ten minutes; a visit after fifteen', async () => {
    const of = await holder();
    const one = await send('where', { nomor: of.nik, lahir: BORN });
    const kode = await codeTo(given, of.at);
    const other = await send('where', { nomor: '3175074508909998', lahir: BORN });
    expect((await send('where', { tiket: other.ticket!, kode })).note).toMatchObject({ is: 'wrong' });
    later(600);
    const open = await send('where', { tiket: one.ticket!, kode });
    expect(open.standing).not.toBeNull();
    later(900);
    expect((await send('where', { kunjungan: open.visit! })).standing).not.toBeNull();
    later(1);
    expect((await send('where', { kunjungan: open.visit! })).note).toEqual({ is: 'visit_over' });
    const late = await send('where', { nomor: of.nik, lahir: BORN });
    const second = await codeTo(given, of.at, 2);
    later(601);
    expect((await send('where', { tiket: late.ticket!, kode: second })).note).toEqual({ is: 'over' });
  });

  test('is sent again on demand, a minute apart and five times an hour, and the address that guesses waits', async () => {
    const of = await holder();
    const first = await send('where', { nomor: of.nik, lahir: BORN });
    const soon = await send('where', { tiket: first.ticket!, ulang: '1' });
    expect(soon).toMatchObject({ ticket: first.ticket, note: { is: 'wait', minutes: 1 } });
    let { ticket } = first;
    for (let n = 1; n <= 4; n++) {
      await codeTo(given, of.at, n);
      later(60);
      const next = await send('where', { tiket: ticket!, ulang: '1' });
      expect(next.note).toEqual({ is: 'again' });
      expect(next.ticket).not.toBe(ticket);
      ticket = next.ticket;
    }
    later(60);
    expect((await send('where', { nomor: of.nik, lahir: BORN })).note).toMatchObject({ is: 'wait', minutes: 55 });
    const kode = await codeTo(given, of.at, 5);
    for (let n = 0; n < 3; n++) await send('where', { tiket: ticket!, kode: '000000' }, '10.9.9.9');
    expect((await send('where', { tiket: ticket!, kode }, '10.9.9.9')).note).toEqual({ is: 'wait', minutes: 1 });
    expect((await send('where', { tiket: ticket!, kode })).standing).not.toBeNull();
  });

  test('and what was typed lie sealed or hashed, and are forgotten after a day', async () => {
    const of = await holder();
    await send('where', { nomor: of.nik, lahir: BORN });
    const kode = await codeTo(given, of.at);
    const rows = await given.system((tx) =>
      many(tx, sql<{ row: string }>`select row_to_json(a)::text as row from card.ask a`),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(kode) || row.includes('1990-08-05'))).toBe(false);
    later(24 * 3600 + 1);
    await given.system((tx) => forgetAsks(tx, new Date(given.clock.now().getTime() - 24 * 3_600_000)));
    const left = await given.system((tx) => many(tx, sql`select 1 from card.ask`));
    expect(left).toEqual([]);
  });
});

test('what is typed wrongly is said beside its field, and nothing is asked', async () => {
  const page = await send('report', { nomor: '12', lahir: '31-02-1990' });
  expect(page).toMatchObject({
    faults: ['number', 'birth'],
    typed: { number: '12', birth: '31-02-1990' },
    ticket: null,
  });
  const other = await send('report', { tiket: 'x', kode: 'abc' });
  expect(other.faults).toEqual(['code']);
  expect((await send('report', { tiket: "x' or 1=1", kode: '123456' })).note).toEqual({ is: 'over' });
  expect((await send('report', { kunjungan: 'x.y' })).note).toEqual({ is: 'visit_over' });
  expect(checker.officerId).not.toBe(printer.officerId);
});
