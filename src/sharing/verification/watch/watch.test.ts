import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { givenResident } from '../../../../test/given/people.ts';
import { quietPool } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { raiseAlarms } from '../budget/watch.ts';
import { ALARMING_MISSES } from '../budget/rules.ts';
import { about, givenVerification, WHY, type GivenVerification } from '../given-partner.ts';
import { openPace } from '../signal/pace.ts';
import { SLOW_AT_ONCE } from '../signal/rules.ts';
import { takePace } from '../signal/sql.ts';
import { slowUnusual } from '../signal/watch.ts';
import type { Alarm, SlowedPartner } from './schema.ts';

let given: GivenVerification;
let siti: Nik;
let pool: Pool;
type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given);
  pool = quietPool({ ...given.connection, max: 4, options: '-c role=jatidiri_system' });
});
afterAll(() => pool?.end());

const alarms = async (query = '') =>
  ((await given.ok(given.dian.call('GET', `/v1/partners/alarms${query}`))) as { alarms: Alarm[] }).alarms;
const slowed = async () =>
  ((await given.ok(given.dian.call('GET', '/v1/partners/slowed'))) as { slowed: SlowedPartner[] }).slowed;

describe('an alarm', () => {
  let id = '';

  test('about a number says how often, masks the number, and waits for somebody', async () => {
    await given.house.database.transact('answer', given.actor, (tx) =>
      tx.client.query(
        `insert into verification.miss (nik, institution_id, at) select $1, gen_random_uuid(), now() from generate_series(1, $2)`,
        [siti, ALARMING_MISSES],
      ),
    );
    expect(await given.system(raiseAlarms)).toBe(1);
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({
      kind: 'nik_misses',
      n: ALARMING_MISSES,
      institution: null,
      state: 'open',
      steps: [],
    });
    expect(alarm!.maskedNik).toBe(`${siti.slice(0, 6)}**********`);
    id = alarm!.id;
  });

  test('tells its whole number only to whoever says why, and the person sees who looked', async () => {
    const path = `/v1/partners/alarms/${id}/number`;
    expect((await given.dian.call('POST', path, {})).body.code).toBe('access.purpose_missing');
    const leader = await given.officer({ role: 'leadership' });
    expect((await leader.call('POST', path, {}, { 'jatidiri-purpose': 'service' })).status).toBe(403);
    const seen = await given.dian.call('POST', path, {}, { 'jatidiri-purpose': 'service' });
    expect(seen.body).toEqual({ niks: [siti] });
    const { rows } = await given.system((tx) =>
      tx.client.query(`select 1 from ledger.access where nik = $1 and detail = 'alarm'`, [siti]),
    );
    expect(rows).toHaveLength(1);
  });

  test('is taken up by an officer, by another after him, and closed once with a reason', async () => {
    await given.ok(given.dian.call('POST', `/v1/partners/alarms/${id}/taking-up`));
    await given.ok(given.bagus.call('POST', `/v1/partners/alarms/${id}/taking-up`));
    expect((await alarms())[0]).toMatchObject({ state: 'taken', steps: [{ kind: 'taken' }, { kind: 'taken' }] });
    const closing = { outcome: 'explained', reason: 'Satu rumah sakit salah ketik berulang kali.' };
    const short = await given.dian.call('POST', `/v1/partners/alarms/${id}/closing`, { ...closing, reason: 'ya' });
    expect(short.status).toBe(422);
    await given.ok(given.dian.call('POST', `/v1/partners/alarms/${id}/closing`, closing));
    const again = await given.bagus.call('POST', `/v1/partners/alarms/${id}/closing`, closing);
    expect([again.status, again.body.code]).toEqual([409, 'verification.alarm_closed']);
    expect(await alarms()).toEqual([]);
    expect((await alarms('?closed=yes'))[0]).toMatchObject({ id, state: 'closed' });
  });

  test('and what was done about it cannot be edited by the server', async () => {
    for (const statement of ['update verification.alarm_step set reason = null', 'delete from verification.alarm_step'])
      await expect(given.transact(given.actor, (tx) => tx.client.query(statement))).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe('a partner that is slowed down', () => {
  let fisher: Partner;
  const act = (what: 'lifting' | 'holding', body: object) =>
    given.bagus.call('POST', `/v1/partners/slowed/${fisher.id}/${what}`, body);
  const fish = () =>
    fisher.batch({
      ...WHY,
      items: Array.from({ length: 80 }, (_, n) => {
        const { nik, attributes, reference } = about(`990101410180${9001 + n}`);
        return { nik, attributes, reference };
      }),
    });
  const much = async () => {
    const items = Array.from({ length: 30 }, () => {
      const { nik, attributes, reference } = about(siti);
      return { nik, attributes, reference };
    });
    return (await fisher.batch({ ...WHY, items })).status;
  };

  beforeAll(async () => {
    fisher = await given.partner();
    expect((await fish()).status).toBe(200);
    await given.house.ground.verification.pulses.settle();
    await given.system(slowUnusual);
  });

  test('is listed with the figures of the hour beside the usual ones', async () => {
    const [one] = await slowed();
    expect(one).toMatchObject({ institution: { id: fisher.id }, reasons: [{ signal: 'sequence', heldBy: null }] });
    expect(one!.reasons[0]!.figures).toMatchObject({ now: { questions: 80, inSequence: 79 }, usual: { days: 0 } });
  });

  test('is held longer by an officer with a reason, never shorter and never beyond three days', async () => {
    const reason = 'Menunggu penjelasan lembaga.';
    expect((await act('holding', { hours: 73, reason })).status).toBe(422);
    expect((await act('holding', { hours: 1, reason: 'ya' })).status).toBe(422);
    await given.ok(act('holding', { hours: 24, reason }));
    expect((await act('holding', { hours: 2, reason })).body.code).toBe('verification.hold_shorter');
    const [one] = await slowed();
    expect(one!.reasons.at(-1)).toMatchObject({ signal: 'held', reason });
    expect(Date.parse(one!.until) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    await expect.poll(much, { interval: 20 }).toBe(429);
  });

  test('asks as before within a second of being lifted, and the same hour does not slow it down again', async () => {
    await given.ok(act('lifting', { reason: 'Uji coba yang diberitahukan sebelumnya.' }));
    await expect.poll(much, { interval: 20 }).toBe(200);
    expect(await slowed()).toEqual([]);
    expect(await given.system(slowUnusual)).toEqual([]);
    expect((await act('lifting', { reason: 'Sekali lagi untuk pasti.' })).body.code).toBe('verification.not_slowed');
  });
});

test('the slow pace is one of the partner over all processes: three of them answer no more than one would', async () => {
  const institutionId = crypto.randomUUID();
  let taken = 0;
  const processes = Array.from({ length: 3 }, () =>
    openPace({
      take(wanted) {
        taken += 1;
        return takePace(pool, wanted);
      },
    }),
  );
  const began = performance.now();
  let answered = 0;
  for (let round = 0; round < 60; round++) {
    for (const one of processes) if (one.wait(institutionId, 1) === 0) answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const seconds = (performance.now() - began) / 1000;
  expect(answered).toBeGreaterThanOrEqual(SLOW_AT_ONCE - 3);
  expect(answered).toBeLessThanOrEqual(SLOW_AT_ONCE + seconds + 1);
  // Portions, not calls.
  expect(taken).toBeLessThan(40);
  expect(processes[0]!.wait(institutionId, 1)).toBe(1);
  // More at once than anybody may ask is told the whole time, and takes nothing.
  const before = taken;
  expect(processes[0]!.wait(institutionId, SLOW_AT_ONCE + 40)).toBeGreaterThan(40);
  expect(taken).toBe(before);
  // What nobody has used goes back.
  for (const one of processes) {
    await one.settle();
    await one.settle();
  }
});
