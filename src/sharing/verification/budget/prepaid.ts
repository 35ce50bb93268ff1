/**
 * What partners that pay have left, in portions as quotas: each process takes some of a balance and answers from what it holds. What it
 * took belongs to a day; once that is over the day is settled by what was charged, so that a process that died loses nobody's money.
 */
import type { Pool } from 'pg';
import { run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Kind } from '../../partner/index.ts';
import { openQuotas } from './quota.ts';

/** How a question may be answered, for the tariff. */
export type ChargedMethod = 'nik' | 'finger' | 'face';

/** Whole rupiah that a question costs an institution on a day; 0 for who pays nothing. What it is stands above this room. */
export type PriceOf = (kind: Kind, method: ChargedMethod, day: CivilDate) => number;

export interface PrepaidNeed {
  readonly institutionId: string;
  /** Whole rupiah. */
  readonly amount: number;
}

export interface Prepaid {
  /** Spends what each needs, all of it or nothing, in their order. Who needs nothing waits for nothing and is always served. */
  spend(day: string, needs: readonly PrepaidNeed[]): boolean[] | Promise<boolean[]>;
  /** For what was spent on a question that was not answered after all. */
  restore(day: string, institutionId: string, amount: number): void;
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Portion {
  readonly institutionId: string;
  readonly day: string;
  readonly amount: number;
}

export interface PrepaidStore {
  take(wanted: readonly (Omit<Portion, 'amount'> & { need: number; want: number })[]): Promise<Map<string, number>>;
  giveBack(unused: readonly Portion[]): Promise<void>;
}

/** Balances are portioned as quotas are; there is only no number of a day that bounds them. */
export function openPrepaid(store: PrepaidStore, nowMs?: () => number): Prepaid {
  const portions = openQuotas(
    {
      take: (wanted) =>
        store.take(wanted.map(({ grantId: institutionId, day, need, want }) => ({ institutionId, day, need, want }))),
      giveBack: (unused) =>
        store.giveBack(unused.map(({ grantId: institutionId, day, n: amount }) => ({ institutionId, day, amount }))),
    },
    nowMs,
  );
  return {
    spend(day, needs) {
      const paying = needs.filter(({ amount }) => amount > 0);
      if (paying.length === 0) return needs.map(() => true);
      const put = (spent: readonly boolean[]) => {
        const each = spent.values();
        return needs.map(({ amount }) => amount === 0 || each.next().value!);
      };
      const spending = portions.spend(
        day,
        paying.map(({ institutionId: grantId, amount: n }) => ({ grantId, quota: 0, n })),
      );
      return Array.isArray(spending) ? put(spending) : spending.then(put);
    },
    restore(day, institutionId, amount) {
      if (amount > 0) portions.restore(day, institutionId, amount);
    },
    settle: () => portions.settle(),
    close: () => portions.close(),
  };
}

/** Over a connection of its own, as `system`, outside any call's transaction. */
export function prepaidStore(pool: Pool): PrepaidStore {
  return {
    async take(wanted) {
      const { rows } = await pool.query<{ institution_id: string; got: string }>({
        name: 'verification.take_prepaid',
        text: 'select institution_id, got from verification.take_prepaid($1::uuid[], $2::date[], $3::bigint[], $4::bigint[])',
        values: [
          wanted.map(({ institutionId }) => institutionId),
          wanted.map(({ day }) => day),
          wanted.map(({ need }) => need),
          wanted.map(({ want }) => want),
        ],
      });
      return new Map(rows.map(({ institution_id, got }) => [institution_id, Number(got)]));
    },
    async giveBack(unused) {
      await pool.query('select verification.give_prepaid_back($1::uuid[], $2::date[], $3::bigint[])', [
        unused.map(({ institutionId }) => institutionId),
        unused.map(({ day }) => day),
        unused.map(({ amount }) => amount),
      ]);
    },
  };
}

/** Puts money in, or takes it out again (less than nothing); `false` where less than that is left. As `system`, in the payment's transaction. */
export async function fillPurse(tx: Tx, institutionId: string, amount: number): Promise<boolean> {
  await run(
    tx,
    sql`insert into verification.purse (institution_id, left_over) values (${institutionId}, 0) on conflict do nothing`,
  );
  const filled = await run(
    tx,
    sql`update verification.purse set left_over = left_over + ${amount}::bigint
         where institution_id = ${institutionId} and left_over + ${amount}::bigint >= 0`,
  );
  return filled === 1;
}

/** What was charged for the days that are over: what was taken beyond it, and held by whomever, comes back. */
export async function settlePrepaid(tx: Tx, until: CivilDate, charges: readonly Portion[]): Promise<void> {
  await run(
    tx,
    sql`select verification.settle_prepaid(${until}::date, ${charges.map(({ institutionId }) => institutionId)}::uuid[],
          ${charges.map(({ day }) => day)}::date[], ${charges.map(({ amount }) => amount)}::bigint[], ${tx.ground.clock.now()})`,
  );
}
