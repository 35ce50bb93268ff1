/** What must hold of balances, counted by brute force from the calls that were answered and the files that were compared. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { packagePrice, tariffOn } from '../../../sharing/metering/index.ts';
import type { Kind } from '../../../sharing/partner/index.ts';
import type { Stage } from '../journey.ts';
import { STORY_TARIFF_FROM } from './balances.ts';
import { self } from './crew.ts';

interface Charged {
  readonly institution: string;
  readonly day: string;
  readonly amount: number;
}

/** By brute force: each call costs what its questions cost, each file its package; days, months, payments and balances must say the same. */
export function balancesHold(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', self, async (tx) => {
    const calls = await many<{ institution: string; at: Date; refs: string[]; price: number }>(
      tx,
      sql`select c.institution_id as institution, c.at, c.refs, c.price from verification_read.call c`,
    );
    const charged = new Map<string, number>();
    for (const { institution, at, refs, price } of calls) {
      const day = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
      if (price > 0) add(charged, `${institution} ${day}`, refs.length * price);
    }
    const files = await listFiles(tx);
    const all = new Map(charged);
    for (const { institution, day, price } of files) if (price > 0) add(all, `${institution} ${day}`, price);
    return [
      ...daysFaults(charged, await listDays(tx)),
      ...filesFaults(files),
      ...(await monthFaults(tx, all)),
      ...(await purseFaults(tx, charged, files)),
    ];
  });
}

const add = (to: Map<string, number>, key: string, n: number) => to.set(key, (to.get(key) ?? 0) + n);

interface FileCharged {
  readonly institution: string;
  readonly day: CivilDate;
  /** What it must cost, and what was charged; `null`: never. */
  readonly price: number;
  readonly amount: number | null;
}

async function listFiles(tx: Tx): Promise<FileCharged[]> {
  const rows = await many<Omit<FileCharged, 'price'> & { kind: Kind; persons: number; complete: boolean }>(
    tx,
    sql`select f.institution_id as institution, (f.at at time zone 'Asia/Jakarta')::date as day, i.kind, f.rows as persons, f.complete, p.amount::float8 as amount
          from matching_read.package f join partner_read.institution i on i.institution_id = f.institution_id
          left join metering_read.package p on p.matching_id = f.matching_id`,
  );
  return rows.map(({ kind, persons, complete, ...row }) => ({
    ...row,
    price: packagePrice(kind, { persons, complete }, tariffOn(row.day, STORY_TARIFF_FROM)),
  }));
}

function filesFaults(files: readonly FileCharged[]): string[] {
  const wrong = files.filter(({ price, amount }) => amount !== price).length;
  return wrong === 0 ? [] : [`${wrong} files were not charged as their package`];
}

function listDays(tx: Tx): Promise<Charged[]> {
  return many(
    tx,
    sql<Charged>`select u.institution_id as institution, u.day, sum(u.amount)::float8 as amount from metering_read.usage u where u.amount > 0 group by 1, 2`,
  );
}

function daysFaults(charged: ReadonlyMap<string, number>, days: readonly Charged[]): string[] {
  const wrong = days.filter(({ institution, day, amount }) => charged.get(`${institution} ${day}`) !== amount).length;
  const lacking = charged.size - days.length;
  return wrong + Math.abs(lacking) === 0
    ? []
    : [`charges of ${wrong} days differ from their calls, ${lacking} are lacking`];
}

async function monthFaults(tx: Tx, charged: ReadonlyMap<string, number>): Promise<string[]> {
  const sums = new Map<string, number>();
  for (const [key, amount] of charged) add(sums, key.slice(0, -3), amount);
  const statements = await many<{ key: string; charged: number; sums: boolean }>(
    tx,
    sql`select s.institution_id || ' ' || s.month as key, s.charged::float8 as charged, s.closing = s.opening + s.paid - s.reversed - s.charged as sums
          from metering_read.statement s`,
  );
  const wrong = statements.filter(({ key, charged: n, sums: adds }) => (sums.get(key) ?? 0) !== n || !adds).length;
  return wrong === 0 ? [] : [`${wrong} monthly statements differ from their calls`];
}

/** What may still be answered is what was paid without what was charged: nothing was lost between the two rooms. */
async function purseFaults(
  tx: Tx,
  charged: ReadonlyMap<string, number>,
  files: readonly FileCharged[],
): Promise<string[]> {
  const { until } = await one<{ until: string | null }>(
    tx,
    sql`select closed_until as until from metering_read.progress`,
  );
  const settled = new Map<string, number>();
  for (const [key, amount] of charged) {
    const [institution, day] = key.split(' ') as [string, string];
    if (until !== null && day <= until) add(settled, institution, amount);
  }
  // A file's price left the purse before it ran, whichever days are settled.
  for (const { institution, price } of files) add(settled, institution, price);
  const purses = await many<{ institution: string; held: number; paid: number }>(
    tx,
    sql`select w.institution_id as institution,
               (w.left_over + w.taken + coalesce((select sum(h.amount) from metering_read.hold h where h.institution_id = w.institution_id), 0))::float8 as held,
               coalesce((select sum(p.amount) from metering_read.payment p where p.institution_id = w.institution_id and p.reversed_at is null), 0)::float8 as paid
          from verification_read.purse w`,
  );
  const wrong = purses.filter(({ institution, held, paid }) => held !== paid - (settled.get(institution) ?? 0)).length;
  return wrong === 0 ? [] : [`${wrong} balances differ from what was paid and charged`];
}

export async function tellBalances(stage: Stage): Promise<string[]> {
  const { payers, charged, statements } = await stage.database.transact('system', self, (tx) =>
    one<Record<'payers' | 'charged' | 'statements', number>>(
      tx,
      sql`select (select count(distinct p.institution_id)::int from metering_read.payment p) as payers,
                 ((select coalesce(sum(u.amount), 0) from metering_read.usage u) + (select coalesce(sum(p.amount), 0) from metering_read.package p))::float8 as charged,
                 (select count(*)::int from metering_read.statement) as statements`,
    ),
  );
  const [id, en] = ['id-ID', 'en'].map((language) => (n: number) => n.toLocaleString(language));
  return [
    `Lembaga yang membayar ${id!(payers)}, ditagih Rp${id!(charged)}, tagihan bulanan ${id!(statements)} / institutions that pay ${en!(payers)}, charged Rp${en!(charged)}, monthly statements ${en!(statements)}`,
  ];
}
