/** Statements about orders, payments and reversals. Nothing here is ever changed. */
import { maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Kind } from '../../partner/index.ts';

export interface Payer {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly state: 'active' | 'closed';
  readonly mail: string | null;
}

export function findPayer(tx: Tx, id: string): Promise<Payer | undefined> {
  return maybeOne(
    tx,
    sql<Payer>`select i.institution_id as id, i.name, i.kind, i.state, i.mail from partner_read.institution i where i.institution_id = ${id}::uuid`,
  );
}

interface By {
  readonly at: Date;
  readonly id: string;
  readonly entryId: string;
}

export async function insertOrder(
  tx: Tx,
  o: { id: string; institutionId: string; billingCode: string; amount: number; orderedOn: string; validUntil: string },
  by: By,
): Promise<void> {
  await run(
    tx,
    sql`insert into metering.purchase (id, institution_id, billing_code, amount, ordered_on, valid_until, entered_at, entered_by, entry_id)
        values (${o.id}, ${o.institutionId}, ${o.billingCode}, ${o.amount}::bigint, ${o.orderedOn}::date, ${o.validUntil}::date, ${by.at}, ${by.id}, ${by.entryId})`,
  );
}

export interface OrderRow {
  readonly id: string;
  readonly institutionId: string;
  readonly amount: number;
  readonly orderedOn: CivilDate;
  readonly validUntil: CivilDate;
}

export function findOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  return maybeOne(
    tx,
    sql<OrderRow>`select o.id, o.institution_id as "institutionId", o.amount::float8 as amount, o.ordered_on as "orderedOn", o.valid_until as "validUntil"
                    from metering.purchase o where o.id = ${id}::uuid`,
  );
}

/** Numbered after what was reversed before: while a payment of the receipt or of the order counts, another is refused. */
export async function insertPayment(
  tx: Tx,
  p: { id: string; order: OrderRow; ntpn: string; paidOn: string },
  by: By,
): Promise<void> {
  const reversed = sql`select count(*) + 1 from metering.reversal r join metering.payment o on o.id = r.payment_id`;
  await run(
    tx,
    sql`insert into metering.payment (id, purchase_id, institution_id, amount, ntpn, receipt_nth, purchase_nth, paid_on, entered_at, entered_by, entry_id)
        select ${p.id}, ${p.order.id}, ${p.order.institutionId}, ${p.order.amount}::bigint, ${p.ntpn}, (${reversed} where o.ntpn = ${p.ntpn}),
               (${reversed} where o.purchase_id = ${p.order.id}::uuid), ${p.paidOn}::date, ${by.at}::timestamptz, ${by.id}::uuid, ${by.entryId}::uuid`,
  );
}

export interface PaymentRow {
  readonly id: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly amount: number;
  readonly reversed: boolean;
}

export function findPayment(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  return maybeOne(
    tx,
    sql<PaymentRow>`
      select p.id, p.institution_id as "institutionId", i.name as institution, p.amount::float8 as amount,
             exists (select from metering.reversal r where r.payment_id = p.id) as reversed
        from metering.payment p join partner_read.institution i on i.institution_id = p.institution_id where p.id = ${id}::uuid`,
  );
}

export async function insertReversal(
  tx: Tx,
  r: { paymentId: string; reason: string; askedBy: string },
  by: By,
): Promise<void> {
  await run(
    tx,
    sql`insert into metering.reversal (payment_id, reason, reversed_at, asked_by, decided_by, entry_id)
        values (${r.paymentId}, ${r.reason}, ${by.at}, ${r.askedBy}, ${by.id}, ${by.entryId})`,
  );
}
