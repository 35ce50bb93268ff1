import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'metering.institution_not_found': {
    status: 404,
    when: 'no institution has this id, or none that the officer may see',
  },
  'metering.institution_closed': { status: 409, when: 'an order for an institution that is closed' },
  'metering.pays_nothing': { status: 422, when: 'an order for an institution that is not charged' },
  'metering.code_known': {
    status: 409,
    when: 'a billing code that was entered before',
    constraints: ['purchase_code'],
  },
  'metering.order_term': { status: 422, when: 'a billing code that ends before the day of its order' },
  'metering.order_ahead': { status: 422, when: 'an order of a day that has not come' },
  'metering.order_not_found': { status: 404, when: 'no order has this id, or none that the officer may see' },
  'metering.order_paid': { status: 409, when: 'an order is paid a second time', constraints: ['payment_purchase'] },
  'metering.receipt_known': {
    status: 409,
    when: 'a receipt of the treasury that counts already',
    constraints: ['payment_receipt'],
  },
  'metering.paid_ahead': { status: 422, when: 'a payment of a day that has not come' },
  'metering.paid_before': { status: 422, when: 'a payment of a day before its order' },
  'metering.paid_after': { status: 422, when: 'a payment of a day after its billing code had ended' },
  'metering.payment_not_found': { status: 404, when: 'no payment has this id, or none that the officer may see' },
  'metering.payment_reversed': {
    status: 409,
    when: 'a payment is reversed a second time',
    constraints: ['reversal_pkey'],
  },
  'metering.package_not_covered': {
    status: 403,
    when: 'less is left than the largest price of a file that is opened or handed in',
  },
  'metering.reversal_spent': { status: 409, when: 'less is left than the payment that is to be reversed' },
  'metering.statement_not_found': { status: 404, when: 'no statement has this id, or none that the officer may see' },
  'metering.part_not_found': { status: 404, when: 'the statement has fewer parts' },
} as const satisfies RefusalTable;

export type MeteringCode = keyof typeof refusals;
export const refuse = refuser(refusals);
