/**
 * For promise 18: a plain model of where each blank truly lies, beside the register's books. Movements are drawn at random through
 * the use cases that people use; now and then blanks vanish without a word. Whoever counts, counts what is truly there.
 */
import { NATION, systemActor, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { DITJEN_ID, openOffice } from '../../register/office/index.ts';
import { receiveDelivery } from './delivery/deliver.ts';
import { moveBlanks, reverseMovement, type MoveGiven } from './movement/move.ts';
import { equationFaults, readBooks } from './given-books.ts';
import type { Span, State } from './rules.ts';
import type { StoreKind } from './schema.ts';
import { countShipment, reportDifference } from './shipment/receive.ts';
import { sendShipment } from './shipment/send.ts';
import { openStore } from './store/store.ts';
import { countDelivery, countStock, openDifference } from './tally/count.ts';
import { settleDifference } from './tally/settle.ts';

export type Transact = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;

const nation = (): Actor => ({ ...systemActor('custody'), kind: 'officer', id: newId(), jurisdiction: NATION });

export interface LineOfStores {
  readonly stores: readonly string[];
  readonly offices: readonly string[];
  readonly keepers: readonly Actor[];
  readonly clerk: Actor;
  readonly chief: Actor;
}

/**
 * The centre, a province and `regencies` below it, each with a keeper of its own; ends of every shipment between them are known.
 * Several lines of one register have other provinces.
 */
export async function givenLineOfStores(
  system: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>,
  regencies: number,
  code = '32',
): Promise<LineOfStores> {
  const self = { ...systemActor('custody'), jurisdiction: NATION };
  const keepers = Array.from({ length: regencies + 2 }, nation);
  const { stores, offices } = await system(async (tx) => {
    const office = (kind: 'provincial' | 'regency', regionCode: string, parentId: string) =>
      openOffice(tx, self, {
        kind,
        name: `Dinas Contoh ${regionCode}`,
        regionCode,
        zone: 'Asia/Jakarta',
        parentId,
        openedOn: '2011-01-03',
        legalBasis: 'UU 23/2006',
      } as never);
    const province = await office('provincial', code, DITJEN_ID);
    const offices: string[] = [DITJEN_ID, province.id];
    for (let n = 1; n <= regencies; n++)
      offices.push((await office('regency', `${code}${String(n).padStart(2, '0')}`, province.id)).id);
    const kinds: StoreKind[] = ['centre', 'province', ...Array.from({ length: regencies }, () => 'regency' as const)];
    const made: string[] = [];
    for (const [at, officeId] of offices.entries()) {
      const given = { officeId, name: `Gudang ${code}.${at}`, kind: kinds[at]!, keeperId: keepers[at]!.id };
      made.push((await openStore(tx, self, given)).id);
    }
    return { stores: made, offices };
  });
  return { stores, offices, keepers, clerk: nation(), chief: nation() };
}

/** Numbers that come again from a seed. */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
}

interface Blank {
  store: number;
  state: State;
  shipment: string | null;
  /** Vanished: no longer where the books have it. */
  gone: boolean;
}

interface Underway {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly serials: readonly number[];
}

/** Serials of the first world; those of the next lie so far above. */
const FIRST_SERIAL = 900_000_000;
const WORLD = 10_000_000;
/** After so many movements the equation is held against every store. */
const EVERY = 100;

export interface CustodyVerdict {
  readonly moves: number;
  readonly refused: number;
  readonly planted: number;
  readonly found: number;
  /** Every way in which books, shelves and model differ; none is what the promise says. */
  readonly faults: readonly string[];
}

/**
 * Draws `moves` movements and says at the end whether the books are right and every planted loss was found, serial by serial. Several
 * worlds may be at work in one register at once, each with a line of stores of its own.
 */
export async function tryCustody(
  transact: Transact,
  line: LineOfStores,
  given: { moves: number; seed: number; world?: number; onMove?: () => void },
): Promise<CustodyVerdict> {
  const { world = 0 } = given;
  const FIRST = FIRST_SERIAL + world * WORLD;
  const roll = dice(given.seed + world * 7919);
  const blanks: Blank[] = [];
  const underway: Underway[] = [];
  const reversible: { id: string; keeper: Actor; serials: readonly number[]; before: State; after: State }[] = [];
  const planted = new Set<number>();
  const faults: string[] = [];
  let moves = 0;
  let refused = 0;
  const { stores, keepers, clerk, chief } = line;

  const spansOf = (serials: readonly number[]): Span[] => {
    const spans: { first: bigint; last: bigint }[] = [];
    for (const at of serials.toSorted((a, b) => a - b)) {
      const serial = BigInt(FIRST + at);
      const before = spans.at(-1);
      if (before && before.last + 1n === serial) before.last = serial;
      else spans.push({ first: serial, last: serial });
    }
    return spans;
  };
  const done = () => {
    moves++;
    given.onMove?.();
  };
  const plant = (at: number) => {
    blanks[at]!.gone = true;
    planted.add(at);
  };

  async function deliver(n: number): Promise<void> {
    const first = blanks.length;
    const spans = [{ first: BigInt(FIRST + first), last: BigInt(FIRST + first + n - 1) }];
    const { id } = await transact(clerk, (tx) =>
      receiveDelivery(tx, clerk, {
        number: `KTP/CONTOH/${world}/${first}`,
        supplier: 'PEMASOK CONTOH',
        contractNo: '027/CONTOH',
        deliveredOn: '2018-03-01',
        storeId: stores[0]!,
        spans,
        boxes: [],
      }),
    );
    await transact(keepers[0]!, (tx) => countDelivery(tx, keepers[0]!, { batchId: id, counted: BigInt(n) }));
    for (let at = 0; at < n; at++) blanks.push({ store: 0, state: 'IN_STOCK', shipment: null, gone: false });
    done();
    done();
  }

  /** A run of blanks that lie together, from a random place on; at most `most`. */
  function draw(states: readonly State[], most: number): number[] {
    for (let tries = 0; tries < 40; tries++) {
      const at = roll(blanks.length);
      const here = blanks[at]!;
      if (here.gone || !states.includes(here.state)) continue;
      const run = [at];
      for (let next = at + 1; run.length < 1 + roll(most) && next < blanks.length; next++) {
        const other = blanks[next]!;
        if (other.gone || other.store !== here.store || other.state !== here.state) break;
        run.push(next);
      }
      return run;
    }
    return [];
  }

  async function move(kind: 'personalised' | 'spoiled' | 'destroyed' | 'found', from: readonly State[], to: State) {
    const serials = draw(from, 12);
    const [first] = serials;
    if (first === undefined) return;
    const { store, state } = blanks[first]!;
    const keeper = keepers[store]!;
    const what = { kind, spans: spansOf(serials), from: { store: stores[store]!, state } } satisfies MoveGiven;
    const id = await transact(keeper, (tx) => moveBlanks(tx, keeper, what));
    for (const at of serials) blanks[at]!.state = to;
    if (kind === 'personalised' || kind === 'spoiled')
      reversible.push({ id, keeper, serials, before: state, after: to });
    if (reversible.length > 200) reversible.shift();
    done();
  }

  /** What is not there is refused, and nothing has moved. */
  async function tryWrong(): Promise<void> {
    const at = roll(blanks.length);
    const { store, state } = blanks[at]!;
    if (state === 'IN_STOCK') return;
    const from = { store: stores[store]!, state: 'IN_STOCK' } as const;
    const keeper = keepers[store]!;
    const code = await transact(keeper, (tx) =>
      moveBlanks(tx, keeper, { kind: 'personalised', spans: spansOf([at]), from }),
    ).then(
      () => null,
      (fault: { code?: string }) => fault.code,
    );
    refused++;
    if (code !== 'blank.not_here') faults.push(`${FIRST + at} was ${state} and could be printed: ${code}`);
  }

  async function reverse(): Promise<void> {
    const found = reversible.splice(roll(Math.max(1, reversible.length)), 1)[0];
    if (!found) return;
    const { id, keeper, serials, before, after } = found;
    const still = serials.every((at) => blanks[at]!.state === after && !blanks[at]!.gone);
    const code = await transact(keeper, (tx) => reverseMovement(tx, keeper, { id, reason: 'salah ketik' })).then(
      () => null,
      (fault: { code?: string }) => fault.code,
    );
    if ((code === null) !== still)
      faults.push(`a reversal was ${code ?? 'done'} where ${still ? 'all' : 'not all'} lay still`);
    if (code === null) for (const at of serials) blanks[at]!.state = before;
    else refused++;
    done();
  }

  async function send(): Promise<void> {
    const serials = draw(['IN_STOCK'], 80);
    const [first] = serials;
    if (first === undefined) return;
    const from = blanks[first]!.store;
    const to = from === 0 ? 1 : from === 1 ? 2 + roll(stores.length - 2) : roll(4) === 0 ? 1 : -1;
    if (to < 0) return;
    const keeper = keepers[from]!;
    const { id } = await transact(keeper, (tx) =>
      sendShipment(tx, keeper, {
        fromStore: stores[from]!,
        toStore: stores[to]!,
        spans: spansOf(serials),
        seals: ['SEGEL-CONTOH'],
        carrier: 'KURIR CONTOH',
        expectedOn: '2018-03-04',
      }),
    );
    for (const at of serials) Object.assign(blanks[at]!, { state: 'IN_TRANSIT', shipment: id });
    underway.push({ id, from, to, serials });
    // One in six is robbed on the way.
    if (roll(6) === 0) for (const at of serials.slice(0, 1 + roll(3))) plant(at);
    done();
  }

  async function receive(): Promise<void> {
    const shipment = underway.splice(roll(Math.max(1, underway.length)), 1)[0];
    if (!shipment) return;
    const { id, from, to, serials } = shipment;
    const keeper = keepers[to]!;
    const there = serials.filter((at) => !blanks[at]!.gone);
    const count = { id, counted: BigInt(there.length), sealsWhole: true };
    const { agrees } = await transact(keeper, (tx) => countShipment(tx, keeper, count));
    if (agrees !== (there.length === serials.length)) faults.push(`shipment ${id} agreed: ${agrees}`);
    if (!agrees) {
      const { discrepancyId } = await transact(keeper, (tx) =>
        reportDifference(tx, keeper, { id, there: spansOf(there) }),
      );
      const settling = { id: discrepancyId!, outcome: 'missing', explanation: 'hilang di jalan' } as const;
      await transact(chief, (tx) => settleDifference(tx, chief, settling));
      done();
    }
    for (const at of serials) {
      const here = blanks[at]!;
      Object.assign(here, { shipment: null, state: here.gone ? 'MISSING' : 'IN_STOCK', store: here.gone ? from : to });
    }
    done();
  }

  /** The keeper counts what is truly there; what is not there is found out and named. */
  async function takeStock(store: number): Promise<void> {
    const lying = blanks.flatMap((blank, at) => (blank.store === store && blank.state === 'IN_STOCK' ? [at] : []));
    const absent = lying.filter((at) => blanks[at]!.gone);
    const keeper = keepers[store]!;
    const storeId = stores[store]!;
    const there = BigInt(lying.length - absent.length);
    const { agrees } = await transact(keeper, (tx) => countStock(tx, keeper, { storeId, counted: there }));
    if (agrees !== (absent.length === 0)) faults.push(`a stock-take with ${absent.length} absent agreed: ${agrees}`);
    if (agrees) return;
    const { discrepancyId } = await transact(keeper, (tx) => openDifference(tx, keeper, { storeId, counted: there }));
    const missing = spansOf(absent);
    const settling = { id: discrepancyId, outcome: 'missing', explanation: 'hilang di gudang', missing } as const;
    await transact(chief, (tx) => settleDifference(tx, chief, settling));
    for (const at of absent) blanks[at]!.state = 'MISSING';
    done();
  }

  await deliver(2_000);
  while (moves < given.moves) {
    const n = roll(1_000);
    if (n < 5) await deliver(500);
    else if (n < 300) await send();
    else if (n < 560) await receive();
    else if (n < 750) await move('personalised', ['IN_STOCK'], 'PERSONALISED');
    else if (n < 830) await move('spoiled', ['IN_STOCK', 'PERSONALISED'], 'SPOILED');
    else if (n < 880) await move('destroyed', ['SPOILED'], 'DESTROYED');
    else if (n < 920) await reverse();
    else if (n < 950) await tryWrong();
    else if (n < 985) draw(['IN_STOCK'], 2).forEach(plant);
    else await takeStock(roll(stores.length));
    if (moves % EVERY === 0) faults.push(...(await transact(chief, (tx) => equationFaults(tx, stores))));
  }
  while (underway.length > 0) await receive();
  for (const at of stores.keys()) await takeStock(at);

  const books = await transact(chief, (tx) => readBooks(tx, stores));
  faults.push(...books.faults);
  if (books.where.size !== blanks.length)
    faults.push(`${books.where.size} blanks in the books, ${blanks.length} in the world`);
  let found = 0;
  for (const [at, blank] of blanks.entries()) {
    const there = books.where.get(FIRST + at);
    if (there !== `${stores[blank.store]} ${blank.state}`)
      faults.push(`${FIRST + at}: ${there}, not ${blank.store} ${blank.state}`);
    if (planted.has(at) && blank.state === 'MISSING') found++;
    if (!planted.has(at) && there?.endsWith('MISSING')) faults.push(`${FIRST + at} is missing and was never lost`);
  }
  return { moves, refused, planted: planted.size, found, faults: faults.slice(0, 20) };
}
