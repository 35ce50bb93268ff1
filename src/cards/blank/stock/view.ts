/** What screens and the command line see of stores and shipments. Who still has to count is not told what should be there. */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { balanceOf, balanceOfRegion, lyingAt } from '../movement/sql.ts';
import { refuse } from '../refusals.ts';
import { difference, moveOf, stateOf, type Balance, type State } from '../rules.ts';
import { listOnTheWay, listShipments, findShipment, type ShipmentRow } from '../shipment/sql.ts';
import { listKeepersDuring, namesOf } from '../trace/sql.ts';
import {
  listDeliveries,
  listDiscrepancies,
  listLots,
  listMovements,
  listStores,
  listTallies,
  type DiscrepancyLine,
  type MovementLine,
  type StoreLine,
} from './sql.ts';

const PAGE = 50;
const CURSOR = 'blank.movements';

/** Numbers that fit JSON. */
export function plain(balance: Balance) {
  const n = (key: keyof Balance) => Number(balance[key]);
  return {
    received: n('received'),
    handedOn: n('handedOn'),
    inStock: n('inStock'),
    inTransit: n('inTransit'),
    personalised: n('personalised'),
    spoiled: n('spoiled'),
    missing: n('missing'),
    destroyed: n('destroyed'),
  };
}

const storeView = (actor: Actor, line: StoreLine) => ({ ...line, own: line.keeperId === actor.id });

/** Stores with their balances: of the officer's own office, or of all of a region that he answers for. */
export async function viewStores(tx: Tx, actor: Actor, input: { region?: string | undefined; all: 'yes' | 'no' }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const officeId = input.all === 'no' && input.region === undefined ? actor.officeId : null;
  return elevated(tx, async () => {
    const lines = await listStores(tx, { region, officeId });
    const ids = lines.map(({ id }) => id);
    const now = tx.ground.clock.now();
    const balances = await balanceOf(tx, ids, now);
    const lying = await lyingAt(tx, ids);
    const stores = lines.map((line) => {
      const balance = balances.get(line.id)!;
      return { ...storeView(actor, line), balance: plain(balance), difference: leftOver(balance, lying.get(line.id)!) };
    });
    return { stores, total: plain(await balanceOfRegion(tx, ids, now)) };
  });
}

async function getLine(tx: Tx, id: string): Promise<StoreLine> {
  const [found] = await listStores(tx, { region: '', ids: [id] });
  if (!found) throw refuse('blank.store_not_found');
  return found;
}

const mayLook = (actor: Actor, line: StoreLine) => {
  if (line.officeId !== actor.officeId) mustCover(actor, line.regionCode);
};

/** The nation's or a region's balance: what its stores have received from outside the region, and where it is now. */
export async function balanceIn(tx: Tx, actor: Actor, input: { region?: string | undefined }): Promise<Balance> {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  return elevated(tx, async () => {
    const lines = await listStores(tx, { region });
    return balanceOfRegion(
      tx,
      lines.map(({ id }) => id),
      tx.ground.clock.now(),
    );
  });
}

/** A store's card: what lies there, who has kept it, what moved, what is in dispute. */
export async function viewStock(tx: Tx, actor: Actor, input: { id: string; cursor?: string | undefined }) {
  return elevated(tx, async () => {
    const line = await getLine(tx, input.id);
    mayLook(actor, line);
    const balance = (await balanceOf(tx, [line.id], tx.ground.clock.now())).get(line.id)!;
    const lying = (await lyingAt(tx, [line.id])).get(line.id)!;
    const lots = await listLots(tx, line.id);
    const keepers = await listKeepersDuring(tx, [line.id]);
    const names = await namesOf(tx, { stores: [], officers: keepers.map(({ keeper }) => keeper) });
    const before = input.cursor ? tx.ground.cursors.open<{ at: string; id: string }>(CURSOR, input.cursor) : null;
    const rows = await listMovements(tx, { store: line.id, before, limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      store: storeView(actor, line),
      balance: plain(balance),
      difference: leftOver(balance, lying),
      lots: lots.map(({ state, ...lot }) => ({ ...lot, state: stateOf(state) })),
      keepers: keepers.map(({ keeper, from, until }) => ({
        name: names.officer(keeper),
        from: from.toISOString(),
        until: until?.toISOString() ?? null,
      })),
      movements: shown.map(movementView),
      next:
        rows.length > PAGE && last
          ? tx.ground.cursors.seal(CURSOR, { at: last.recordedAt.toISOString(), id: last.id })
          : null,
      discrepancies: (await listDiscrepancies(tx, { store: line.id })).map(discrepancyView(actor)),
    };
  });
}

/** What is left over when the equation, and then the books and the shelves, are held against one another: 0. */
const leftOver = (balance: Balance, lying: ReadonlyMap<State, bigint>): number =>
  Number(difference(balance)) + offBooks(balance, lying);

/** How many blanks the books and the shelves disagree on. */
function offBooks(balance: Balance, lying: ReadonlyMap<State, bigint>): number {
  const at = (...states: readonly State[]) => states.reduce((sum, state) => sum + (lying.get(state) ?? 0n), 0n);
  const gaps = [
    balance.inStock - at('RECEIVED', 'IN_STOCK'),
    balance.inTransit - at('IN_TRANSIT'),
    balance.personalised - at('PERSONALISED'),
    balance.spoiled - at('SPOILED'),
    balance.missing - at('MISSING'),
    balance.destroyed - at('DESTROYED'),
  ];
  return gaps.reduce((sum, gap) => sum + Math.abs(Number(gap)), 0);
}

function movementView(row: MovementLine) {
  const { kind, fromStore, fromState, toStore, toState, at, recordedAt, officer, ...rest } = row;
  return {
    ...rest,
    kind: moveOf(kind),
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    from: fromStore === null ? null : { store: fromStore, state: stateOf(fromState!) },
    to: { store: toStore, state: stateOf(toState) },
    officer: officer ?? '',
  };
}

const discrepancyView =
  (actor: Actor) =>
  ({ openedAt, foundAt, regionCode, parties, ...line }: DiscrepancyLine) => ({
    ...line,
    openedAt: openedAt.toISOString(),
    foundAt: foundAt?.toISOString() ?? null,
    maySettle: line.state === 'open' && covers(actor.jurisdiction, regionCode) && !parties.includes(actor.id),
  });

/** Shipments from and to a store. */
export async function viewShipments(tx: Tx, actor: Actor, input: { store: string; days: number }) {
  return elevated(tx, async () => {
    const line = await getLine(tx, input.store);
    mayLook(actor, line);
    const since = new Date(tx.ground.clock.now().getTime() - input.days * 86_400_000);
    const rows = await listShipments(tx, line.id, since);
    return { shipments: await shipmentViews(tx, actor, rows) };
  });
}

/** One shipment with its counts. The receiver learns what was sent when he has counted. */
export async function viewShipment(tx: Tx, actor: Actor, input: { id: string }) {
  return elevated(tx, async () => {
    const row = await findShipment(tx, input.id);
    if (!row) throw refuse('blank.shipment_not_found');
    const ends = await listStores(tx, { region: '', ids: [row.fromStore, row.toStore] });
    if (!ends.some(({ officeId }) => officeId === actor.officeId)) mustCover(actor, ends[0]?.regionCode ?? '');
    const [view] = await shipmentViews(tx, actor, [row]);
    const counts = await listTallies(tx, row.id);
    return {
      ...view!,
      spans: view!.n === null ? null : (await listOnTheWay(tx, row.id)).map(spanText),
      counts: counts.map(({ by, at, ...count }) => ({ ...count, by: by ?? '', at: at.toISOString() })),
      discrepancies: (await listDiscrepancies(tx, { shipment: row.id })).map(discrepancyView(actor)),
    };
  });
}

export const spanText = ({ first, last }: { first: bigint; last: bigint }) => ({
  first: String(first),
  last: String(last),
});

async function shipmentViews(tx: Tx, actor: Actor, rows: readonly ShipmentRow[]) {
  const ids = [...new Set(rows.flatMap(({ fromStore, toStore }) => [fromStore, toStore]))];
  const names = await namesOf(tx, { stores: ids, officers: rows.map(({ sentBy }) => sentBy) });
  const lines = await listStores(tx, { region: '', ids });
  const keepers = new Map(lines.map((line) => [line.id, line.keeperId]));
  const offices = new Map(lines.map((line) => [line.id, line.officeId]));
  const keeperNames = new Map(lines.map((line) => [line.id, line.keeper]));
  return rows.map((row) => {
    const receives = keepers.get(row.toStore) === actor.id;
    // Blind until the count: whoever will count is not told, wherever he looks, nor are those who work beside him.
    const beside = offices.get(row.toStore) === actor.officeId && offices.get(row.fromStore) !== actor.officeId;
    const blind = row.state === 'sent' && (receives || beside) && !row.countedAlready;
    const { n, carried: _carried, countedAlready: _counted, sentAt, endedAt, sentBy, seals, ...rest } = row;
    return {
      ...rest,
      seals: [...seals],
      from: names.store(row.fromStore),
      fromOffice: names.office(row.fromStore),
      to: names.store(row.toStore),
      toOffice: names.office(row.toStore),
      receiver: keeperNames.get(row.toStore) ?? null,
      n: blind ? null : Number(n),
      sentAt: sentAt.toISOString(),
      sentBy: names.officer(sentBy),
      endedAt: endedAt?.toISOString() ?? null,
      mayCount: row.state === 'sent' && receives && sentBy !== actor.id,
      mayTakeBack: endedAt === null && keepers.get(row.fromStore) === actor.id,
    };
  });
}

/** Open differences of a region. */
export async function viewDiscrepancies(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  return elevated(tx, async () => ({
    discrepancies: (await listDiscrepancies(tx, { region })).map(discrepancyView(actor)),
  }));
}

/** Deliveries; how many blanks one has is told to others than its recorder only when it was counted. */
export async function viewDeliveries(tx: Tx, actor: Actor) {
  const rows = await elevated(tx, () => listDeliveries(tx));
  return {
    deliveries: rows.map(({ waits, recordedBy, n, ...row }) => {
      const own = recordedBy === actor.id;
      return { ...row, counted: !waits, own, n: waits && !own ? null : n };
    }),
  };
}
