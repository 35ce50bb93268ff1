/** Stores and who answers for them. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { getOffice, mustCoverOffice } from '../../../register/office/index.ts';
import { refuse } from '../refusals.ts';
import type { Store, StoreKind } from '../schema.ts';
import { changeKeeper, findStore, hasLots, insertStore, listKept, listStoresOf } from './sql.ts';

export interface NewStore {
  readonly officeId: string;
  readonly name: string;
  readonly kind: StoreKind;
  /** Whoever answers for it from now on. */
  readonly keeperId: string;
}

/** Opens a store at an office of the actor's region, with its first keeper: from now on somebody answers for what lies there. */
export async function openStore(tx: Tx, actor: Actor, given: NewStore): Promise<Store> {
  const office = await getOffice(tx, given.officeId);
  mustCoverOffice(actor, office.regionCode);
  const id = newId();
  const at = tx.ground.clock.now();
  const regionCode = office.regionCode ?? '';
  await insertStore(tx, { id, officeId: given.officeId, name: given.name, kind: given.kind, regionCode, at });
  const facts = { store: id, office: given.officeId, keeper: given.keeperId };
  const { entryId } = await record(tx, actor, { label: 'blank.store_opened', facts });
  await elevated(tx, () =>
    changeKeeper(tx, { storeId: id, keeperId: given.keeperId, at, countId: null, entryId, minutes: null }),
  );
  return getStore(tx, id);
}

/** The store, or `blank.store_not_found`. */
export async function getStore(tx: Tx, id: string): Promise<Store> {
  const store = await elevated(tx, () => findStore(tx, id));
  if (!store || store.closedAt) throw refuse('blank.store_not_found');
  return store;
}

/** Nobody leaves the service or an office while he answers for blanks: the next keeper counts with him first. */
export async function keepersStay(
  tx: Tx,
  _actor: Actor,
  leaving: readonly { officerId: string; officeId: string | null }[],
): Promise<void> {
  await elevated(tx, async () => {
    for (const { officerId, officeId } of leaving) {
      const kept = await listKept(tx, officerId);
      if (kept.some((store) => officeId === null || store.officeId === officeId)) throw refuse('blank.keeper_stays');
    }
  });
}

/** An office in which blanks lie does not close. */
export async function storesHold(tx: Tx, _actor: Actor, closing: readonly { officeId: string }[]): Promise<void> {
  await elevated(tx, async () => {
    for (const { officeId } of closing) {
      const stores = await listStoresOf(tx, officeId);
      if (
        await hasLots(
          tx,
          stores.map(({ id }) => id),
        )
      )
        throw refuse('blank.office_holds');
    }
  });
}
