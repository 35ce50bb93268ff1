/**
 * Families of people whom an import brings: set-based, from the rows of the batch that `resident` publishes. A card that is
 * not known yet comes to be with its first member; families need not be complete, and one may wait for its head.
 */
import type { Actor } from '../../core/access/index.ts';
import { many, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import type { ImportedAct, ImportedMove, ImportSeats, SeatConflict } from '../resident/import/index.ts';
import { rearrange } from './rearrange.ts';
import { HEAD } from './schema.ts';
import { listMembersOf } from './sql.ts';

/** The relation of somebody whom a file calls head of a family that has one: `lainnya`, until an officer decides. */
const NOT_HEAD = 11;

/** What the register's cards have against the rows of the batch, new residents and old. */
async function listSeatConflicts(tx: Tx): Promise<SeatConflict[]> {
  return many(
    tx,
    sql<SeatConflict>`
      select s.row_number::int as row, case when c.state <> 1 then 'not_in_force' else 'second_head' end as kind
        from resident_read.import_row s
        cross join lateral (select c.state, c.head_nik from family.card c where c.number = s.family_card offset 0) c
       where (s.verdict is null and (c.state <> 1 or (s.relation = ${HEAD} and c.head_nik <> s.nik)))
          or (s.verdict in ('same', 'update') and c.state <> 1)
       order by s.row_number`,
  );
}

/** Seats the new residents of the batch (those without a verdict) and makes the cards that they and the moved ones need. */
async function importMemberships(tx: Tx, act: ImportedAct, conflicts: readonly SeatConflict[]): Promise<void> {
  const left = rowsOf(conflicts, 'not_in_force');
  const demoted = rowsOf(conflicts, 'second_head');
  const seats = sql`
    (select s.nik, s.family_card, case when s.row_number = any(${demoted}::bigint[]) then ${NOT_HEAD} else s.relation end::smallint as relation
       from resident_read.import_row s where s.verdict is null and s.row_number <> all(${left}::bigint[]))`;
  // Before the new cards come: these exist. At most the family that the last batch cut in two, in a first import.
  const existing = await many<{ number: string }>(
    tx,
    sql`select distinct c.number::text as number from ${seats} s
          cross join lateral (select c.number from family.card c where c.number = s.family_card offset 0) c`,
  );
  if (existing.length > 0)
    await joinExisting(
      tx,
      act,
      seats,
      existing.map((card) => card.number),
    );
  await run(
    tx,
    sql`with formed as (
          insert into family.card (number, head_nik, village_code, issued_on, state_since, rt, rw, address, hamlet)
          select distinct on (s.family_card) s.family_card, case when s.relation = ${HEAD} then s.nik end, s.village_code,
                 ${act.occurredOn}::date, ${act.occurredOn}::date, s.rt, s.rw, s.address, s.hamlet
            from resident_read.import_row s where s.verdict is null or s.verdict in ('update', 'moved')
           order by s.family_card, s.relation, s.row_number
              on conflict (number) do nothing
           returning number, head_nik)
        insert into family.card_history (number, version, act_id, kind, occurred_on, recorded_at, officer_id, delta)
        select number, 1, ${act.id}::uuid, 'imported', ${act.occurredOn}::date, ${act.recordedAt}::timestamptz, ${act.officerId}::uuid,
               json_build_object('head', ${nikText('head_nik')}) from formed`,
  );
  await run(
    tx,
    sql`insert into family.membership_by_nik (nik, family_card, valid_from, relation)
        select s.nik, s.family_card, ${act.occurredOn}::date, s.relation from ${seats} s order by hashint8(s.family_card)`,
  );
  await run(
    tx,
    sql`insert into family.membership_by_card (family_card, nik, valid_from, relation)
        select s.family_card, s.nik, ${act.occurredOn}::date, s.relation from ${seats} s order by s.family_card`,
  );
}

const rowsOf = (conflicts: readonly SeatConflict[], kind: SeatConflict['kind']): number[] =>
  conflicts.filter((conflict) => conflict.kind === kind).map((conflict) => conflict.row);

/** Cards that get members: a head where there was none, and a line in their history. */
async function joinExisting(
  tx: Tx,
  act: ImportedAct,
  seats: ReturnType<typeof sql>,
  numbers: readonly string[],
): Promise<void> {
  await run(
    tx,
    sql`with joining as (
          select s.family_card as number, min(s.nik) filter (where s.relation = ${HEAD}) as head,
                 json_agg(json_build_object('nik', ${nikText('s.nik')}, 'relation', s.relation) order by s.nik) as members
            from ${seats} s where s.family_card = any(${[...numbers]}::bigint[]) group by s.family_card),
        joined as (
          update family.card c set head_nik = coalesce(c.head_nik, j.head), version = c.version + 1
            from joining j where c.number = j.number returning c.number, c.version, c.head_nik, j.members)
        insert into family.card_history (number, version, act_id, kind, occurred_on, recorded_at, officer_id, delta)
        select number, version, ${act.id}::uuid, 'imported', ${act.occurredOn}::date, ${act.recordedAt}::timestamptz, ${act.officerId}::uuid,
               json_build_object('left', '[]'::json, 'joined', members, 'head', ${nikText('head_nik')}, 'state', 'BERLAKU') from joined`,
  );
}

/** Rows whose person the register knows (verdict same or update) and seats otherwise than the file. */
async function listImportedMoves(tx: Tx): Promise<ImportedMove[]> {
  return many(
    tx,
    sql<ImportedMove>`
      select s.row_number::int as row, ${nikText('s.nik')} as nik, ${nikText('s.family_card')} as card, s.relation
        from resident_read.import_row s
        left join lateral (select m.family_card, m.relation from family.membership_by_nik m where m.nik = s.nik and m.valid_to is null offset 0) m on true
       where s.verdict in ('same', 'update') and (m.family_card, m.relation) is distinct from (s.family_card, s.relation)
       order by s.row_number`,
  );
}

/**
 * Of these moves, the rows that would give a family a second head. The head who stays keeps his place, else the first who
 * comes.
 */
async function secondHeadsOf(tx: Tx, moves: readonly ImportedMove[]): Promise<SeatConflict[]> {
  const heading = moves.filter((move) => move.relation === HEAD);
  if (heading.length === 0) return [];
  const leaving = new Set(moves.map((move) => move.nik));
  const present = await listMembersOf(tx, [...new Set(heading.map((move) => move.card))]);
  const headed = new Set(
    present
      .filter((member) => member.relation === HEAD && !leaving.has(member.nik as Nik))
      .map((member) => member.familyCard as string),
  );
  const conflicts: SeatConflict[] = [];
  for (const move of heading) {
    if (headed.has(move.card)) conflicts.push({ row: move.row, kind: 'second_head' });
    headed.add(move.card);
  }
  return conflicts;
}

/** Seats residents anew, after `importMemberships` has made the cards they go to. */
async function moveImported(
  tx: Tx,
  actor: Actor,
  act: ImportedAct,
  { moves, conflicts }: { readonly moves: readonly ImportedMove[]; readonly conflicts: readonly SeatConflict[] },
): Promise<void> {
  if (moves.length === 0) return;
  const demoted = new Set(rowsOf(conflicts, 'second_head'));
  await rearrange(tx, actor, {
    kind: 'imported',
    occurredOn: act.occurredOn,
    actId: act.id,
    join: moves.map((move) => ({
      nik: move.nik,
      card: move.card,
      relation: demoted.has(move.row) ? NOT_HEAD : move.relation,
    })),
  });
}

/** Lent to the import through the ground: it stands in a lower room. */
export const importSeats: ImportSeats = {
  listConflicts: listSeatConflicts,
  listMoves: listImportedMoves,
  secondHeads: secondHeadsOf,
  seat: importMemberships,
  move: moveImported,
};
