import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { givenHouse, type GivenHouse } from '../../../../test/given/house.ts';
import { quietPool } from '../../../core/db/index.ts';
import { openMisses } from './misses.ts';
import { openQuotas } from './quota.ts';
import { MOST_MISSES, PORTION } from './rules.ts';
import { giveQuotaBack, takeAllowance, takeQuota } from './sql.ts';

let given: GivenHouse;
let pool: Pool;
const DAY = '2018-12-11';

beforeAll(async () => {
  given = await givenHouse();
  pool = quietPool({ ...given.connection, max: 4, options: '-c role=jatidiri_system' });
});
afterAll(() => pool.end());

/** A process with its own memory over the one database. */
const quotas = (nowMs?: () => number) =>
  openQuotas({ take: (wanted) => takeQuota(pool, wanted), giveBack: (unused) => giveQuotaBack(pool, unused) }, nowMs);
const misses = (nowMs?: () => number) => openMisses({ take: (wanted) => takeAllowance(pool, wanted) }, nowMs);

describe('a quota', () => {
  test('of several processes is answered to its last unit and never beyond', async () => {
    const grantId = randomUUID();
    let now = 0;
    const clock = () => now;
    const processes = [quotas(clock), quotas(clock), quotas(clock)];
    const quota = 500;
    const ask = async (mine: (typeof processes)[number]) => (await mine.spend(DAY, [{ grantId, quota, n: 1 }]))[0]!;
    let answered = 0;
    for (let i = 0; i < 400; i++) {
      const got = await Promise.all(processes.map(ask));
      answered += got.filter(Boolean).length;
    }
    expect(answered).toBeLessThanOrEqual(quota);
    // What one process holds and does not use it gives back within two seconds; then the last units are answered too.
    for (const mine of processes) {
      await mine.settle();
      await mine.settle();
    }
    now += 1000;
    for (let i = 0; i < quota; i++) if (await ask(processes[0]!)) answered += 1;
    expect(answered).toBe(quota);
  });

  test('of many questions at once is all or nothing', async () => {
    const mine = quotas();
    const grantId = randomUUID();
    const spend = async (n: number) => (await mine.spend(DAY, [{ grantId, quota: 150, n }]))[0];
    expect(await spend(100)).toBe(true);
    expect(await spend(100)).toBe(false);
    expect(await spend(50)).toBe(true);
    expect(await spend(1)).toBe(false);
  });

  test('is spent by those who ask at the same moment as by one after the other', async () => {
    const mine = quotas();
    const grantId = randomUUID();
    const needs = (n: number) => Array.from({ length: n }, () => ({ grantId, quota: 1000, n: 1 }));
    const spent = await Promise.all(Array.from({ length: 40 }, async (_, i) => mine.spend(DAY, needs(i))));
    expect(spent.flat().filter(Boolean)).toHaveLength((39 * 40) / 2);
    const rest = await Promise.all(Array.from({ length: 10 }, async () => mine.spend(DAY, needs(50))));
    expect(rest.flat().filter(Boolean)).toHaveLength(1000 - (39 * 40) / 2);
  });

  test('begins anew with the day, and what was spent in vain comes back', async () => {
    const mine = quotas();
    const need = [{ grantId: randomUUID(), quota: 1, n: 1 }];
    expect(await mine.spend(DAY, need)).toEqual([true]);
    expect(await mine.spend(DAY, need)).toEqual([false]);
    mine.restore(DAY, need[0]!.grantId, 1);
    expect(await mine.spend(DAY, need)).toEqual([true]);
    expect(await mine.spend('2018-12-12', need)).toEqual([true]);
  });

  test('that is lowered in the middle of a day is over', async () => {
    const mine = quotas();
    const grantId = randomUUID();
    expect(await mine.spend(DAY, [{ grantId, quota: 1000, n: 10 }])).toEqual([true]);
    await mine.close();
    expect(await mine.spend(DAY, [{ grantId, quota: 10, n: 1 }])).toEqual([false]);
  });
});

describe('an allowance of misses', () => {
  async function guess(mine: ReturnType<typeof misses>, institutionId: string, matched: boolean): Promise<boolean> {
    if (mine.has(institutionId) === null) await mine.fill(institutionId);
    if (!mine.has(institutionId)) return false;
    mine.count(institutionId, matched);
    return true;
  }

  test('is one for all processes: who is always wrong is slowed down after as many as one may', async () => {
    const institutionId = randomUUID();
    const processes = [misses(), misses(), misses()];
    let answered = 0;
    for (let i = 0; i < 200; i++)
      for (const mine of processes) if (await guess(mine, institutionId, false)) answered += 1;
    expect(answered).toBeGreaterThanOrEqual(MOST_MISSES - 3 * PORTION);
    expect(answered).toBeLessThanOrEqual(MOST_MISSES + 1);
  });

  test('is given back by matches, also to another process', async () => {
    const institutionId = randomUUID();
    const [one, other] = [misses(), misses()];
    while (await guess(one, institutionId, false));
    // One unit held by somebody is enough to go on, and matches earn more.
    await pool.query('update verification.allowance set left_over = 1 where institution_id = $1', [institutionId]);
    for (let i = 0; i < 200; i++) expect(await guess(other, institutionId, true)).toBe(true);
    await other.settle();
    const { rows } = await pool.query('select left_over from verification.allowance where institution_id = $1', [
      institutionId,
    ]);
    expect(rows[0].left_over).toBeGreaterThan(50);
  });

  test('is given back by time, a little', async () => {
    const institutionId = randomUUID();
    let now = 0;
    const mine = misses(() => now);
    while (await guess(mine, institutionId, false));
    now += 2000;
    expect(await guess(mine, institutionId, false)).toBe(false);
    await pool.query(`update verification.allowance set at = at - interval '3 minutes' where institution_id = $1`, [
      institutionId,
    ]);
    now += 2000;
    let answered = 0;
    while (await guess(mine, institutionId, false)) answered += 1;
    expect(answered).toBe(3);
  });
});
