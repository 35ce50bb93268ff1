import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenResident } from '../../../test/given/people.ts';
import type { Answer } from '../../../test/given/serving.ts';
import type { Nik } from '../../core/id/index.ts';
import { leafHash, rootOf } from '../../core/ledger/index.ts';
import { systemActor } from '../../core/access/index.ts';
import { speak } from '../../core/notice/index.ts';
import { matchingsMoved } from '../matching/index.ts';
import { about, QUESTION, refused, WHY } from '../verification/given-partner.ts';
import { countUsage } from './count/count.ts';
import { givenMetering, type Call } from './given-metering.ts';
import { lineText } from './rules.ts';
import { closeMonths } from './statement/close.ts';

const given = await givenMetering();
afterAll(() => given.pool.end());
let siti: Nik;
/** A bank that had files compared. */
let filed: Awaited<ReturnType<typeof given.bank>>;
const NOW = given.clock.now();

beforeAll(async () => {
  siti = await givenResident(given);
});

const code = ({ status, body }: Answer) => [status, body.code];
const fault = ({ body }: Answer) => body.errors?.[0];
const reversal = (paymentId: string, reason = 'salah lembaga, milik bank lain') =>
  given.dian.call('POST', `/v1/partners/payments/${paymentId}/reversal`, { reason });

/** Until the second in which the processes' portions come back. */
async function settled(): Promise<void> {
  const { prepaid } = given.house.ground.verification;
  for (let i = 0; i < 2; i++) await prepaid.settle();
}

describe('a balance', () => {
  test('is ordered by who pays, under a code that is entered once', async () => {
    const bank = await given.bank();
    const path = `/v1/partners/institutions/${bank.id}/orders`;
    const good = {
      billingCode: '820 181 210 000 001',
      amount: 5_000,
      orderedOn: '2018-12-10',
      validUntil: '2018-12-17',
    };
    const bad = await given.dian.call('POST', path, { ...good, billingCode: '12', amount: 999.5 });
    expect(bad.body.errors.map(({ path: of }: { path: string }) => of)).toEqual(['billingCode', 'amount']);
    const late = await given.dian.call('POST', path, { ...good, validUntil: '2018-12-09' });
    expect(fault(late)).toMatchObject({ path: 'validUntil', code: 'metering.order_term' });
    const ahead = await given.dian.call('POST', path, { ...good, orderedOn: '2018-12-12' });
    expect(fault(ahead)).toMatchObject({ path: 'orderedOn', code: 'metering.order_ahead' });
    await given.ok(given.dian.call('POST', path, good));
    expect(code(await given.dian.call('POST', path, good))).toEqual([409, 'metering.code_known']);
    const [ministry] = await given.institutions(1);
    const free = await given.dian.call('POST', `/v1/partners/institutions/${ministry}/orders`, good);
    expect(code(free)).toEqual([422, 'metering.pays_nothing']);
    const page = await given.account(bank.id);
    expect([page.balance, page.orders[0].state]).toEqual([0, 'waiting']);
  });

  test('grows by what the treasury received: a receipt counts once, an order is paid once', async () => {
    const bank = await given.bank();
    const [one, two] = [
      await given.order(bank.id, 5_000),
      await given.order(bank.id, 7_000, { validUntil: '2018-10-05' }),
    ];
    expect(code(await given.pay(one.id, { ntpn: '123' }))).toEqual([422, 'http.input_invalid']);
    for (const [paidOn, wrong] of [
      ['2018-12-12', 'metering.paid_ahead'],
      ['2018-09-30', 'metering.paid_before'],
      ['2018-10-06', 'metering.paid_after'],
    ])
      expect(fault(await given.pay(two.id, { paidOn }))).toMatchObject({ path: 'paidOn', code: wrong });
    const receipt = { ntpn: '1234567890123456' };
    const paid = await given.pay(one.id, receipt);
    expect(paid.body).toMatchObject({ balance: 5_000 });
    expect(code(await given.pay(two.id, receipt))).toEqual([409, 'metering.receipt_known']);
    expect(code(await given.pay(one.id))).toEqual([409, 'metering.order_paid']);
    expect(await given.purse(bank.id)).toEqual({ left: 5_000, taken: 0 });
    const page = await given.account(bank.id);
    expect(page.movements).toMatchObject([{ kind: 'payment', amount: 5_000, balance: 5_000, ntpn: receipt.ntpn }]);
  });

  test('loses a mistaken payment by an entry of a second officer; then the receipt counts where it belongs', async () => {
    const [wrong, right] = [await given.bank(), await given.bank()];
    const ntpn = 'B234567890123456';
    const first = await given.order(wrong.id, 9_000);
    const { id } = await given.ok(given.pay(first.id, { ntpn }));
    const { proposalId } = await given.ok(reversal(id));
    expect((await given.approve(given.dian, proposalId)).status).toBe(403);
    await given.ok(given.approve(given.bagus, proposalId));
    const again = await reversal(id);
    expect(code(again)).toEqual([409, 'metering.payment_reversed']);
    const page = await given.account(wrong.id);
    expect(page.movements).toMatchObject([
      { kind: 'reversal', amount: -9_000, balance: 0, ntpn, reason: 'salah lembaga, milik bank lain' },
      { kind: 'payment', amount: 9_000, balance: 9_000, ntpn },
    ]);
    expect(page.orders[0]).toMatchObject({
      state: 'waiting',
      payments: [{ id, reversed: { reason: expect.any(String) } }],
    });
    expect(await given.purse(wrong.id)).toEqual({ left: 0, taken: 0 });
    const theirs = await given.order(right.id, 9_000);
    await given.ok(given.pay(theirs.id, { ntpn }));
    await given.ok(given.pay(first.id));
    expect((await given.account(wrong.id)).balance).toBe(9_000);
  });

  test('never falls below nothing: what is spent cannot be reversed', async () => {
    const bank = await given.bank();
    const payment = await given.funded(bank.id, 2_000);
    const { proposalId } = await given.ok(reversal(payment));
    expect((await bank.ask(about(siti))).status).toBe(200);
    await settled();
    expect(code(await given.approve(given.bagus, proposalId))).toEqual([409, 'metering.reversal_spent']);
    await given.system(countUsage);
    expect(code(await reversal(payment))).toEqual([409, 'metering.reversal_spent']);
    expect((await given.account(bank.id)).balance).toBe(1_000);
  });

  test('is entered by the ministry, seen by auditors and leadership, and by nobody else', async () => {
    const bank = await given.bank();
    const [auditor, operator] = [await given.officer({ role: 'auditor' }), await given.officer({ role: 'operator' })];
    const path = `/v1/partners/institutions/${bank.id}`;
    expect((await auditor.call('GET', `${path}/account`)).status).toBe(200);
    expect((await auditor.call('GET', '/v1/partners/usage')).status).toBe(200);
    expect((await auditor.call('POST', `${path}/orders`, {})).status).toBe(403);
    expect((await operator.call('GET', `${path}/account`)).status).toBe(403);
    expect((await operator.call('GET', '/v1/partners/usage')).status).toBe(403);
  });
});

describe('a question', () => {
  test('of who pays and has nothing left is refused by a code of its own; who pays nothing is answered', async () => {
    const [bank, ministry] = [await given.bank(), await given.partner()];
    const question = about(siti);
    const [broke, free] = await Promise.all([bank.ask(question), ministry.ask(about(siti))]);
    expect(refused(broke)).toEqual([403, 'verification.balance_spent']);
    expect(free.status).toBe(200);
    const looks = await given.pool.query(
      'select count(*)::int as n from verification_read.call where institution_id = $1',
      [bank.id],
    );
    expect(looks.rows[0].n).toBe(0);
    // Paid, the same question is answered: nothing of the refusal is left.
    await given.funded(bank.id, 3_000);
    await expect.poll(async () => (await bank.ask(question)).status).toBe(200);
  });

  test('costs its price once: neither what is repeated nor what is refused costs anything', async () => {
    const bank = await given.bank();
    await given.funded(bank.id, 3_000);
    const first = about(siti);
    const again = await Promise.all(Array.from({ length: 20 }, () => bank.ask(first)));
    expect(new Set(again.map(({ body }) => body.answer.entry)).size).toBe(1);
    const few = await bank.ask(about(siti, { name: 'SITI', religion: 'ISLAM' }));
    expect(refused(few)).toEqual([422, 'verification.too_few_granted']);
    const { attributes } = QUESTION;
    const items = ['A-1', 'A-2', 'A-3'].map((reference) => ({ nik: siti, attributes, reference }));
    // Three thousand are needed and two are left: all or nothing.
    expect(refused(await bank.batch({ ...WHY, items }))).toEqual([403, 'verification.balance_spent']);
    await settled();
    expect((await bank.batch({ ...WHY, items: items.slice(0, 2) })).status).toBe(200);
    expect(refused(await bank.ask(about(siti)))).toEqual([403, 'verification.balance_spent']);
    await given.system(countUsage);
    const page = await given.account(bank.id);
    expect(page).toMatchObject({ balance: 0, months: [{ month: '2018-12', questions: 3, charged: 3_000 }] });
  });

  test('costs what its institution is now: what becomes a public hospital is answered without a balance at the next call', async () => {
    const bank = await given.bank();
    expect(refused(await bank.ask(about(siti)))).toEqual([403, 'verification.balance_spent']);
    const { name, supervisorId } = { name: 'RUMAH SAKIT CONTOH', supervisorId: given.authority };
    const become = { name, kind: 'public_hospital', sector: 'health', supervisorId, regionCode: null, mail: null };
    await given.ok(given.dian.call('PUT', `/v1/partners/institutions/${bank.id}`, become));
    await expect.poll(async () => (await bank.ask(about(siti))).status).toBe(200);
    await given.system(countUsage);
    expect(await given.account(bank.id)).toMatchObject({
      pays: false,
      balance: 0,
      months: [{ questions: 1, charged: 0 }],
    });
  });

  test('of a batch that is refused one by one costs nothing either', async () => {
    const bank = await given.bank();
    await given.funded(bank.id, 50_000);
    const nik = await givenResident(given);
    const wrong = { name: 'WULANDARI LAIN', birthDate: '1999-09-09' };
    const items = Array.from({ length: 15 }, (_, n) => ({ nik, attributes: wrong, reference: `B-${n}` }));
    const { body } = await bank.batch({ ...WHY, items });
    expect(body.answers.filter((each: object) => 'answer' in each)).toHaveLength(10);
    await settled();
    expect(await given.purse(bank.id)).toEqual({ left: 40_000, taken: 10_000 });
  });

  test('is never answered beyond the balance, by however many processes; what a dead one held comes back with the day', async () => {
    const bank = await given.bank();
    await given.funded(bank.id, 250_000);
    const day = '2018-12-11';
    const processes = [given.process(), given.process(), given.process()];
    let answered = 0;
    for (let i = 0; i < 100; i++) {
      const spent = await Promise.all(
        processes.map(async (mine) => (await mine.spend(day, [{ institutionId: bank.id, amount: 1_000 }]))[0]!),
      );
      answered += spent.filter(Boolean).length;
    }
    expect(answered).toBeGreaterThan(200);
    expect(answered).toBeLessThanOrEqual(250);
    // The third dies; the others give back what they do not use.
    for (const mine of processes.slice(0, 2)) await mine.close();
    const held = await given.purse(bank.id);
    expect(held.left + held.taken).toBe(250_000);
    expect(held.taken).toBeGreaterThanOrEqual(answered * 1_000);
    const refs = Array.from({ length: answered }, (_, n) => `D-${n}`);
    const grantId = await given.grantOf(bank.id);
    await given.answered([{ institutionId: bank.id, grantId, at: NOW.toISOString(), refs, price: 1_000 }]);
    given.clock.moveTo(new Date('2018-12-11T18:30:00Z'));
    await given.system(countUsage);
    expect(await given.purse(bank.id)).toEqual({ left: 250_000 - answered * 1_000, taken: 0 });
    // One that was only slow gives back once, not twice.
    await processes[2]!.close();
    expect(await given.purse(bank.id)).toEqual({ left: 250_000 - answered * 1_000, taken: 0 });
  });
});

describe('a file', () => {
  const HEAD = 'NO REF;NIK;NAMA LENGKAP;TGL LAHIR;JK\n';
  const rows = (n: number, over: object = {}) =>
    HEAD +
    Array.from({ length: n }, (_, i) => {
      const row = { name: 'SITI', birthDate: '1990-01-01', ...(i === 0 && over) };
      return `R-${i};${siti};${row.name};${row.birthDate};P\n`;
    }).join('');
  type Bank = Awaited<ReturnType<typeof given.bank>>;

  /** Opened and sent, not handed in. */
  async function sent(bank: Bank, file: string, reference: string): Promise<string> {
    const { body } = await given.create(bank, 4, { reference });
    await given.send(bank, body.id, 0, Buffer.from(file));
    return body.id;
  }
  const handIn = (bank: Bank, id: string) => given.call(bank, 'POST', `/v1/matchings/${id}/handing-in`, {});
  const cancel = (bank: Bank, id: string) => given.call(bank, 'POST', `/v1/matchings/${id}/cancellation`, {});

  test('is refused before anything is sent or compared where the balance does not go so far, with what is missing', async () => {
    const bank = await given.bank({}, { packageRows: 100 });
    await given.funded(bank.id, 3_000_000);
    const poor = await given.create(bank, 4, { reference: 'BERKAS-MISKIN' });
    expect([poor.status, poor.body.code]).toEqual([403, 'metering.package_not_covered']);
    expect(poor.body.title).toContain('kurang Rp7.000.000');
    await given.funded(bank.id, 9_000_000);
    const ids = [await sent(bank, rows(4), 'BERKAS-A'), await sent(bank, rows(4), 'BERKAS-B')] as const;
    expect((await handIn(bank, ids[0])).body.state).toBe('running');
    expect(await given.purse(bank.id)).toEqual({ left: 2_000_000, taken: 0 });
    expect((await handIn(bank, ids[1])).body.code).toBe('metering.package_not_covered');
    expect(await given.account(bank.id)).toMatchObject({ balance: 12_000_000, held: 10_000_000 });
    // What is set aside cannot be reversed away, and comes back as a whole with a file that ends without a result.
    expect((await cancel(bank, ids[0])).body.state).toBe('cancelled');
    expect(await given.purse(bank.id)).toEqual({ left: 12_000_000, taken: 0 });
    expect((await handIn(bank, ids[1])).body.state).toBe('running');
  });

  test('costs its package once when its result is given, by what was in it, however often that is said', async () => {
    const bank = (filed = await given.bank({}, { packageRows: 100 }));
    await given.funded(bank.id, 20_000_000);
    const whole = await sent(bank, rows(3), 'BERKAS-UTUH');
    await handIn(bank, whole);
    await given.work(whole);
    given.clock.moveTo(new Date(given.clock.now().getTime() + 60_000));
    const gaps = await sent(bank, rows(2, { birthDate: '' }), 'BERKAS-BOLONG');
    await handIn(bank, gaps);
    await given.work(gaps);
    const moved = { institutionId: bank.id, matchingId: whole, state: 'done', why: null, deleteAt: null } as const;
    for (let n = 0; n < 2; n++) await given.system((tx) => speak(tx, systemActor('test'), matchingsMoved, [moved]));
    await given.system(countUsage);
    const page = await given.account(bank.id);
    expect(page).toMatchObject({ held: 0, months: [{ month: '2018-12', questions: 0, files: 2 }] });
    expect(page.movements.slice(0, 2)).toMatchObject([
      { kind: 'package', reference: 'BERKAS-BOLONG', rows: 2, amount: -10_000_000, balance: 3_200_000 },
      { kind: 'package', reference: 'BERKAS-UTUH', rows: 3, amount: -6_800_000, balance: 13_200_000 },
    ]);
    expect(await given.purse(bank.id)).toEqual({ left: 3_200_000, taken: 0 });
  });

  test('of who pays nothing is counted and costs nothing', async () => {
    const ministry = await given.partner({ packageRows: 100 });
    const id = await sent(ministry, rows(2), 'BERKAS-GRATIS');
    await handIn(ministry, id);
    await given.work(id);
    expect(await given.account(ministry.id)).toMatchObject({
      balance: 0,
      movements: [],
      months: [{ files: 1, rows: 2, charged: 0 }],
    });
    const { lines } = await given.ok(given.dian.call('GET', '/v1/partners/usage?month=2018-12'));
    expect(lines.find(({ id: of }: { id: string }) => of === ministry.id)).toMatchObject({ files: 1, charged: 0 });
  });
});

describe('charges', () => {
  test('are what a recount of all calls gives, however they come and whenever they are counted', async () => {
    const banks = [await given.bank(), await given.bank()];
    for (const { id } of banks) await given.funded(id, 1_000_000_000);
    const grants = new Map(await Promise.all(banks.map(async ({ id }) => [id, await given.grantOf(id)] as const)));
    const day = (n: number) => new Date(Date.parse('2018-12-20T00:00:00+07:00') + n * 86_400_000);
    let from = 0;
    const some = fc.array(
      fc.record({
        bank: fc.constantFrom(...banks),
        ms: fc.nat(86_399_999),
        n: fc.integer({ min: 1, max: 9 }),
        price: fc.constantFrom(0, 1_000, 3_000),
      }),
      { maxLength: 12 },
    );
    const all: Call[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 3 }), async (days) => {
        for (const calls of days) {
          const start = day(from++);
          const rows = calls.map(({ bank, ms, n, price }) => ({
            institutionId: bank.id,
            grantId: grants.get(bank.id)!,
            at: new Date(start.getTime() + ms).toISOString(),
            refs: Array.from({ length: n }, (_, i) => `R-${i}`),
            price,
          }));
          given.clock.moveTo(new Date(start.getTime() + 43_200_000));
          await given.called(rows.filter(({ at }) => Date.parse(at) <= start.getTime() + 43_200_000));
          await given.system(countUsage);
          await given.called(rows.filter(({ at }) => Date.parse(at) > start.getTime() + 43_200_000));
          all.push(...rows);
        }
        given.clock.moveTo(new Date(day(from).getTime() + 7_200_000));
        await given.system(countUsage);
        for (const { id } of banks) {
          const own = all.filter(({ institutionId }) => institutionId === id);
          const charged = own.reduce((sum, { refs, price }) => sum + refs.length * price, 0);
          expect((await given.account(id)).balance).toBe(1_000_000_000 - charged);
          expect(await given.purse(id)).toEqual({ left: 1_000_000_000 - charged, taken: 0 });
        }
      }),
      { numRuns: 5 },
    );
  });

  test('that will not last a week are said to the institution once, until it has paid', async () => {
    given.clock.moveTo(new Date('2019-03-04T09:00:00Z'));
    const bank = await given.bank({ mail: 'arsip@bank.example' });
    await given.funded(bank.id, 10_000);
    const grantId = await given.grantOf(bank.id);
    const refs = ['X-1', 'X-2', 'X-3', 'X-4', 'X-5', 'X-6'];
    await given.called([{ institutionId: bank.id, grantId, at: '2019-03-03T03:00:00Z', refs, price: 1_000 }]);
    await given.system(countUsage);
    await given.system(countUsage);
    const notices = async () =>
      (
        await given.pool.query('select balance, spent, ended_at from metering.low_balance where institution_id = $1', [
          bank.id,
        ])
      ).rows;
    expect(await notices()).toMatchObject([{ balance: '4000', spent: '6000', ended_at: null }]);
    const low = await given.ok(given.dian.call('GET', '/v1/partners/usage?look=low'));
    expect(low.lines.map(({ id, daysLeft }: { id: string; daysLeft: number }) => [id, daysLeft])).toContainEqual([
      bank.id,
      4,
    ]);
    await given.funded(bank.id, 100_000);
    await given.system(countUsage);
    expect((await notices())[0].ended_at).not.toBeNull();
    expect((await given.account(bank.id)).warnedAt).toBeNull();
  });
});

describe('a statement', () => {
  test('of a month has a line a reference, its root in one entry, and stays; what comes late stands in the next', async () => {
    given.clock.moveTo(new Date('2019-05-10T03:00:00Z'));
    const bank = await given.bank();
    await given.funded(bank.id, 100_000);
    const grantId = await given.grantOf(bank.id);
    const call = (at: string, refs: string[]): Call => ({ institutionId: bank.id, grantId, at, refs, price: 1_000 });
    await given.called([
      call('2019-05-10T04:00:00.123Z', ['INV-1']),
      call('2019-05-10T04:00:00.456Z', ['INV-2', 'INV-3', 'INV-2']),
      call('2019-05-31T16:59:59.999Z', ['=SUM(A1)', 'INV-5']),
      // Already June in Jakarta.
      call('2019-05-31T17:00:00.000Z', ['INV-6']),
    ]);
    given.clock.moveTo(new Date('2019-05-31T17:30:00Z'));
    await given.system(countUsage);
    await given.system((tx) => closeMonths(tx, 3));
    expect((await given.account(bank.id)).statements).toEqual([]);
    given.clock.moveTo(new Date('2019-05-31T19:30:00Z'));
    await given.system(countUsage);
    await given.system((tx) => closeMonths(tx, 3));
    await given.system((tx) => closeMonths(tx, 3));
    const { statements, balance } = await given.account(bank.id);
    expect(statements).toHaveLength(1);
    const [may] = statements;
    expect(may).toMatchObject({
      month: '2019-05',
      opening: 0,
      paid: 100_000,
      charged: 6_000,
      closing: 94_000,
      questions: 6,
    });
    expect([may.lines, may.parts, balance]).toEqual([5, 2, 93_000]);

    const rows = [];
    for (const part of [1, 2]) {
      const file = await given.dian.call('GET', `/v1/partners/statements/${may.id}/lines?part=${part}`);
      expect(file.headers['content-type']).toMatch(/^text\/csv/);
      rows.push(...(parse(String(file.body)) as string[][]).slice(1));
    }
    expect(rows.map(([no, , reference, , , questions]) => [no, reference, questions])).toEqual([
      ['1', 'INV-1', '1'],
      ['2', 'INV-2', '2'],
      ['3', 'INV-3', '1'],
      // No spreadsheet takes it for a formula.
      ['4', "'=SUM(A1)", '1'],
      ['5', 'INV-5', '1'],
    ]);
    const leaves = rows.map(([, at, reference, unit, purpose, questions, price, entry]) =>
      leafHash(
        Buffer.from(
          lineText({
            at: at!,
            reference: reference!.replace(/^'/, ''),
            unit: unit!,
            purpose: purpose!,
            questions: Number(questions),
            price: Number(price),
            entry: entry!,
          }),
        ),
      ),
    );
    expect(rootOf(leaves).toString('hex')).toBe(may.root);
    expect(code(await given.dian.call('GET', `/v1/partners/statements/${may.id}/lines?part=3`))).toEqual([
      404,
      'metering.part_not_found',
    ]);
    const book = await given.dian.call('GET', `/v1/partners/statements/${may.id}/lines?format=xlsx`);
    expect(String(book.headers['content-type'])).toContain('spreadsheetml');
    const paper = await given.dian.call('GET', `/v1/partners/statements/${may.id}/paper`);
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    const once = await given.dian.call('GET', `/v1/partners/statements/${may.id}/paper`);
    expect(once.body).toBe(paper.body);

    given.clock.moveTo(new Date('2019-06-03T03:00:00Z'));
    await given.funded(bank.id, 50_000);
    const edited = given.system((tx) => tx.client.query('update metering.statement set charged = 0'));
    await expect(edited).rejects.toThrow('permission denied');
    given.clock.moveTo(new Date('2019-07-01T03:00:00Z'));
    await given.system(countUsage);
    await given.system((tx) => closeMonths(tx));
    const after = (await given.account(bank.id)).statements;
    expect(after[1]).toEqual(may);
    expect(after[0]).toMatchObject({
      month: '2019-06',
      opening: 94_000,
      paid: 50_000,
      charged: 1_000,
      closing: 143_000,
    });
  });

  test('has a line a file, by its own number, under the same root', async () => {
    const statements = (await given.account(filed.id)).statements;
    const december = statements.find(({ month }: { month: string }) => month === '2018-12');
    expect(december).toMatchObject({ questions: 0, files: 2, lines: 2 });
    const file = await given.dian.call('GET', `/v1/partners/statements/${december.id}/lines`);
    const rows = (parse(String(file.body)) as string[][]).slice(1);
    expect(rows.map(([, , reference, , , n, , , , rowCount]) => [reference, n, rowCount])).toEqual([
      ['BERKAS-UTUH', '1', '3'],
      ['BERKAS-BOLONG', '1', '2'],
    ]);
    const leaves = rows.map((row) => leafHash(Buffer.from(row.slice(1, 8).join('\t'))));
    expect(rootOf(leaves).toString('hex')).toBe(december.root);
    const paper = await given.dian.call('GET', `/v1/partners/statements/${december.id}/paper`);
    expect(paper.status).toBe(200);
  });
});
