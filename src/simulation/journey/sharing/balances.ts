/**
 * Who pays orders and pays before it asks: the story applies PP 10/2023 from October 2018 on, years before it came, so that what
 * metering does can be seen. Some order little, and their balances run low; one payment is entered for the wrong bank and reversed.
 */
import { addDays, asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { KINDS } from '../../../sharing/partner/index.ts';
import {
  closeMonths,
  countUsage,
  enterPayment,
  orderBalance,
  proposeReversal,
} from '../../../sharing/metering/index.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Climber } from './climb.ts';
import { approveAs, self, type Desk } from './crew.ts';
import { listAskers } from './questions.ts';

/** From this day on institutions that seek profit pay in the story. */
export const STORY_TARIFF_FROM = '2018-10-01';

const FUNDED_ON: readonly (readonly [CivilDate, time: string])[] = [
  [asCivilDate('2018-10-15'), '09:00'],
  [asCivilDate('2018-11-12'), '09:00'],
  [asCivilDate('2018-12-03'), '09:00'],
  [asCivilDate('2018-12-11'), '09:40'],
];
const COUNTED_ON = ['2018-10-18', '2018-11-01', '2018-11-15', '2018-12-01', '2018-12-06'].map(asCivilDate);
const LAST_DAY = asCivilDate('2018-12-11');
const USUAL = 1_000_000;
/** Every so-manieth orders so little that it lasts a few days more. */
const SPARING = 20;
const LITTLE = 300_000;
const MISTAKEN = 5_000_000;

export function enterBalances(stage: Stage, desk: () => Desk, climbers: readonly Climber[]): void {
  const funded = new Set<string>();
  const numbers = treasury();
  for (const [day, time] of FUNDED_ON)
    on(stage, day, time, 'saldo lembaga', () => fund(stage, desk(), climbers, { day, funded, numbers }), 2_000);
  on(stage, addDays(FUNDED_ON[0]![0], 1), '11:00', 'pembayaran salah catat', () =>
    mistake(stage, desk(), climbers, numbers),
  );
  for (const day of COUNTED_ON) on(stage, day, '02:20', 'hitungan pemakaian', () => count(stage));
  // After everybody has asked.
  on(stage, LAST_DAY, '15:30', 'hitungan pemakaian', () => count(stage));
}

/** What the clock does on the days that are played on. */
export function enterCounting(stage: Stage, from: CivilDate, until: CivilDate): void {
  for (let day = from; day <= until; day = addDays(day, 1))
    on(stage, day, '02:20', 'hitungan pemakaian', () => count(stage));
}

function count(stage: Stage): Promise<void> {
  return stage.database.transact('system', self, async (tx) => {
    await countUsage(tx);
    await closeMonths(tx);
  });
}

const paysFor = ({ kind }: Climber) => !KINDS[kind].free;

interface Treasury {
  /** A billing code of fifteen digits, and the receipt of what is paid under it, of sixteen letters; made up. */
  next(): { readonly billingCode: string; readonly ntpn: string };
}

function treasury(): Treasury {
  let n = 0;
  return {
    next() {
      n += 1;
      return {
        billingCode: `820${String(n).padStart(12, '0')}`,
        ntpn: `CONTOH${String(n).padStart(10, '0')}`,
      };
    },
  };
}

/** Those who may ask and have no balance yet, all in one act of the desk. */
async function fund(
  stage: Stage,
  { dian }: Desk,
  climbers: readonly Climber[],
  { day, funded, numbers }: { day: CivilDate; funded: Set<string>; numbers: Treasury },
): Promise<void> {
  const asking = await listAskers(stage, climbers);
  const due = asking.map(({ climber }) => climber).filter((one) => paysFor(one) && !funded.has(one.institutionId));
  await stage.act(dian, async (tx) => {
    for (const { institutionId, kind } of due) {
      funded.add(institutionId);
      // Who guesses numbers is a company, and does not stop for want of money.
      const little = kind !== 'company' && funded.size % SPARING === 0;
      const { billingCode, ntpn } = numbers.next();
      const { id } = await orderBalance(tx, dian, {
        id: institutionId,
        billingCode,
        amount: little ? LITTLE : USUAL,
        orderedOn: addDays(day, -3),
        validUntil: addDays(day, 4),
      });
      await enterPayment(tx, dian, { id, ntpn, paidOn: addDays(day, -1) });
    }
  });
}

/** A payment of one bank is entered for its neighbour, found the same day, and reversed by a second officer; then it counts where it belongs. */
async function mistake(
  stage: Stage,
  { dian, bagus }: Desk,
  climbers: readonly Climber[],
  numbers: Treasury,
): Promise<void> {
  const banks = (await listAskers(stage, climbers)).map(({ climber }) => climber).filter(({ kind }) => kind === 'bank');
  const [right, wrong] = banks;
  if (!right || !wrong) return;
  const [paidOn] = FUNDED_ON[0]!;
  const { ntpn } = numbers.next();
  const pay = ({ institutionId }: Climber) =>
    stage.act(dian, async (tx) => {
      const { billingCode } = numbers.next();
      const term = { orderedOn: addDays(paidOn, -3), validUntil: addDays(paidOn, 4) };
      const { id } = await orderBalance(tx, dian, { id: institutionId, billingCode, amount: MISTAKEN, ...term });
      return enterPayment(tx, dian, { id, ntpn, paidOn });
    });
  const { id: paymentId } = await pay(wrong);
  const reason = `pembayaran milik ${right.name}, salah pilih pesanan (CONTOH)`;
  const { proposalId } = await stage.act(dian, (tx) => proposeReversal(tx, dian, { id: paymentId, reason }));
  await approveAs(stage, bagus, proposalId);
  await pay(right);
}
