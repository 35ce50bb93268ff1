/** Views for the desk: how long each waits where, and the counters of any day with the lists that they open into. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { daysBetween, parseCivilDate, today, ZONES } from '../../../core/time/index.ts';
import { countLadder, listCounted, type At } from '../figure/sql.ts';
import { actsNext, CLIMBING, LIVE, STAGES, type Counter, type Stage } from '../ladder/rules.ts';
import { refuse } from '../refusals.ts';
import { KINDS } from '../rules.ts';
import { listWaiting } from './sql.ts';

const SHOWN: readonly Stage[] = [...CLIMBING, ...LIVE];

/** All passes that have not ended: a column a stage with its count and longest wait, and a table, the oldest first. */
export async function viewBoard(tx: Tx, _actor: Actor, input: { stage?: Stage | undefined }) {
  const now = today(tx.ground.clock, ZONES.WIB);
  const rows = await listWaiting(tx, tx.ground.clock.now());
  const lines = rows.map((row) => {
    const waits = daysBetween(row.since, now);
    const { days } = STAGES[row.stage];
    const acts = actsNext(row.stage, KINDS[row.kind].memorandum);
    return {
      ...row,
      waits,
      acts,
      overdue: days !== null && waits > days,
      expired: row.agreementUntil !== null && row.agreementUntil < now,
    };
  });
  const columns = SHOWN.map((stage) => {
    const there = lines.filter((line) => line.stage === stage);
    return {
      stage,
      n: there.length,
      longest: there.reduce((most, { waits }) => Math.max(most, waits), 0),
      overdue: there.filter(({ overdue }) => overdue).length,
      days: STAGES[stage].days,
    };
  });
  const chosen = input.stage
    ? lines.filter(({ stage }) => stage === input.stage)
    : lines.filter(({ stage }) => !LIVE.includes(stage));
  return { day: now, columns, lines: chosen.slice(0, MOST_LINES), more: Math.max(0, chosen.length - MOST_LINES) };
}

const MOST_LINES = 300;

interface Point {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** A day in WIB and an instant, both now where they are not given. Refuses the future: nobody knows it yet. */
export function pointOf(tx: Tx, input: Point): At {
  const now = tx.ground.clock.now();
  const asOf = input.asOf === undefined ? today(tx.ground.clock, ZONES.WIB) : parseCivilDate(input.asOf);
  const knownAt = input.knownAt === undefined ? now : new Date(input.knownAt);
  if (!asOf || asOf > today(tx.ground.clock, ZONES.WIB)) throw wrong('asOf');
  if (Number.isNaN(knownAt.getTime()) || knownAt > now) throw wrong('knownAt');
  return { asOf, knownAt };
}

const wrong = (path: string) => refuse('partner.point_ahead', { faults: [{ path, code: 'partner.point_ahead' }] });

/** How many institutions had come how far. */
export async function viewLadder(tx: Tx, actor: Actor, input: Point) {
  mustCover(actor, '');
  const at = pointOf(tx, input);
  const { technical_guide: technicalGuide, ...rest } = await countLadder(tx, at);
  return { asOf: at.asOf, knownAt: at.knownAt.toISOString(), ...rest, technicalGuide };
}

const A_PAGE = 100;

/** Which institutions a counter counts. */
export async function viewCounted(
  tx: Tx,
  actor: Actor,
  input: Point & { counter: Counter; cursor?: string | undefined },
) {
  mustCover(actor, '');
  const at = pointOf(tx, input);
  const list = `partner.counted ${input.counter} ${at.asOf}`;
  const after = input.cursor ? tx.ground.cursors.open<{ name: string; id: string }>(list, input.cursor) : null;
  const rows = await listCounted(tx, { ...at, counter: input.counter, after, limit: A_PAGE + 1 });
  const institutions = rows.slice(0, A_PAGE);
  const last = institutions.at(-1);
  const next =
    rows.length > A_PAGE && last
      ? tx.ground.cursors.seal(list, { name: last.institution, id: last.institutionId })
      : null;
  return { institutions, next };
}
