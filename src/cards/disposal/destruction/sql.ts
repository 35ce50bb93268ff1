import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { BAG_STATES, bagStateOf, type BagState, type Method, type PlanState } from '../rules.ts';
import type { Leaf } from '../list-root.ts';

export interface PlanRow {
  readonly id: string;
  readonly number: string;
  readonly officeId: string;
  readonly office: string;
  readonly regionCode: string;
  readonly place: string;
  readonly plannedOn: string;
  readonly method: Method;
  readonly state: PlanState;
  readonly n: number;
  readonly bags: number;
  readonly root: Buffer;
  readonly proposedBy: string;
  readonly proposalId: string;
  readonly approvedBy: string | null;
  readonly approvedOffice: string | null;
  readonly approvedAt: Date | null;
  readonly begunAt: Date | null;
  readonly begunBy: string | null;
  readonly confidence: number | null;
  readonly faulty: number | null;
  readonly sample: number | null;
  readonly seed: Buffer | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly stopReason: string | null;
  readonly issuing: unknown;
  readonly documentId: string | null;
  readonly logSize: string | null;
  readonly logRoot: Buffer | null;
  readonly qrText: string | null;
  readonly reported: boolean;
}

const columns = sql`p.id, p.number, p.office_id as "officeId", o.name as office, p.region_code as "regionCode", p.place, p.planned_on as "plannedOn",
  p.method, p.state, p.n, p.bags, p.root, p.proposed_by as "proposedBy", p.proposal_id as "proposalId", p.approved_by as "approvedBy",
  p.approved_office as "approvedOffice", p.approved_at as "approvedAt", p.begun_at as "begunAt", p.begun_by as "begunBy", p.confidence, p.faulty,
  p.sample, p.seed, p.ended_at as "endedAt", p.ended_by as "endedBy", p.stop_reason as "stopReason", p.issuing, p.document_id as "documentId",
  p.log_size::text as "logSize", p.log_root as "logRoot", p.qr_text as "qrText",
  exists (select from disposal.report r where r.plan_id = p.id) as reported`;
const source = sql`from disposal.plan p join office_read.office o on o.id = p.office_id`;

export function findPlan(tx: Tx, id: string): Promise<PlanRow | undefined> {
  return maybeOne<PlanRow>(tx, sql`select ${columns} ${source} where p.id = ${id}::uuid`);
}

export function holdPlan(tx: Tx, id: string): Promise<PlanRow | undefined> {
  return maybeOne<PlanRow>(tx, sql`select ${columns} ${source} where p.id = ${id}::uuid for update of p`);
}

export function listPlans(tx: Tx, region: string): Promise<PlanRow[]> {
  return many<PlanRow>(
    tx,
    sql`select ${columns} ${source} where p.region_code like ${`${region}%`} order by p.planned_on desc, p.id desc limit 500`,
  );
}

export interface PlanBag {
  readonly bagId: string;
  readonly number: string;
  readonly place: number;
  readonly state: BagState;
  readonly planId: string | null;
  readonly officeId: string;
  readonly seal: string;
  readonly n: number;
  readonly root: Buffer;
  readonly sealedBy: string;
  readonly firstCounter: string | null;
  readonly held: boolean;
  readonly sealRead: string | null;
  readonly sealAgrees: boolean | null;
  readonly checkedBy: string | null;
  readonly sampled: boolean;
  readonly counted: number | null;
  readonly countedBy: string | null;
}

/** The bags of a plan in order, with what was done to each on the day. */
export async function listPlanBags(tx: Tx, planId: string): Promise<PlanBag[]> {
  const rows = await many<Omit<PlanBag, 'state'> & { state: number }>(
    tx,
    sql`select b.id as "bagId", b.number, x.place, b.state, b.plan_id as "planId", b.office_id as "officeId", coalesce(b.seal, '') as seal, coalesce(b.n, 0) as n,
               coalesce(b.root, ''::bytea) as root, b.sealed_by as "sealedBy", b.counted_by as "firstCounter",
               exists (select from disposal.hold h where h.bag_id = b.id and h.lifted_at is null) as held,
               x.seal_read as "sealRead", x.seal_agrees as "sealAgrees", x.checked_by as "checkedBy", x.sampled, x.counted, x.counted_by as "countedBy"
          from disposal.plan_bag x join disposal.bag b on b.id = x.bag_id where x.plan_id = ${planId}::uuid order by x.place`,
  );
  return rows.map(({ state, ...row }) => ({ ...row, state: bagStateOf(state) }));
}

export interface PlanPiece extends Leaf {
  readonly bagId: string;
  readonly cardNik: string | null;
  readonly cardId: string | null;
  readonly destroyed: boolean;
}

/** Every piece of these bags, in order. */
export function listPieces(tx: Tx, bagIds: readonly string[]): Promise<PlanPiece[]> {
  return many<PlanPiece>(
    tx,
    sql`select p.bag_id as "bagId", p.id, p.kind, ${nikText('p.nik')} as nik, p.serial::text as serial, p.uid::text as uid, p.cause,
               p.printed_year as "printedYear", ${nikText('p.card_nik')} as "cardNik", p.card_id as "cardId", p.destroyed_at is not null as destroyed
          from disposal.piece p where p.bag_id = any(${[...bagIds]}::uuid[]) order by p.bag_id, p.place_in_bag`,
  );
}

export async function insertPlan(
  tx: Tx,
  plan: {
    id: string;
    number: string;
    officeId: string;
    regionCode: string;
    place: string;
    plannedOn: string;
    method: Method;
    n: number;
    root: Buffer;
    at: Date;
    by: string;
    proposalId: string;
    entryId: string;
  },
  bags: readonly string[],
): Promise<void> {
  const { id, number, officeId, regionCode, place, plannedOn, method, n, root, at, by, proposalId, entryId } = plan;
  await run(
    tx,
    sql`insert into disposal.plan (id, number, office_id, region_code, place, planned_on, method, state, n, bags, root, proposed_at, proposed_by, proposal_id, entry_id)
        values (${id}, ${number}, ${officeId}, ${regionCode}, ${place}, ${plannedOn}::date, ${method}, 'proposed', ${n}, ${bags.length}, ${root},
                ${at}, ${by}, ${proposalId}, ${entryId})`,
  );
  await run(
    tx,
    sql`insert into disposal.plan_bag (plan_id, bag_id, place) select ${id}::uuid, x.bag, x.at
          from unnest(${[...bags]}::uuid[]) with ordinality as x (bag, at)`,
  );
}

export async function approvePlan(tx: Tx, plan: { id: string; at: Date; by: string; officeId: string }): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan set state = 'approved', approved_at = ${plan.at}, approved_by = ${plan.by}, approved_office = ${plan.officeId}::uuid
         where id = ${plan.id}::uuid`,
  );
}

export async function beginPlan(
  tx: Tx,
  plan: { id: string; at: Date; by: string; confidence: number; faulty: number; sample: number; seed: Buffer },
  drawn: readonly number[],
): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan set state = 'begun', begun_at = ${plan.at}, begun_by = ${plan.by}, confidence = ${plan.confidence}, faulty = ${plan.faulty},
               sample = ${plan.sample}, seed = ${plan.seed} where id = ${plan.id}::uuid`,
  );
  await run(
    tx,
    sql`update disposal.plan_bag set sampled = true where plan_id = ${plan.id}::uuid and place = any(${drawn.map((at) => at + 1)}::int[])`,
  );
}

export async function endPlan(
  tx: Tx,
  plan: {
    id: string;
    state: 'stopped' | 'done' | 'cancelled';
    at: Date;
    by: string;
    reason?: string;
    issuing?: unknown;
  },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan set state = ${plan.state}, ended_at = ${plan.at}, ended_by = ${plan.by}, stop_reason = ${plan.reason ?? null},
               issuing = ${plan.issuing === undefined ? null : JSON.stringify(plan.issuing)}::jsonb where id = ${plan.id}::uuid`,
  );
}

export async function noteSeal(
  tx: Tx,
  given: { planId: string; bagId: string; read: string; agrees: boolean; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan_bag set seal_read = ${given.read}, seal_agrees = ${given.agrees}, checked_at = ${given.at}, checked_by = ${given.by}
         where plan_id = ${given.planId}::uuid and bag_id = ${given.bagId}::uuid`,
  );
}

export async function noteRecount(
  tx: Tx,
  given: { planId: string; bagId: string; counted: number; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan_bag set counted = ${given.counted}, counted_at = ${given.at}, counted_by = ${given.by}
         where plan_id = ${given.planId}::uuid and bag_id = ${given.bagId}::uuid`,
  );
}

/** The pieces of a plan are gone; gives how many went now, so that nothing goes twice. */
export async function markDestroyed(tx: Tx, planId: string, at: Date): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`with gone as (update disposal.piece p set destroyed_at = ${at} from disposal.bag b
                       where b.id = p.bag_id and b.plan_id = ${planId}::uuid and b.state = ${BAG_STATES.PLANNED.code} and p.destroyed_at is null
                   returning p.id)
        select count(*)::int as n from gone`,
  );
  return n;
}

export interface WitnessRow {
  readonly name: string;
  readonly institution: string;
  readonly position: string | null;
  readonly outside: boolean;
  readonly signedAt: Date;
  readonly sha256: Buffer;
}

export function listWitnesses(tx: Tx, planId: string): Promise<WitnessRow[]> {
  return many<WitnessRow>(
    tx,
    sql`select w.name, w.institution, w.position, w.outside, w.signed_at as "signedAt", e.sha256
          from disposal.witness w join disposal.evidence e on e.id = w.signature_id where w.plan_id = ${planId}::uuid order by w.place`,
  );
}

export interface EvidenceRow {
  readonly id: string;
  readonly kind: 'photo' | 'signature';
  readonly fileId: string;
  readonly sha256: Buffer;
  readonly at: Date;
}

export function listEvidence(tx: Tx, planId: string): Promise<EvidenceRow[]> {
  return many<EvidenceRow>(
    tx,
    sql`select e.id, e.kind, e.file_id as "fileId", e.sha256, e.at from disposal.evidence e where e.plan_id = ${planId}::uuid order by e.at, e.id`,
  );
}

export async function noteMinutes(
  tx: Tx,
  given: { planId: string; documentId: string; log: { size: number; root: Buffer }; qrText: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.plan set document_id = ${given.documentId}::uuid, log_size = ${given.log.size}::bigint, log_root = ${given.log.root},
               qr_text = ${given.qrText} where id = ${given.planId}::uuid`,
  );
}

/** Names of officers, for papers. */
export async function officerNames(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  const rows = await many<{ id: string; name: string }>(
    tx,
    sql`select f.id, f.name from officer_read.officer f where f.id = any(${asked}::uuid[])`,
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '-' : (names.get(id) ?? id));
}
