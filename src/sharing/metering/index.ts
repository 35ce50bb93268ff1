/**
 * Metering: what institutions that seek profit pay for what they ask: a prepaid balance, charges by days, a statement a month.
 * Always holds: balance = payments - charges, never less than nothing; a receipt counts once, and nothing that was entered is changed; a
 * question that was refused or repeated costs nothing; a file costs what it was, once, and no more than was set aside before it ran; a
 * statement that is closed stays, and every line of it names its ledger entry.
 * Law: PP 10/2023 (PNBP of the ministry of home affairs).
 */
export { countUsage } from './count/count.ts';
export { balancesLow, paymentsEntered, statementsClosed } from './notice.ts';
export { balanceOf, heldOf } from './balance.ts';
export { listPackages, type PackageRow } from './package/sql.ts';
export { enterPayment, orderBalance, proposeReversal } from './payment/payment.ts';
export { packagePrice, pays, priceOf, tariffOn, type Method, type Tariff } from './rules.ts';
export { closeMonths } from './statement/close.ts';
export { room } from './room.ts';
