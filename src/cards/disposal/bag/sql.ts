import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { BAG_STATES, bagStateOf, type BagState } from '../rules.ts';

export interface BagRow {
  readonly id: string;
  readonly number: string;
  readonly officeId: string;
  readonly office: string;
  readonly regionCode: string;
  readonly state: BagState;
  readonly n: number | null;
  readonly seal: string | null;
  readonly root: Buffer | null;
  readonly place: string | null;
  readonly planId: string | null;
  readonly openedBy: string;
  readonly sealedAt: Date | null;
  readonly sealedBy: string | null;
  readonly countedBy: string | null;
  readonly held: boolean;
  /** Its last way to another office; open until the receiver has counted it. */
  readonly way: BagWay | null;
}

export interface BagWay {
  readonly number: string;
  readonly toOfficeId: string;
  readonly toOffice: string;
  readonly sentAt: string;
  readonly sentBy: string;
  readonly open: boolean;
  /** The count on arrival. */
  readonly tallyId: string | null;
}
type Raw = Omit<BagRow, 'state'> & { state: number };

const columns = sql`b.id, b.number, b.office_id as "officeId", o.name as office, b.region_code as "regionCode", b.state, b.n, b.seal, b.root, b.place,
  b.plan_id as "planId", b.opened_by as "openedBy", b.sealed_at as "sealedAt", b.sealed_by as "sealedBy", b.counted_by as "countedBy",
  exists (select from disposal.hold h where h.bag_id = b.id and h.lifted_at is null) as held,
  (select json_build_object('number', d.number, 'toOfficeId', d.to_office, 'toOffice', t.name, 'sentAt', d.sent_at, 'sentBy', d.sent_by,
                            'open', d.received_at is null, 'tallyId', d.tally_id)
     from disposal.dispatch d join office_read.office t on t.id = d.to_office where d.bag_id = b.id
    order by d.sent_at desc, d.id desc limit 1) as way`;
const bagOf = ({ state, ...row }: Raw): BagRow => ({ ...row, state: bagStateOf(state) });

/** Bags held until the commit, in one order. */
export async function holdBags(tx: Tx, ids: readonly string[]): Promise<BagRow[]> {
  const rows = await many<Raw>(
    tx,
    sql`select ${columns} from disposal.bag b join office_read.office o on o.id = b.office_id
         where b.id = any(${[...ids]}::uuid[]) order by b.id for update of b`,
  );
  return rows.map(bagOf);
}

export async function findBag(tx: Tx, id: string): Promise<BagRow | undefined> {
  const row = await maybeOne<Raw>(
    tx,
    sql`select ${columns} from disposal.bag b join office_read.office o on o.id = b.office_id where b.id = ${id}::uuid`,
  );
  return row && bagOf(row);
}

/** Bags of a region or of an office, without those that are destroyed; also those on their way to the office. */
export async function listBags(tx: Tx, given: { officeId: string | null; region: string }): Promise<BagRow[]> {
  const rows = await many<Raw>(
    tx,
    sql`select ${columns} from disposal.bag b join office_read.office o on o.id = b.office_id
         where b.state <> ${BAG_STATES.DESTROYED.code}
           and (${given.officeId}::uuid is null or b.office_id = ${given.officeId}::uuid
                or exists (select from disposal.dispatch d where d.bag_id = b.id and d.received_at is null and d.to_office = ${given.officeId}::uuid))
           and b.region_code like ${`${given.region}%`}
         order by b.opened_at desc, b.id limit 1000`,
  );
  return rows.map(bagOf);
}

export async function insertBag(
  tx: Tx,
  bag: { id: string; number: string; officeId: string; regionCode: string; at: Date; by: string; entryId: string },
): Promise<void> {
  const { id, number, officeId, regionCode, at, by, entryId } = bag;
  await run(
    tx,
    sql`insert into disposal.bag (id, number, office_id, region_code, state, opened_at, opened_by, entry_id)
        values (${id}, ${number}, ${officeId}, ${regionCode}, ${BAG_STATES.OPEN.code}, ${at}, ${by}, ${entryId})`,
  );
}

/** Puts pieces into a bag, after what lies in it. */
export async function putPieces(tx: Tx, bagId: string, ids: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update disposal.piece p set bag_id = ${bagId}::uuid, place_in_bag = x.at + (
          select coalesce(max(o.place_in_bag), 0) from disposal.piece o where o.bag_id = ${bagId}::uuid)
          from unnest(${[...ids]}::uuid[]) with ordinality as x (id, at) where p.id = x.id`,
  );
}

export async function takePiecesOut(tx: Tx, ids: readonly string[], missingAt: Date | null): Promise<void> {
  await run(
    tx,
    sql`update disposal.piece set bag_id = null, place_in_bag = null, missing_at = ${missingAt}::timestamptz where id = any(${[...ids]}::uuid[])`,
  );
}

export async function closeBag(
  tx: Tx,
  given: { id: string; seal: string; n: number; root: Buffer; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.bag set state = ${BAG_STATES.SEALED.code}, seal = ${given.seal}, n = ${given.n}, root = ${given.root},
               sealed_at = ${given.at}, sealed_by = ${given.by}, counted_by = null, counted_at = null where id = ${given.id}::uuid`,
  );
}

export async function setBags(
  tx: Tx,
  ids: readonly string[],
  set: { state: BagState; place?: string; planId?: string | null; countedBy?: string; at?: Date },
): Promise<void> {
  const { state, place = null, countedBy = null, at = null } = set;
  const planChanges = set.planId !== undefined;
  await run(
    tx,
    sql`update disposal.bag set state = ${BAG_STATES[state].code}, place = coalesce(${place}, place),
               plan_id = case when ${planChanges} then ${set.planId ?? null}::uuid else plan_id end,
               counted_by = coalesce(${countedBy}::uuid, counted_by), counted_at = coalesce(${at}::timestamptz, counted_at)
         where id = any(${[...ids]}::uuid[])`,
  );
}

/** A bag is opened again: its label says nothing any more. */
export async function reopenBagRow(tx: Tx, id: string): Promise<void> {
  await run(
    tx,
    sql`update disposal.bag set state = ${BAG_STATES.OPEN.code}, seal = null, n = null, root = null, sealed_at = null, sealed_by = null,
               counted_by = null, counted_at = null, plan_id = null where id = ${id}::uuid`,
  );
}

export async function moveBag(tx: Tx, id: string, to: { officeId: string; regionCode: string }): Promise<void> {
  await run(
    tx,
    sql`with pieces as (update disposal.piece set office_id = ${to.officeId}::uuid, region_code = ${to.regionCode} where bag_id = ${id}::uuid)
        update disposal.bag set office_id = ${to.officeId}::uuid, region_code = ${to.regionCode} where id = ${id}::uuid`,
  );
}

export async function insertCount(
  tx: Tx,
  count: {
    id: string;
    bagId: string;
    counted: number;
    expected: number;
    sealRead: string;
    sealWhole: boolean;
    at: Date;
    by: string;
    note: string | null;
    entryId: string;
  },
): Promise<number> {
  const { id, bagId, counted, expected, sealRead, sealWhole, at, by, note, entryId } = count;
  const { round } = await one<{ round: number }>(
    tx,
    sql`insert into disposal.tally (id, bag_id, round, seal, counted, expected, seal_read, seal_whole, counted_at, counted_by, note, entry_id)
        values (${id}, ${bagId}, (select coalesce(max(t.round), 0) + 1 from disposal.tally t where t.bag_id = ${bagId}::uuid),
                (select b.seal from disposal.bag b where b.id = ${bagId}::uuid),
                ${counted}, ${expected}, ${sealRead}, ${sealWhole}, ${at}, ${by}, ${note}, ${entryId}) returning round`,
  );
  return round;
}

/** Who counted a bag since it got the seal that it has. */
export async function countersOf(tx: Tx, bagIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await many<{ bag: string; by: string[] }>(
    tx,
    sql`select t.bag_id as bag, array_agg(distinct t.counted_by::text) as by from disposal.tally t join disposal.bag b on b.id = t.bag_id
         where t.bag_id = any(${[...bagIds]}::uuid[]) and t.seal = b.seal group by t.bag_id`,
  );
  return new Map(rows.map(({ bag, by }) => [bag, by]));
}

/** Who knows what should be in a bag, under the seal that it has: whoever counted it, and whoever decided a difference of it. */
export async function knowersOf(tx: Tx, bagIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await many<{ bag: string; by: string[] }>(
    tx,
    sql`select d.bag_id as bag, array_agg(distinct d.closed_by::text) as by from disposal.difference d join disposal.bag b on b.id = d.bag_id
         where d.bag_id = any(${[...bagIds]}::uuid[]) and d.closed_at >= b.sealed_at group by d.bag_id`,
  );
  const counters = await countersOf(tx, bagIds);
  const deciders = new Map(rows.map(({ bag, by }) => [bag, by]));
  return new Map(bagIds.map((id) => [id, [...(counters.get(id) ?? []), ...(deciders.get(id) ?? [])]]));
}

export interface DifferenceRow {
  readonly id: string;
  readonly bagId: string;
  readonly what: 'count' | 'seal' | 'list';
  readonly expected: number;
  readonly counted: number;
  readonly foundBy: string;
  readonly state: 'open' | 'recount' | 'reopened' | 'missing';
}

export async function insertDifference(
  tx: Tx,
  given: Omit<DifferenceRow, 'state'> & {
    tallyId: string | null;
    planId: string | null;
    at: Date;
    dueOn: string;
    entryId: string;
  },
): Promise<void> {
  const { id, bagId, tallyId, planId, what, expected, counted, foundBy, at, dueOn, entryId } = given;
  await run(
    tx,
    sql`insert into disposal.difference (id, bag_id, tally_id, plan_id, what, expected, counted, found_by, opened_at, due_on, entry_id)
        values (${id}, ${bagId}, ${tallyId}, ${planId}, ${what}, ${expected}, ${counted}, ${foundBy}, ${at}, ${dueOn}::date, ${entryId})`,
  );
}

export function holdDifference(tx: Tx, id: string): Promise<(DifferenceRow & { tallyId: string | null }) | undefined> {
  return maybeOne(
    tx,
    sql<DifferenceRow & { tallyId: string | null }>`
      select d.id, d.bag_id as "bagId", d.tally_id as "tallyId", d.what, d.expected, d.counted, d.found_by as "foundBy", d.state
        from disposal.difference d where d.id = ${id}::uuid for update`,
  );
}

export async function closeDifference(
  tx: Tx,
  given: { id: string; state: DifferenceRow['state']; explanation: string; at: Date; by: string },
): Promise<void> {
  const { id, state, explanation, at, by } = given;
  await run(
    tx,
    sql`update disposal.difference set state = ${state}, explanation = ${explanation}, closed_at = ${at}, closed_by = ${by} where id = ${id}::uuid`,
  );
}

export interface DifferenceLine extends DifferenceRow {
  readonly bag: string;
  readonly office: string;
  readonly regionCode: string;
  readonly bagState: BagState;
  readonly sealedBy: string | null;
  readonly countedBy: string | null;
  /** Where it was counted, when that was on its arrival. */
  readonly arrivedAt: string | null;
  readonly openedAt: Date;
  readonly dueOn: string;
  readonly explanation: string | null;
}

/** Differences of a region, or of one bag: open ones by deadline, then those of the last year. */
export async function listDifferences(tx: Tx, of: { region: string } | { bagId: string }): Promise<DifferenceLine[]> {
  const where =
    'region' in of
      ? sql`b.region_code like ${`${of.region}%`}`
      : sql`d.bag_id = ${of.bagId}::uuid and d.state = 'open'`;
  const rows = await many<Omit<DifferenceLine, 'bagState'> & { bagState: number }>(
    tx,
    sql`select d.id, d.bag_id as "bagId", b.number as bag, o.name as office, b.region_code as "regionCode", b.state as "bagState",
               b.sealed_by as "sealedBy", b.counted_by as "countedBy",
               (select t.name from disposal.dispatch w join office_read.office t on t.id = w.to_office where w.tally_id = d.tally_id) as "arrivedAt",
               d.what, d.expected, d.counted, d.found_by as "foundBy", d.state, d.opened_at as "openedAt", d.due_on as "dueOn", d.explanation
          from disposal.difference d join disposal.bag b on b.id = d.bag_id join office_read.office o on o.id = b.office_id
         where ${where} and (d.state = 'open' or d.closed_at > ${tx.ground.clock.now()}::timestamptz - interval '1 year')
         order by (d.state <> 'open'), d.due_on, d.id limit 500`,
  );
  return rows.map(({ bagState, ...row }) => ({ ...row, bagState: bagStateOf(bagState) }));
}

/** A bag whose count on arrival is to be made once more is on its way again: it lies where it came. False where it differed at home. */
export async function reopenWay(tx: Tx, bagId: string, tallyId: string | null): Promise<boolean> {
  const reopened = await many<{ id: string }>(
    tx,
    sql`update disposal.dispatch set received_at = null, received_by = null, tally_id = null
         where bag_id = ${bagId}::uuid and tally_id = ${tallyId}::uuid returning id`,
  );
  return reopened.length > 0;
}
