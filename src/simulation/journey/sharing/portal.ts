/** Somebody of an institution of the story, who signs in on the portal with a password of this start. */
import { maybeOne, sql, type Database } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { letIn } from '../../../sharing/portal/index.ts';
import { addEndpoint, viewEndpoints } from '../../../sharing/webhook/index.ts';
import { self } from './crew.ts';

const MAIL = 'tari@lembaga.example';
/** A name that nobody may own (RFC 2606): the address lies there switched off, and nothing is ever called. */
const ADDRESS = 'https://sistem.lembaga.example/webhook';
const EVENTS = ['access.suspended', 'access.restored', 'key.expiring', 'matching.ready', 'dispute.opened'];

/** Of the ministry that was connected first, which has asked questions; `null` where the story has not come so far. */
export async function portalAccount(
  database: Database,
  password: string,
): Promise<{ readonly institution: string; readonly mail: string } | null> {
  return database.transact('system', self, async (tx) => {
    const found = await maybeOne(
      tx,
      sql<{ id: string; name: string }>`
        select institution_id as id, institution as name from partner_read.standing
         where stage = 'CONNECTED' and kind = 'ministry' and not suspended order by connected_on, number limit 1`,
    );
    if (!found) return null;
    const person = { name: 'Tari Contoh Lestari', mail: MAIL, role: 'administrator' as const };
    await letIn(tx, self, { ...person, institutionId: found.id, password });
    if ((await viewEndpoints(tx, found.id)).length === 0)
      await addEndpoint(tx, self, { id: newId(), institutionId: found.id, url: ADDRESS, events: EVENTS, off: true });
    return { institution: found.name, mail: MAIL };
  });
}
