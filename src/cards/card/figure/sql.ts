import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { CARD_STATES, cardStateOf, type Cause } from '../rules.ts';
import { INVALID_CAUSES, type Figure, type Passed } from './rules.ts';

export interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

/** Steps that had happened by the end of the day (WIB) and were known at the instant. */
const within = ({ asOf, knownAt }: At) =>
  sql`s.recorded_at <= ${knownAt} and s.at < (${asOf}::date + 1)::timestamp at time zone 'Asia/Jakarta'`;

const counts: Readonly<Record<Figure, (at: At) => ReturnType<typeof sql<{ n: number }>>>> = {
  'card.printed': (at) =>
    sql<{ n: number }>`
      select count(*)::int as n from (
        select from card.step s where ${within(at)} group by s.nik, s.card_id
        having not bool_or(s.state = ${CARD_STATES.SPOILED.code})) printed`,
  'card.invalid_outstanding': (at) => lastOf(at, sql`state = ${CARD_STATES.INVALID.code}`),
  'card.invalid_taken_in': (at) =>
    lastOf(at, sql`state = ${CARD_STATES.TAKEN_IN.code} and cause = any(${[...INVALID_CAUSES]}::text[])`),
  'card.destroyed': (at) => lastOf(at, sql`state = ${CARD_STATES.DESTROYED.code}`),
};

function lastOf(at: At, holds: ReturnType<typeof sql>) {
  return sql<{ n: number }>`
    select count(*)::int as n from (
      select distinct on (s.nik, s.card_id) s.state, s.cause from card.step s where ${within(at)}
       order by s.nik, s.card_id, s.recorded_at desc, s.id desc) last where ${holds}`;
}

export async function countFigure(tx: Tx, figure: Figure, at: At): Promise<number> {
  return (await one(tx, counts[figure](at))).n;
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
