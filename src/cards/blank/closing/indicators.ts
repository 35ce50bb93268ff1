/** Blanks in stock, and blanks that nobody can account for: missing, or in a difference that is not settled. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Indicator } from '../../../core/indicator.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { STATES } from '../rules.ts';

interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

const day = (column: string) => sql.raw(`(${column} at time zone 'Asia/Jakarta')::date`);

/** Movements that happened after the day, or were not known at the instant: few, unless long ago is asked about. */
const later = ({ asOf, knownAt }: At) =>
  sql`(m.recorded_at > ${knownAt} or m.occurred_at >= (${asOf}::date + 1)::timestamp at time zone 'Asia/Jakarta')`;

/** What stands in the accounts of these states now, by store, less what came into them later and more what left them. */
const entries = (states: readonly number[], at: At) => {
  const these = sql`any(${[...states]}::smallint[])`;
  return sql`select h.store_id as store, h.n from blank.holding h where h.state = ${these}
             union all select m.to_store, -m.n from blank.movement m where ${later(at)} and m.to_state = ${these}
             union all select m.from_store, m.n from blank.movement m where ${later(at)} and m.from_state = ${these}`;
};

async function net(tx: Tx, states: readonly number[], at: At): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select coalesce(sum(n), 0)::float8 as n from (${entries(states, at)}) e`,
  );
  return n;
}

const PAGE = 20_000;

/** The same from the serials that each movement moved, one movement after the other. */
async function netOfSerials(tx: Tx, states: readonly number[], { asOf, knownAt }: At): Promise<number> {
  let sum = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await many<{ id: string; from: number | null; to: number; n: number }>(
      tx,
      sql`select m.id, m.from_state as "from", m.to_state as "to",
                 (select coalesce(sum(upper(s.serials) - lower(s.serials)), 0)::float8 from blank.movement_serials s where s.movement_id = m.id) as n
            from blank.movement m where m.id > ${after}::uuid and m.recorded_at <= ${knownAt} and ${day('m.occurred_at')} <= ${asOf}
           order by m.id limit ${PAGE}`,
    );
    for (const { from, to, n } of rows) {
      if (states.includes(to)) sum += n;
      if (from !== null && states.includes(from)) sum -= n;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return sum;
    after = last.id;
  }
}

const STOCK = [STATES.RECEIVED, STATES.IN_STOCK];
const MISSING = [STATES.MISSING];

export const closingIndicators: Indicator[] = [
  {
    code: 'blank.in_stock',
    unit: 'keping',
    since: null,
    measure: async (tx, at) => ({ numerator: await net(tx, STOCK, at), denominator: null }),
    recount: async (tx, at) => ({ numerator: await netOfSerials(tx, STOCK, at), denominator: null }),
    async byRegency(tx, at) {
      const rows = await many<{ code: string; n: number }>(
        tx,
        sql`select left(s.region_code, 4) as code, sum(e.n)::float8 as n from (${entries(STOCK, at)}) e join blank.store s on s.id = e.store
             where length(s.region_code) >= 4 group by 1`,
      );
      return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
    },
  },
  {
    code: 'blank.unaccounted',
    unit: 'keping',
    since: null,
    async measure(tx, at) {
      const { n } = await one<{ n: number }>(
        tx,
        sql`select coalesce(sum(abs(d.expected - d.counted)), 0)::float8 as n from blank.discrepancy d
             where d.opened_at <= ${at.knownAt} and ${day('d.opened_at')} <= ${at.asOf}
               and (d.closed_at is null or d.closed_at > ${at.knownAt} or ${day('d.closed_at')} > ${at.asOf})`,
      );
      return { numerator: n + (await net(tx, MISSING, at)), denominator: null };
    },
    // Differences one by one; what is settled by then is in the movements.
    async recount(tx, at) {
      const cases = await many<{ n: number; opened: string; closed: string | null }>(
        tx,
        sql`select abs(d.expected - d.counted)::float8 as n, ${day('d.opened_at')} as opened,
                   case when d.closed_at <= ${at.knownAt} then ${day('d.closed_at')} end as closed
              from blank.discrepancy d where d.opened_at <= ${at.knownAt}`,
      );
      const open = cases.filter(({ opened, closed }) => opened <= at.asOf && (closed === null || closed > at.asOf));
      const disputed = open.reduce((sum, { n }) => sum + n, 0);
      return { numerator: disputed + (await netOfSerials(tx, MISSING, at)), denominator: null };
    },
  },
];
