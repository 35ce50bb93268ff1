/** Every statement on incidents and frozen lots. Run as `system`, after the use case has checked who asks. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { multirange } from '../movement/sql.ts';
import type { Span } from '../rules.ts';
import type { EventKind, IncidentKind, IncidentState, OpenIncident, Outcome } from './rules.ts';

export interface IncidentRow {
  readonly id: Uuid;
  readonly number: string;
  readonly tracking: string;
  readonly kind: IncidentKind;
  readonly origin: 'officer' | 'public';
  readonly state: IncidentState;
  readonly regionCode: string;
  readonly place: string;
  readonly seenOn: CivilDate;
  readonly words: Buffer;
  readonly unknown: readonly string[];
  readonly photoId: Uuid | null;
  readonly openedAt: Date;
  readonly openedOn: CivilDate;
  readonly openedBy: string | null;
  readonly policeNumber: string | null;
  readonly policeOffice: string | null;
  readonly outcome: Outcome | null;
  readonly closedAt: Date | null;
  readonly closedOn: CivilDate | null;
  /** How many blanks were seen, and how many lie frozen by it now. */
  readonly seen: number;
  readonly frozen: number;
}

const columns = sql`i.id, i.number, i.tracking, i.kind, i.origin, i.state, i.region_code as "regionCode", i.place, i.seen_on as "seenOn", i.words, i.unknown,
  i.photo_id as "photoId", i.opened_at as "openedAt", i.opened_on as "openedOn", i.opened_by as "openedBy", i.police_number as "policeNumber",
  i.police_office as "policeOffice", i.outcome, i.closed_at as "closedAt", i.closed_on as "closedOn",
  (select coalesce(sum(upper(r) - lower(r)), 0)::float8 from unnest(i.serials) r) as seen,
  (select coalesce(sum(upper(l.serials) - lower(l.serials)), 0)::float8 from blank.lot l where l.incident_id = i.id) as frozen`;

export async function findIncident(tx: Tx, id: string): Promise<IncidentRow | undefined> {
  return maybeOne(tx, sql<IncidentRow>`select ${columns} from blank.incident i where i.id = ${id}`);
}

/** The incident, held until the transaction ends. */
export async function holdIncident(tx: Tx, id: string): Promise<IncidentRow | undefined> {
  return maybeOne(tx, sql<IncidentRow>`select ${columns} from blank.incident i where i.id = ${id} for update`);
}

export function findByTracking(
  tx: Tx,
  tracking: string,
): Promise<Pick<IncidentRow, 'id' | 'state' | 'openedOn' | 'closedOn'> | undefined> {
  return maybeOne(
    tx,
    sql<Pick<IncidentRow, 'id' | 'state' | 'openedOn' | 'closedOn'>>`
      select i.id, i.state, i.opened_on as "openedOn", i.closed_on as "closedOn" from blank.incident i where i.tracking = ${tracking}`,
  );
}

/** Those that a region decides on and those that the officer reported himself; what is open first. `within`: that also lie there. */
export function listIncidents(
  tx: Tx,
  given: { region: string; within: string; officerId: string; state: IncidentState | null },
): Promise<(IncidentRow & { hadInHand: boolean })[]> {
  const { officerId, within } = given;
  return many(
    tx,
    sql<IncidentRow & { hadInHand: boolean }>`
        select ${columns}, i.state <> 'closed' and exists (
                 select from blank.movement_serials p join blank.movement m on m.id = p.movement_id
                   left join blank.keeping k on k.store_id = m.to_store and k.keeper_id = ${officerId}::uuid
                  where p.serials && i.serials and (m.officer_id = ${officerId}::uuid or k.keeper_id is not null)) as "hadInHand"
          from blank.incident i
         where (i.region_code like ${`${given.region}%`} or i.opened_by = ${officerId}::uuid)
           and (${within} = '' or (length(${within}) <= 2 and i.region_code like ${`${within}%`})
                or exists (select from blank.lot l join blank.store s on s.id = l.store_id where l.serials && i.serials and s.region_code like ${`${within}%`}))
           and (${given.state}::text is null or i.state = ${given.state})
         order by (i.state = 'closed'), i.opened_at desc, i.id limit 500`,
  );
}

export async function insertIncident(
  tx: Tx,
  i: Omit<IncidentRow, 'policeNumber' | 'policeOffice' | 'outcome' | 'closedAt' | 'closedOn' | 'seen' | 'frozen'> & {
    spans: readonly Span[];
    police: { number: string; office: string } | null;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.incident (id, number, tracking, kind, origin, state, region_code, place, seen_on, words, serials, unknown, photo_id, opened_at,
                                    opened_on, opened_by, police_number, police_office, entry_id)
        values (${i.id}, ${i.number}, ${i.tracking}, ${i.kind}, ${i.origin}, ${i.state}, ${i.regionCode}, ${i.place}, ${i.seenOn}, ${i.words},
                ${multirange(i.spans)}::int8multirange, ${[...i.unknown]}::text[], ${i.photoId}::uuid, ${i.openedAt}, ${i.openedOn}, ${i.openedBy}::uuid,
                ${i.police?.number ?? null}, ${i.police?.office ?? null}, ${i.entryId})`,
  );
}

export interface EventRow {
  readonly id: Uuid;
  readonly kind: EventKind;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly askedBy: string | null;
  readonly n: number | null;
  readonly words: Buffer | null;
  readonly entryId: string;
}

export async function insertEvent(
  tx: Tx,
  e: Omit<EventRow, 'n'> & { incidentId: string; spans: readonly Span[] | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.incident_event (id, incident_id, kind, at, recorded_at, by_id, asked_by, serials, words, entry_id)
        values (${e.id}, ${e.incidentId}, ${e.kind}, ${e.at}, ${e.recordedAt}, ${e.by}::uuid, ${e.askedBy}::uuid,
                ${e.spans && multirange(e.spans)}::int8multirange, ${e.words}, ${e.entryId})`,
  );
}

export function listEvents(tx: Tx, incidentId: string): Promise<EventRow[]> {
  return many(
    tx,
    sql<EventRow>`select e.id, e.kind, e.at, e.recorded_at as "recordedAt", e.by_id as by, e.asked_by as "askedBy", e.words, e.entry_id as "entryId",
               (select sum(upper(r) - lower(r))::float8 from unnest(e.serials) r) as n
          from blank.incident_event e where e.incident_id = ${incidentId} order by e.at, e.recorded_at, e.id`,
  );
}

export async function setIncident(
  tx: Tx,
  id: string,
  to:
    | { state: 'open' }
    | { serials: readonly Span[]; unknown: readonly string[]; regionCode: string }
    | { police: { number: string; office: string } }
    | { state: 'closed'; outcome: Outcome; at: Date; on: CivilDate; by: string },
): Promise<void> {
  if ('police' in to)
    await run(
      tx,
      sql`update blank.incident set police_number = ${to.police.number}, police_office = ${to.police.office} where id = ${id}`,
    );
  else if ('serials' in to)
    await run(
      tx,
      sql`update blank.incident set serials = ${multirange(to.serials)}::int8multirange, unknown = ${[...to.unknown]}::text[], region_code = ${to.regionCode}
           where id = ${id}`,
    );
  else if (to.state === 'open') await run(tx, sql`update blank.incident set state = 'open' where id = ${id}`);
  else
    await run(
      tx,
      sql`update blank.incident set state = 'closed', outcome = ${to.outcome}, closed_at = ${to.at}, closed_on = ${to.on}, closed_by = ${to.by} where id = ${id}`,
    );
}

const spansOf = (rows: readonly { first: string; last: string }[]): Span[] =>
  rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));

/** The regions of the stores in whose custody the spans lie. */
export async function regionsOf(tx: Tx, spans: readonly Span[]): Promise<string[]> {
  const rows = await many<{ region: string }>(
    tx,
    sql`select distinct s.region_code as region from blank.lot l join blank.store s on s.id = l.store_id
         where l.serials && ${multirange(spans)}::int8multirange`,
  );
  return rows.map(({ region }) => region);
}

/** Every incident that is not closed, with where its blanks lie by the books. */
export function listOpenIncidents(tx: Tx): Promise<OpenIncident[]> {
  return many(
    tx,
    sql<OpenIncident>`
      select i.id, coalesce(array_agg(distinct left(s.region_code, 4)) filter (where s.id is not null), '{}') as codes
        from blank.incident i left join blank.lot l on l.serials && i.serials left join blank.store s on s.id = l.store_id
       where i.state <> 'closed' group by i.id`,
  );
}

/** Which blanks were seen. */
export async function listSeen(tx: Tx, incidentId: string): Promise<Span[]> {
  return spansOf(
    await many(
      tx,
      sql<{ first: string; last: string }>`
        select lower(r)::text as first, (upper(r) - 1)::text as last from blank.incident i, unnest(i.serials) r where i.id = ${incidentId} order by r`,
    ),
  );
}

export async function listFrozen(tx: Tx, incidentId: string): Promise<Span[]> {
  return spansOf(
    await many(
      tx,
      sql<{ first: string; last: string }>`
        select lower(l.serials)::text as first, (upper(l.serials) - 1)::text as last from blank.lot l where l.incident_id = ${incidentId} order by l.serials`,
    ),
  );
}

/** Who keeps or kept a store through which blanks of the incident went, or moved them: none of them decides on it. */
export async function hadInHand(tx: Tx, incidentId: string, officerId: string): Promise<boolean> {
  const { had } = await one(
    tx,
    sql<{ had: boolean }>`
      with moved as (select m.to_store, m.officer_id from blank.incident i join blank.movement_serials s on s.serials && i.serials
                       join blank.movement m on m.id = s.movement_id where i.id = ${incidentId})
      select exists (select from moved where officer_id = ${officerId}::uuid)
          or exists (select from moved join blank.keeping k on k.store_id = moved.to_store where k.keeper_id = ${officerId}::uuid) as had`,
  );
  return had;
}

export interface RiskRow {
  readonly id: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly spans: readonly { first: string; last: string }[];
  readonly n: number;
  readonly seen: number;
  readonly frozen: number;
  readonly states: readonly { state: number; n: number }[];
  readonly from: string | null;
  readonly to: string | null;
  readonly sentAt: Date | null;
}

const SPANS = sql`(select json_agg(json_build_object('first', lower(r)::text, 'last', (upper(r) - 1)::text) order by r) from unnest(g.serials) r)`;
const OVERLAP = sql`(select coalesce(sum(upper(r) - lower(r)), 0)::float8 from unnest(g.serials * g.told) r)`;
const LYING = sql`cross join lateral (
    select coalesce(json_agg(json_build_object('state', state, 'n', n) order by state), '[]'::json) as states, coalesce(sum(frozen), 0)::float8 as frozen
      from (select l.state, sum(part.n)::float8 as n, sum(part.n) filter (where l.incident_id is not null) as frozen
              from blank.lot l cross join lateral (select sum(upper(r) - lower(r)) as n from unnest(g.serials * l.serials::int8multirange) r) part
             where l.serials && g.serials group by l.state) s) lies`;

/** Boxes that held blanks which were seen, and where the others of them are now. */
export function listBoxesAtRisk(tx: Tx, incidentId: string): Promise<RiskRow[]> {
  return many(
    tx,
    sql<RiskRow>`
      with g as (select b.code, b.serials::int8multirange as serials, i.serials as told
                   from blank.incident i join blank.box b on b.serials && i.serials where i.id = ${incidentId} order by b.serials limit 100)
      select g.code as id, g.code as name, lower(g.serials)::text as first, (upper(g.serials) - 1)::text as last, ${SPANS} as spans,
             (select sum(upper(r) - lower(r))::float8 from unnest(g.serials) r) as n, ${OVERLAP} as seen, lies.states, lies.frozen,
             null as "from", null as "to", null::timestamptz as "sentAt"
        from g ${LYING} order by g.serials`,
  );
}

/** Shipments that carried blanks which were seen, with what they carried as it was sent. */
export function listShipmentsAtRisk(tx: Tx, incidentId: string): Promise<RiskRow[]> {
  return many(
    tx,
    sql<RiskRow>`
      with sent as (select distinct m.id, m.shipment_id, i.serials as told from blank.incident i join blank.movement_serials s on s.serials && i.serials
                      join blank.movement m on m.id = s.movement_id and m.kind = 3 and m.shipment_id is not null where i.id = ${incidentId}),
           g as (select h.id, h.number, h.from_store, h.to_store, h.sent_at, t.told,
                        (select range_agg(s.serials) from blank.movement_serials s where s.movement_id = t.id) as serials
                   from sent t join blank.shipment h on h.id = t.shipment_id order by h.sent_at limit 100)
      select g.id, g.number as name, lower(g.serials)::text as first, (upper(g.serials) - 1)::text as last, ${SPANS} as spans,
             (select sum(upper(r) - lower(r))::float8 from unnest(g.serials) r) as n, ${OVERLAP} as seen, lies.states, lies.frozen,
             a.name as "from", b.name as "to", g.sent_at as "sentAt"
        from g join blank.store a on a.id = g.from_store join blank.store b on b.id = g.to_store ${LYING} order by g.sent_at, g.number`,
  );
}

/** How many boxes the spans touch, and the stores in which they lie. */
export function touched(tx: Tx, spans: readonly Span[]): Promise<{ boxes: number; stores: string[] }> {
  const given = multirange(spans);
  return one(
    tx,
    sql<{ boxes: number; stores: string[] }>`
      select (select count(*)::int from blank.box b where b.serials && ${given}::int8multirange) as boxes,
             array(select distinct l.store_id::text from blank.lot l where l.serials && ${given}::int8multirange order by 1) as stores`,
  );
}

/**
 * Sets or lifts the mark on what of the spans lies under `from` (no mark, or this incident's), splitting lots at the edges; gives how
 * many blanks that was. What is burnt is not frozen. The stores are held by whoever calls.
 */
export async function markLots(
  tx: Tx,
  spans: readonly Span[],
  mark: { from: string | null; to: string | null },
): Promise<bigint> {
  const given = multirange(spans);
  const taken = await many<{ serials: string; store: string; state: number; batch: string; shipment: string | null }>(
    tx,
    sql`delete from blank.lot l where l.serials && ${given}::int8multirange and l.incident_id is not distinct from ${mark.from}::uuid and l.state <> 7
        returning l.serials::text as serials, l.store_id as store, l.state, l.batch_id as batch, l.shipment_id as shipment`,
  );
  await run(
    tx,
    sql`with taken as (select serials::int8range::int8multirange as serials, store, state, batch, shipment
                         from json_to_recordset(${JSON.stringify(taken)}::json) as t(serials text, store uuid, state smallint, batch uuid, shipment uuid))
        insert into blank.lot (serials, store_id, state, batch_id, shipment_id, incident_id)
        select unnest(serials - ${given}::int8multirange), store, state, batch, shipment, ${mark.from}::uuid from taken
        union all select unnest(serials * ${given}::int8multirange), store, state, batch, shipment, ${mark.to}::uuid from taken`,
  );
  const { n } = await one<{ n: string }>(
    tx,
    sql`select coalesce(sum(upper(r) - lower(r)), 0)::text as n
          from unnest(${`{${taken.map(({ serials }) => serials).join(',')}}`}::int8multirange * ${given}::int8multirange) r`,
  );
  return BigInt(n);
}
