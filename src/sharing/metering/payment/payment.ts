/**
 * The prepaid balance: an order with its billing code, the payment by the treasury's receipt, and the reversal of what was entered by
 * mistake, which a second officer decides. What may be answered grows and shrinks in the same transaction.
 */
import { createHash } from 'node:crypto';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { fillPurse } from '../../verification/index.ts';
import { balanceOf, heldOf } from '../balance.ts';
import { paymentsEntered } from '../notice.ts';
import { refuse, type MeteringCode } from '../refusals.ts';
import { pays } from '../rules.ts';
import { reversalProposed, type OrderGiven, type PaymentGiven, type ReversalProposed } from '../schema.ts';
import {
  findOrder,
  findPayer,
  findPayment,
  insertOrder,
  insertPayment,
  insertReversal,
  type PaymentRow,
} from './sql.ts';

function at(path: string, code: MeteringCode) {
  return refuse(code, { faults: [{ path, code }] });
}

/** An institution that pays orders so much under a billing code. Refuses who is not charged. */
export async function orderBalance(tx: Tx, actor: Actor, given: OrderGiven & { id: string }): Promise<{ id: Uuid }> {
  mustCover(actor, '');
  const { id: institutionId, ...order } = given;
  const payer = await findPayer(tx, institutionId);
  if (!payer) throw refuse('metering.institution_not_found');
  if (!pays(payer.kind)) throw refuse('metering.pays_nothing');
  if (payer.state === 'closed') throw refuse('metering.institution_closed');
  if (order.orderedOn > today(tx.ground.clock, ZONES.WIB)) throw at('orderedOn', 'metering.order_ahead');
  if (order.validUntil < order.orderedOn) throw at('validUntil', 'metering.order_term');
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'metering.ordered',
    facts: { institution: institutionId, order: id, amount: order.amount },
  });
  await insertOrder(tx, { id, institutionId, ...order }, { at: tx.ground.clock.now(), id: actor.id, entryId });
  return { id };
}

/** What the treasury has received for an order. A receipt counts once. Gives the balance after it. */
export async function enterPayment(
  tx: Tx,
  actor: Actor,
  { id: orderId, ntpn, paidOn }: PaymentGiven & { id: string },
): Promise<{ id: Uuid; balance: number }> {
  mustCover(actor, '');
  const order = await findOrder(tx, orderId);
  if (!order) throw refuse('metering.order_not_found');
  if (paidOn > today(tx.ground.clock, ZONES.WIB)) throw at('paidOn', 'metering.paid_ahead');
  if (paidOn < order.orderedOn) throw at('paidOn', 'metering.paid_before');
  if (paidOn > order.validUntil) throw at('paidOn', 'metering.paid_after');
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'metering.paid',
    // Sixteen letters may be sixteen digits, which the log refuses: by their hash the receipt is known to who has it.
    facts: {
      institution: order.institutionId,
      order: order.id,
      payment: id,
      amount: order.amount,
      receipt: createHash('sha256').update(ntpn).digest('base64url'),
    },
  });
  await insertPayment(tx, { id, order, ntpn, paidOn }, { at: tx.ground.clock.now(), id: actor.id, entryId });
  await elevated(tx, () => fillPurse(tx, order.institutionId, order.amount));
  const { institutionId, amount } = order;
  await speak(tx, actor, paymentsEntered, [{ institutionId, paymentId: id, amount }]);
  return { id, balance: await balanceOf(tx, order.institutionId) };
}

export const reversing = proposable<ReversalProposed>({
  act: 'metering.reversal',
  input: reversalProposed,
  region: async () => '',
  summary: async (tx, { paymentId, reason }) => {
    const payment = await getPayment(tx, paymentId);
    const { institution, amount } = payment;
    return { messageKey: 'proposal.metering.reversal', values: { institution, amount, reason } };
  },
  fingerprint: async (tx, { paymentId }) => String((await getPayment(tx, paymentId)).reversed),
  execute: async (tx, actor, { paymentId, reason, askedBy }) => {
    mustCover(actor, '');
    const { id, institutionId, amount } = await mustCount(tx, paymentId);
    const { entryId } = await record(tx, actor, {
      label: 'metering.payment_reversed',
      facts: { institution: institutionId, payment: id, amount },
    });
    await insertReversal(tx, { paymentId: id, reason, askedBy }, { at: tx.ground.clock.now(), id: actor.id, entryId });
    // What was asked for already cannot be taken back: the balance is never less than nothing.
    if (!(await elevated(tx, () => fillPurse(tx, institutionId, -amount)))) throw refuse('metering.reversal_spent');
  },
});

async function getPayment(tx: Tx, id: string): Promise<PaymentRow> {
  const payment = await findPayment(tx, id);
  if (!payment) throw refuse('metering.payment_not_found');
  return payment;
}

async function mustCount(tx: Tx, id: string): Promise<PaymentRow> {
  const payment = await getPayment(tx, id);
  if (payment.reversed) throw refuse('metering.payment_reversed');
  return payment;
}

/** Proposes that a payment no longer counts; nothing happens until another officer approves. */
export async function proposeReversal(
  tx: Tx,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<{ proposalId: string }> {
  mustCover(actor, '');
  const { id: paymentId, institutionId, amount } = await mustCount(tx, id);
  const free = (await balanceOf(tx, institutionId)) - (await heldOf(tx, institutionId));
  if (free < amount) throw refuse('metering.reversal_spent');
  const proposal = await propose(tx, actor, reversing.act, { paymentId, reason, askedBy: actor.id });
  return { proposalId: proposal.id };
}
