/**
 * Blanks from the supplier to the regencies: delivered to the centre in boxes with the list of their chips, counted by
 * another, shipped down and counted blindly; one shipment of December arrives two short, which is still open when the story ends.
 */
import {
  countDelivery,
  countShipment,
  openStore,
  receiveDelivery,
  reportDifference,
  sendShipment,
  takeManifest,
  uidText,
  type Span,
} from '../../../cards/blank/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { gatherKeepers, type Keepers } from './crew.ts';

export const A_BOX = 500;
const FIRST = 500_000_001n;
/** Chips have numbers that say nothing of the serial. */
const FIRST_UID = 0x04a1_0000_0000_00n;
const UID_STEP = 257n;
/** What is sent to a regency out of one box. */
const OF_A_BOX = 400;
const LATE_SHIPMENT = 100;
export const SHORT = 2;

export const uidOfBlank = (serial: bigint): string => uidText(FIRST_UID + (serial - FIRST) * UID_STEP);

/** How many blanks the supplier brings: whole boxes, one blank for ten people. */
export const blanksOf = ({ residents }: Pick<Stage, 'residents'>): number =>
  Math.max(4, Math.round(residents / 10 / A_BOX)) * A_BOX;

const box = (n: number): Span => ({ first: FIRST + BigInt(n * A_BOX), last: FIRST + BigInt((n + 1) * A_BOX) - 1n });
const part = ({ first }: Span, from: number, n: number): Span => ({
  first: first + BigInt(from),
  last: first + BigInt(from + n) - 1n,
});

/** The boxes of the story: two for the capital, one for Lampung; the rest stays at the centre. */
export const AT_HOME = part(box(0), 0, OF_A_BOX);
const LATE = part(box(1), 0, LATE_SHIPMENT);
const AT_TULANG_BAWANG = part(box(2), 0, OF_A_BOX);
/** Ten blanks that will be offered for sale. */
export const FOR_SALE = part(AT_TULANG_BAWANG, 200, 10);

interface Stores {
  readonly centre: string;
  readonly jakarta: string;
  readonly lampung: string;
  readonly tulangBawang: string;
  readonly home: string;
}

export interface Line {
  keepers: Keepers;
  stores: Stores;
}

/** Enters everything about blanks; what is given back is filled in on the day when the stores open. */
export function enterBlanks(stage: Stage): Line {
  const line = {} as Line;
  const day = asCivilDate;
  let batch = '';
  on(stage, day('2018-09-03'), '08:30', 'gudang blangko', async () => {
    line.keepers = await gatherKeepers(stage);
    line.stores = await openStores(stage, line.keepers);
  });
  on(stage, day('2018-09-04'), '09:00', 'kiriman blangko', async () => (batch = await deliver(stage, line)), 2_000);
  on(stage, day('2018-09-05'), '09:00', 'hitung kiriman', () => {
    const { centre } = line.keepers;
    return stage.act(centre, (tx) => countDelivery(tx, centre, { batchId: batch, counted: BigInt(blanksOf(stage)) }));
  });
  const ways: readonly Way[] = [
    { from: 'centre', to: 'jakarta', span: { first: box(0).first, last: box(1).last }, sent: '2018-09-06' },
    { from: 'centre', to: 'lampung', span: box(2), sent: '2018-09-06' },
    { from: 'jakarta', to: 'home', span: AT_HOME, sent: '2018-09-11' },
    { from: 'lampung', to: 'tulangBawang', span: AT_TULANG_BAWANG, sent: '2018-09-11' },
    { from: 'jakarta', to: 'home', span: LATE, sent: '2018-12-05', short: SHORT },
  ];
  for (const [n, way] of ways.entries()) enterWay(stage, line, n, way);
  return line;
}

async function openStores(stage: Stage, keepers: Keepers): Promise<Stores> {
  const ministry = player(stage, 'ministry_officer');
  const open = (keeper: Actor, name: string, kind: 'centre' | 'province' | 'regency') =>
    stage.act(ministry, async (tx) => {
      const { id } = await openStore(tx, ministry, { officeId: keeper.officeId!, name, kind, keeperId: keeper.id });
      return id;
    });
  return {
    centre: await open(keepers.centre, 'Gudang pusat', 'centre'),
    jakarta: await open(keepers.jakarta, 'Gudang DKI Jakarta', 'province'),
    lampung: await open(keepers.lampung, 'Gudang Lampung', 'province'),
    tulangBawang: await open(keepers.tulangBawang, 'Gudang Tulang Bawang', 'regency'),
    home: await open(keepers.home, 'Gudang Jakarta Timur', 'regency'),
  };
}

async function deliver(stage: Stage, { keepers: { clerk }, stores }: Line): Promise<string> {
  const n = blanksOf(stage);
  const boxes = Array.from({ length: n / A_BOX }, (_, at) => ({
    code: `BOKS-CONTOH-${String(at + 1).padStart(4, '0')}`,
    span: box(at),
  }));
  const { id } = await stage.act(clerk, (tx) =>
    receiveDelivery(tx, clerk, {
      number: 'KTP/CONTOH/2018/09',
      supplier: 'PT PEMASOK CONTOH',
      contractNo: '027/CONTOH/2018',
      deliveredOn: '2018-09-04',
      storeId: stores.centre,
      spans: [{ first: FIRST, last: FIRST + BigInt(n) - 1n }],
      boxes,
    }),
  );
  const lines = Array.from({ length: n }, (_, at) => {
    const serial = FIRST + BigInt(at);
    return { serial: String(serial), uid: uidOfBlank(serial) };
  });
  await stage.act(clerk, (tx) => takeManifest(tx, clerk, { batchId: id, lines }));
  return id;
}

interface Way {
  readonly from: keyof Stores;
  readonly to: keyof Stores;
  readonly span: Span;
  readonly sent: string;
  /** So many are not in the parcel. */
  readonly short?: number;
}

/** Sent one day, counted blindly the next. */
function enterWay(stage: Stage, line: Line, n: number, { from, to, span, sent, short = 0 }: Way): void {
  const leaves = asCivilDate(sent);
  const arrives = asCivilDate(new Date(Date.parse(sent) + 86_400_000).toISOString().slice(0, 10));
  let id = '';
  on(stage, leaves, '10:00', `kirim ke ${to}`, async () => {
    const sender = line.keepers[from];
    ({ id } = await stage.act(sender, (tx) =>
      sendShipment(tx, sender, {
        fromStore: line.stores[from],
        toStore: line.stores[to],
        spans: [span],
        seals: [`SEGEL-CONTOH-${n + 1}`],
        carrier: 'KURIR CONTOH',
        expectedOn: arrives,
      }),
    ));
  });
  on(stage, arrives, '14:00', `terima di ${to}`, async () => {
    const receiver = line.keepers[to];
    const there = part(span, 0, Number(span.last - span.first) + 1 - short);
    const counted = there.last - there.first + 1n;
    await stage.act(receiver, (tx) => countShipment(tx, receiver, { id, counted, sealsWhole: short === 0 }));
    if (short > 0) await stage.act(receiver, (tx) => reportDifference(tx, receiver, { id, there: [there] }));
  });
}
