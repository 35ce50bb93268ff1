/** Somebody of an institution of the story, who signs in on the portal with a password of this start. */
import { maybeOne, sql, type Database } from '../../../core/db/index.ts';
import { letIn } from '../../../sharing/portal/index.ts';
import { self } from './crew.ts';

const INSTITUTION = 'KEMENTERIAN SOSIAL CONTOH';
const MAIL = 'tari@sosial.example';

/** `null` where the story has not come so far. */
export async function portalAccount(
  database: Database,
  password: string,
): Promise<{ readonly institution: string; readonly mail: string } | null> {
  return database.transact('system', self, async (tx) => {
    const found = await maybeOne(
      tx,
      sql<{ id: string }>`select id from partner_read.institution where name = ${INSTITUTION} and state = 'active'`,
    );
    if (!found) return null;
    const person = { name: 'Tari Contoh Lestari', mail: MAIL, role: 'administrator' as const };
    await letIn(tx, self, { ...person, institutionId: found.id, password });
    return { institution: INSTITUTION, mail: MAIL };
  });
}
