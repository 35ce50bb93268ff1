import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { getOffice, mustCoverOffice } from '../../../register/office/index.ts';

/** Refuses unless the officer serves at that office or in a region that holds it. */
export async function mustServe(tx: Tx, actor: Actor, officeId: string): Promise<void> {
  if (actor.officeId === officeId) return;
  const office = await getOffice(tx, officeId);
  mustCoverOffice(actor, office.regionCode);
}
