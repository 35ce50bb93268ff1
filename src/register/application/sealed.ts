/** What an application says, at rest: it may name parents and disability (UU 24/2013 art. 84), so all of it is sealed. */
import type { Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';

/** The kind's own fields. */
export type Details = Readonly<Record<string, unknown>>;

const CLASS = 'application.details';
const place = (id: Uuid) => ({ table: 'application.application', row: id, column: 'sealed' });

export function sealDetails(tx: Tx, id: Uuid, details: Details): Buffer {
  return tx.ground.vault.seal(CLASS, place(id), JSON.stringify(details));
}

export function unsealDetails(tx: Tx, id: Uuid, sealed: Buffer): Details {
  return JSON.parse(tx.ground.vault.unseal(CLASS, place(id), sealed).toString()) as Details;
}
