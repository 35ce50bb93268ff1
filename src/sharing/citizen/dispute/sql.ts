/** Every statement on cases of "bukan saya". As `system`. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { DisputeState, StepKind } from './rules.ts';

export interface DisputeRow {
  readonly id: Uuid;
  readonly number: string;
  readonly nik: Nik;
  readonly look: Uuid;
  readonly institutionId: Uuid;
  readonly institution: string;
  readonly mail: string | null;
  readonly unit: string | null;
  readonly reference: string | null;
  readonly lookedAt: Date;
  readonly state: DisputeState;
  readonly steps: number;
  readonly openedAt: Date;
  readonly dueAt: Date;
}

const COLUMNS = sql`d.id, d.number, ${nikText('d.nik')} as nik, d.look, d.institution_id as "institutionId", i.name as institution, i.mail,
  d.unit, d.reference, d.looked_at as "lookedAt", d.state, d.steps, d.opened_at as "openedAt", d.due_at as "dueAt"`;
const FROM = sql`citizen.dispute d join partner_read.institution i on i.institution_id = d.institution_id`;

export async function nextNumber(tx: Tx, series: string): Promise<string> {
  const { n } = await one<{ n: string }>(
    tx,
    sql`insert into citizen.numbering as c (series, n) values (${series}, 1) on conflict (series) do update set n = c.n + 1 returning n`,
  );
  return `${series}/${n.padStart(5, '0')}`;
}

/** `null` where this look is disputed already. */
export async function insertDispute(
  tx: Tx,
  row: Omit<DisputeRow, 'number' | 'institution' | 'mail' | 'state' | 'steps'>,
): Promise<boolean> {
  const n = await run(
    tx,
    sql`insert into citizen.dispute (id, number, nik, look, institution_id, unit, reference, looked_at, state, steps, opened_at, due_at)
        values (${row.id}, ${`? ${row.id}`}, ${row.nik}::bigint, ${row.look}, ${row.institutionId}, ${row.unit}, ${row.reference},
                ${row.lookedAt}, 'OPEN', 1, ${row.openedAt}, ${row.dueAt})
        on conflict (nik, look) do nothing`,
  );
  return n === 1;
}

export async function setNumber(tx: Tx, id: string, number: string): Promise<void> {
  await run(tx, sql`update citizen.dispute set number = ${number} where id = ${id}`);
}

export async function findDisputeOf(tx: Tx, nik: Nik, look: string): Promise<Uuid | null> {
  const row = await maybeOne<{ id: Uuid }>(
    tx,
    sql`select d.id from citizen.dispute d where d.nik = ${nik}::bigint and d.look = ${look}`,
  );
  return row?.id ?? null;
}

export interface DisputeMark {
  readonly id: string;
  readonly state: DisputeState;
}

/** By the looks that they are about. */
export async function listDisputesOf(tx: Tx, nik: Nik, looks: readonly string[]): Promise<Map<string, DisputeMark>> {
  if (looks.length === 0) return new Map();
  const rows = await many<DisputeMark & { look: string }>(
    tx,
    sql`select d.look, d.id, d.state from citizen.dispute d where d.nik = ${nik}::bigint and d.look = any(${looks}::uuid[])`,
  );
  return new Map(rows.map(({ look, ...mark }) => [look, mark]));
}

/** Held until the commit: two steps on one case are one after the other. */
export function holdDispute(tx: Tx, id: string): Promise<DisputeRow | undefined> {
  return maybeOne<DisputeRow>(tx, sql`select ${COLUMNS} from ${FROM} where d.id = ${id} for update of d`);
}

export function findDispute(tx: Tx, id: string): Promise<DisputeRow | undefined> {
  return maybeOne<DisputeRow>(tx, sql`select ${COLUMNS} from ${FROM} where d.id = ${id}`);
}

export function listOwnCases(tx: Tx, nik: Nik): Promise<DisputeRow[]> {
  return many<DisputeRow>(
    tx,
    sql`select ${COLUMNS} from ${FROM} where d.nik = ${nik}::bigint order by d.opened_at desc, d.id desc`,
  );
}

export function listOfInstitution(tx: Tx, institutionId: string, onlyOpen: boolean): Promise<DisputeRow[]> {
  const open = onlyOpen ? sql`and d.state = 'OPEN'` : sql``;
  return many<DisputeRow>(
    tx,
    sql`select ${COLUMNS} from ${FROM} where d.institution_id = ${institutionId} ${open} order by d.opened_at desc, d.id desc limit 500`,
  );
}

/** What the ministry must decide first, then what waits for others, the oldest first. */
export function listForMinistry(tx: Tx, now: Date): Promise<DisputeRow[]> {
  return many<DisputeRow>(
    tx,
    sql`select ${COLUMNS} from ${FROM} where d.state in ('OPEN', 'OBJECTED', 'ANSWERED', 'ADMITTED')
         order by case when d.state = 'OBJECTED' then 0 when d.state = 'OPEN' and d.due_at <= ${now} then 1 else 2 end, d.opened_at, d.id limit 500`,
  );
}

export interface StepRow {
  readonly kind: StepKind;
  readonly sealed: Buffer | null;
  readonly basis: string | null;
  readonly at: Date;
  readonly id: Uuid;
  readonly entryId: Uuid;
}

export function listSteps(tx: Tx, id: string): Promise<StepRow[]> {
  return many<StepRow>(
    tx,
    sql`select s.id, s.kind, s.sealed, s.basis, s.at, s.entry_id as "entryId" from citizen.dispute_step s where s.dispute_id = ${id} order by s.n`,
  );
}

export async function insertStep(
  tx: Tx,
  row: Omit<StepRow, 'id'> & { id: Uuid; disputeId: Uuid; n: number; byId: string | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.dispute_step (id, dispute_id, n, kind, sealed, basis, at, by_id, entry_id)
        values (${row.id}, ${row.disputeId}, ${row.n}, ${row.kind}, ${row.sealed}, ${row.basis}, ${row.at}, ${row.byId}, ${row.entryId})`,
  );
}

export async function setState(
  tx: Tx,
  id: string,
  of: { state: DisputeState; steps: number; answeredAt: Date | null; mark: 'reminded' | 'overdue' | null; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`update citizen.dispute set state = ${of.state}, steps = ${of.steps}, answered_at = coalesce(answered_at, ${of.answeredAt}),
               reminded_at = ${of.mark === 'reminded' ? of.at : sql`reminded_at`}, overdue_at = ${of.mark === 'overdue' ? of.at : sql`overdue_at`}
         where id = ${id}`,
  );
}

/** Of those that wait for an institution: who is to be reminded, and who is late. */
export function listDue(tx: Tx, given: { remindOpened: Date; now: Date }): Promise<(DisputeRow & { late: boolean })[]> {
  return many<DisputeRow & { late: boolean }>(
    tx,
    sql`select ${COLUMNS}, d.due_at <= ${given.now} as late from ${FROM}
         where d.state = 'OPEN' and d.overdue_at is null
           and (d.due_at <= ${given.now} or d.reminded_at is null and d.opened_at <= ${given.remindOpened})
         order by d.id limit 500 for update of d`,
  );
}
