/** Every statement on blanks found again. Run as `system`, after the use case has checked who asks. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { multirange } from '../movement/sql.ts';
import type { Span } from '../rules.ts';
import type { FIND_STATES } from './schema.ts';

export interface FindRow {
  readonly id: Uuid;
  readonly number: string;
  readonly storeId: string;
  readonly store: string;
  readonly officeId: string;
  readonly office: string;
  readonly regionCode: string;
  readonly keeperId: string | null;
  readonly spans: readonly Span[];
  readonly foundOn: CivilDate;
  readonly place: string;
  readonly words: Buffer;
  readonly photoId: Uuid | null;
  readonly reportedAt: Date;
  readonly reportedById: string;
  readonly reportedBy: string;
  readonly state: (typeof FIND_STATES)[number];
  readonly answer: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

type Raw = Omit<FindRow, 'spans'> & { spans: readonly { first: string; last: string }[] };

const columns = sql`f.id, f.number, f.store_id as "storeId", s.name as store, s.office_id as "officeId", o.name as office, s.region_code as "regionCode",
  k.keeper_id as "keeperId", (select json_agg(json_build_object('first', lower(r)::text, 'last', (upper(r) - 1)::text) order by r) from unnest(f.serials) r) as spans,
  f.found_on as "foundOn", f.place, f.words, f.photo_id as "photoId", f.reported_at as "reportedAt", f.reported_by as "reportedById",
  coalesce(a.name, '') as "reportedBy", f.state, f.answer, f.decided_at as "decidedAt", b.name as "decidedBy"`;
const from = sql`blank.find f join blank.store s on s.id = f.store_id join office_read.office o on o.id = s.office_id
  left join blank.keeping k on k.store_id = s.id and k.until_at is null
  left join officer_read.officer a on a.id = f.reported_by left join officer_read.officer b on b.id = f.decided_by`;

const findOf = ({ spans, ...row }: Raw): FindRow => ({
  ...row,
  spans: spans.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) })),
});

export async function findFind(tx: Tx, id: string): Promise<FindRow | undefined> {
  const row = await maybeOne<Raw>(tx, sql`select ${columns} from ${from} where f.id = ${id}`);
  return row && findOf(row);
}

export async function holdFind(tx: Tx, id: string): Promise<FindRow | undefined> {
  const row = await maybeOne<Raw>(tx, sql`select ${columns} from ${from} where f.id = ${id} for update of f`);
  return row && findOf(row);
}

/** Reports of a region that wait for a decision, the oldest first, then those decided since an instant. */
export async function listFinds(tx: Tx, given: { region: string; since: Date }): Promise<FindRow[]> {
  const rows = await many<Raw>(
    tx,
    sql`select ${columns} from ${from}
         where s.region_code like ${`${given.region}%`} and (f.state = 'reported' or f.decided_at >= ${given.since})
         order by (f.state <> 'reported'), coalesce(f.decided_at, 'epoch') desc, f.reported_at, f.id limit 500`,
  );
  return rows.map(findOf);
}

export async function insertFind(
  tx: Tx,
  f: Pick<FindRow, 'id' | 'number' | 'storeId' | 'spans' | 'foundOn' | 'place' | 'words' | 'reportedAt'> & {
    reportedBy: string;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.find (id, number, store_id, serials, found_on, place, words, reported_at, reported_by, state, entry_id)
        values (${f.id}, ${f.number}, ${f.storeId}, ${multirange(f.spans)}::int8multirange, ${f.foundOn}, ${f.place}, ${f.words}, ${f.reportedAt},
                ${f.reportedBy}, 'reported', ${f.entryId})`,
  );
}

export async function setFindPhoto(tx: Tx, id: string, photoId: string): Promise<void> {
  await run(tx, sql`update blank.find set photo_id = ${photoId} where id = ${id}`);
}

export async function decideFind(
  tx: Tx,
  f: { id: string; state: 'confirmed' | 'refused'; answer: string; at: Date; by: string; movementId: string | null },
): Promise<void> {
  await run(
    tx,
    sql`update blank.find set state = ${f.state}, answer = ${f.answer}, decided_at = ${f.at}, decided_by = ${f.by}, movement_id = ${f.movementId}::uuid
         where id = ${f.id}`,
  );
}

export interface LostRow {
  readonly first: string;
  readonly last: string;
  readonly n: number;
  readonly storeId: string;
  readonly store: string;
  readonly office: string;
  readonly keeperId: string | null;
  readonly since: Date;
  readonly discrepancyId: string | null;
  readonly frozen: boolean;
  readonly waits: boolean;
}

/** What is missing in a region, by the movement that last declared each serial so; the oldest loss first. */
export function listLost(tx: Tx, region: string): Promise<LostRow[]> {
  return many(
    tx,
    sql<LostRow>`
      with lost as (
        select l.store_id, l.incident_id, m.id as movement, m.recorded_at,
               unnest((l.serials * p.serials)::int8multirange
                      - coalesce((select range_agg(q.serials) from blank.movement_serials q join blank.movement o on o.id = q.movement_id
                                   where q.serials && (l.serials * p.serials) and o.kind = 8 and o.recorded_at > m.recorded_at), '{}')) as serials
          from blank.store s join blank.lot l on l.store_id = s.id and l.state = 6
          join blank.movement_serials p on p.serials && l.serials join blank.movement m on m.id = p.movement_id and m.kind = 8
         where s.region_code like ${`${region}%`})
      select lower(t.serials)::text as first, (upper(t.serials) - 1)::text as last, (upper(t.serials) - lower(t.serials))::float8 as n,
             t.store_id as "storeId", s.name as store, o.name as office, k.keeper_id as "keeperId", t.recorded_at as since,
             (select d.id from blank.discrepancy d where d.movement_id = t.movement) as "discrepancyId", t.incident_id is not null as frozen,
             exists (select from blank.find f where f.state = 'reported' and f.serials && t.serials) as waits
        from lost t join blank.store s on s.id = t.store_id join office_read.office o on o.id = s.office_id
        left join blank.keeping k on k.store_id = s.id and k.until_at is null
       order by t.recorded_at, t.serials limit 500`,
  );
}

/** The day on which the first of the serials was declared missing, the last time that it was. */
export async function missingSince(tx: Tx, spans: readonly Span[]): Promise<Date | null> {
  const row = await maybeOne<{ at: Date | null }>(
    tx,
    sql`select min(m.recorded_at) as at from blank.movement_serials s join blank.movement m on m.id = s.movement_id
         where s.serials && ${multirange(spans)}::int8multirange and m.kind = 8`,
  );
  return row?.at ?? null;
}

/** Ends the cases by which serials of the spans were declared missing, where none of the case's is missing any more; gives how many. */
export async function endCasesOf(tx: Tx, spans: readonly Span[], at: Date): Promise<number> {
  const given = multirange(spans);
  const rows = await many(
    tx,
    sql`update blank.discrepancy d set state = 'found', found_at = ${at}
         where d.state = 'missing' and d.movement_id in (select s.movement_id from blank.movement_serials s where s.serials && ${given}::int8multirange)
           and not exists (select from blank.movement_serials s join blank.lot l on l.serials && s.serials and l.state = 6 where s.movement_id = d.movement_id)
         returning d.id`,
  );
  return rows.length;
}
