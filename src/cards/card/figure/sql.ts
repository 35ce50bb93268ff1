import { many, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { cardStateOf, type Cause } from '../rules.ts';
import type { Figure, Passed } from './rules.ts';

export interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

/** Steps that had happened by the end of the day (WIB) and were known at the instant. */
const within = ({ asOf, knownAt }: At) =>
  sql`s.recorded_at <= ${knownAt} and s.at < (${asOf}::date + 1)::timestamp at time zone 'Asia/Jakarta'`;

/** In which column the changes of a figure stand. */
const COLUMNS: Readonly<Record<Figure, string>> = {
  'card.printed': 'printed',
  'card.invalid_outstanding': 'outstanding',
  'card.invalid_taken_in': 'taken_in',
  'card.destroyed': 'destroyed',
};

/** Says by how much steps that were just entered change the figures. Part of entering them. */
export async function countSteps(
  tx: Tx,
  steps: readonly { readonly nik: string; readonly card: string; readonly id: string }[],
): Promise<void> {
  await run(
    tx,
    sql`select card.count_steps(${steps.map(({ nik }) => nik)}::bigint[], ${steps.map(({ card }) => card)}::uuid[], ${steps.map(({ id }) => id)}::uuid[])`,
  );
}

/** Days of knowledge before the instant's come from their sums, or from what is not folded yet; its own day change by change. */
export async function countFigure(tx: Tx, figure: Figure, { asOf, knownAt }: At): Promise<number> {
  const n = sql.ref(COLUMNS[figure]);
  const known = dayIn(ZONES.WIB, knownAt);
  const begins = sql`${known}::date::timestamp at time zone 'Asia/Jakarta'`;
  const row = await one<{ n: number }>(
    tx,
    sql`select coalesce(sum(n), 0)::float8 as n from (
          select ${n} as n from card.figure_day where known_on < ${known} and day <= ${asOf}
          union all
          select ${n} from card.figure_change where known_at >= ${begins} and known_at <= ${knownAt} and day <= ${asOf}
          union all
          select ${n} from card.figure_change where not folded and known_at < ${begins} and day <= ${asOf}) changes`,
  );
  return row.n;
}

/** Sums up what has become known up to an instant, once. */
export async function foldChanges(tx: Tx, until: Date): Promise<void> {
  await run(
    tx,
    sql`with taken as (
          update card.figure_change set folded = true where not folded and known_at <= ${until}
          returning (known_at at time zone 'Asia/Jakarta')::date as known_on, day, printed, outstanding, taken_in, destroyed)
        insert into card.figure_day as d (known_on, day, printed, outstanding, taken_in, destroyed)
        select known_on, day, sum(printed), sum(outstanding), sum(taken_in), sum(destroyed) from taken group by known_on, day
        on conflict (known_on, day) do update set printed = d.printed + excluded.printed, outstanding = d.outstanding + excluded.outstanding,
          taken_in = d.taken_in + excluded.taken_in, destroyed = d.destroyed + excluded.destroyed`,
  );
}

const PAGE = 20_000;

/** Every card with its steps in order, one page of cards after the other. */
export async function* eachCard(tx: Tx, at: At): AsyncGenerator<readonly Passed[]> {
  let after = { nik: '0', card: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const page = await many(
      tx,
      sql<{ nik: string; card: string; steps: { state: number; cause: Cause | null }[] }>`
        select s.nik::text as nik, s.card_id as card,
               json_agg(json_build_object('state', s.state, 'cause', s.cause) order by s.recorded_at, s.id) as steps
          from card.step s where ${within(at)} and (s.nik, s.card_id) > (${after.nik}::bigint, ${after.card}::uuid)
         group by s.nik, s.card_id order by s.nik, s.card_id limit ${PAGE}`,
    );
    for (const { steps } of page) yield steps.map(({ state, cause }) => ({ state: cardStateOf(state), cause }));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { nik: last.nik, card: last.card };
  }
}
