/** Everything that is known of one blank: its delivery and box, every custody with dates and names, where it is now. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findBatchOf, findBoxOf } from '../delivery/sql.ts';
import { uidOf } from '../delivery/uid-of.ts';
import { parseUid, uidText } from '../delivery/uid.ts';
import { listMovementsOf, type MovementRow } from '../movement/sql.ts';
import { refuse } from '../refusals.ts';
import type { Traced } from '../schema.ts';
import { findLotOf, listKeepersDuring, namesOf, type KeeperSpan } from './sql.ts';
import { serialsOfUids } from './uids.ts';

/**
 * Traces a serial, or a chip UID as a reader shows it (14 hexadecimal digits). Fourteen digits can be either: a UID that is
 * known goes before. Refuses what no delivery holds. Looks over the nation; whoever may ask was checked by the route.
 */
export async function traceBlank(tx: Tx, actor: Actor, input: { what: string }): Promise<Traced> {
  return elevated(tx, async () => {
    const found = await serialOf(tx, input.what);
    const traced = found && (await traceSerial(tx, found));
    if (!traced) throw refuse('blank.unknown_serial');
    await record(tx, actor, { label: 'blank.traced', facts: { serial: traced.serial } });
    return traced;
  });
}

/** The same for another act of this room, which records it; `null` for a serial that no delivery holds. Run as `system`. */
export async function traceSerial(tx: Tx, found: { serial: bigint; uid: bigint | null }): Promise<Traced | null> {
  const batch = await findBatchOf(tx, found.serial);
  if (!batch) return null;
  const movements = await listMovementsOf(tx, found.serial);
  const [box, lot] = await Promise.all([findBoxOf(tx, found.serial), findLotOf(tx, found.serial)]);
  const stays = staysOf(movements);
  const keepers = await listKeepersDuring(tx, [...new Set(stays.map(({ store }) => store))]);
  const names = await namesOf(tx, {
    stores: movements.flatMap(({ from, to }) => [from?.store, to.store]).filter((id) => id !== undefined),
    officers: [...movements.map(({ officerId }) => officerId), ...keepers.map(({ keeper }) => keeper)],
  });
  const uid = found.uid ?? (await uidOf(tx, found.serial));
  const { number, supplier, contractNo, deliveredOn } = batch;
  return {
    serial: String(found.serial),
    uid: uid === null ? null : uidText(uid),
    batch: { number, supplier, contractNo, deliveredOn },
    box: box ?? null,
    now: {
      store: names.store(lot.storeId),
      office: names.office(lot.storeId),
      state: lot.state,
      keeper: lot.keeperId === null ? null : names.officer(lot.keeperId),
      shipment: lot.shipment,
      frozen: lot.frozen,
    },
    custody: stays.map((stay) => ({
      store: names.store(stay.store),
      office: names.office(stay.store),
      from: stay.from.toISOString(),
      until: stay.until?.toISOString() ?? null,
      keepers: keepersOf(stay, keepers).map(({ keeper, from, until }) => ({
        name: names.officer(keeper),
        from: from.toISOString(),
        until: until?.toISOString() ?? null,
      })),
    })),
    movements: movements.map((movement) => ({
      id: movement.id,
      kind: movement.kind,
      at: movement.occurredAt.toISOString(),
      recordedAt: movement.recordedAt.toISOString(),
      from: movement.from && { store: names.store(movement.from.store), state: movement.from.state },
      to: { store: names.store(movement.to.store), state: movement.to.state },
      n: Number(movement.n),
      officer: names.officer(movement.officerId),
      reason: movement.reason,
      reverses: movement.reverses,
      reversed: movement.reversed,
      entryId: movement.entryId,
    })),
  };
}

/** The serial of what was typed or read, and its UID where it was found by it. */
export async function serialOf(tx: Tx, what: string): Promise<{ serial: bigint; uid: bigint | null } | null> {
  const uid = parseUid(what);
  const known = uid === null ? undefined : (await serialsOfUids(tx, [uid])).get(uid);
  if (known !== undefined) return { serial: known, uid };
  const digits = what.replaceAll(/[\s.]/g, '');
  return /^[0-9]{1,18}$/.test(digits) ? { serial: BigInt(digits), uid: null } : null;
}

interface Stay {
  readonly store: string;
  readonly from: Date;
  readonly until: Date | null;
}

/** From one change of custodian to the next. */
function staysOf(movements: readonly MovementRow[]): Stay[] {
  const changes = movements.filter(({ from, to }) => from?.store !== to.store);
  return changes.map(({ to, recordedAt }, at) => ({
    store: to.store,
    from: recordedAt,
    until: changes[at + 1]?.recordedAt ?? null,
  }));
}

function keepersOf(stay: Stay, keepers: readonly KeeperSpan[]): KeeperSpan[] {
  return keepers.filter(
    ({ store, from, until }) =>
      store === stay.store &&
      // What came and went within one instant was still somebody's.
      (stay.until === null || from < stay.until || from <= stay.from) &&
      (until === null || until > stay.from),
  );
}
