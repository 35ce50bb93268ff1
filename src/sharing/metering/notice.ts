import { notice } from '../../core/notice/index.ts';

/** Whose balance will not last; said once until it lasts again. */
export const balancesLow = notice<{
  readonly institutionId: string;
  /** Whole rupiah. */
  readonly balance: number;
  readonly daysLeft: number;
}>('metering.balances_low');

export const paymentsEntered = notice<{
  readonly institutionId: string;
  readonly paymentId: string;
  readonly amount: number;
}>('metering.payments_entered');

export const statementsClosed = notice<{
  readonly institutionId: string;
  readonly statementId: string;
  readonly number: string;
  readonly month: string;
  readonly charged: number;
  readonly closing: number;
}>('metering.statements_closed');
