/** Credentials of existing clients: made under a grant by an officer, shown once, ended by one. */
import { randomInt } from 'node:crypto';
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { hashPassword } from '../../register/officer/index.ts';
import { sayPartnersChanged } from '../../sharing/verification/index.ts';
import { refuse } from './refusals.ts';
import type { CredentialGiven } from './schema.ts';
import { endCredentialRow, findGrant, insertCredential, listCredentials, listSlots } from './sql.ts';

/** Without letters that are taken for one another when somebody types them. */
const CAPITALS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
const some = (letters: string, n: number) =>
  Array.from({ length: n }, () => letters[randomInt(letters.length)]).join('');

/** Refuses a third while two of the grant are in use, and a grant that demands what such a client cannot do. */
export async function makeCredential(
  tx: Tx,
  actor: Actor,
  { id: grantId, basis, unit }: CredentialGiven & { id: string },
): Promise<{ id: string; userId: string; password: string }> {
  const grant = await findGrant(tx, grantId);
  if (!grant || grant.ended) throw refuse('dukcapil_ws.grant_not_found');
  if (grant.demandsProof) throw refuse('dukcapil_ws.grant_demands_proof');
  const taken = await listSlots(tx, grantId);
  const slot = [1, 2].find((free) => !taken.includes(free));
  if (slot === undefined) throw refuse('dukcapil_ws.credentials_full');
  const { institutionId, purpose } = grant;
  const userId = `WS${some(CAPITALS, 10)}`;
  const password = some(LETTERS, 24);
  const { entryId } = await record(tx, actor, {
    label: 'dukcapil_ws.credential_made',
    facts: { institution: institutionId, grant: grantId, user: userId, basis, unit },
  });
  const id = newId();
  const made = { at: tx.ground.clock.now(), by: actor.id, entryId };
  const hashed = await hashPassword(password);
  await insertCredential(tx, {
    id,
    institutionId,
    grantId,
    purpose,
    slot,
    userId,
    password: hashed,
    basis,
    unit,
    ...made,
  });
  return { id, userId, password };
}

/** From the commit on nobody is let in with it. */
export async function endCredential(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Record<string, never>> {
  const ended = await endCredentialRow(tx, id, { at: tx.ground.clock.now(), by: actor.id });
  if (!ended) throw refuse('dukcapil_ws.credential_not_found');
  const { institutionId: institution, grantId: grant, userId: user } = ended;
  await record(tx, actor, { label: 'dukcapil_ws.credential_ended', facts: { institution, grant, user } });
  await sayPartnersChanged(tx, [institution]);
  return {};
}

export async function viewCredentials(tx: Tx, _: Actor, { id }: { id: string }) {
  const rows = await listCredentials(tx, id);
  return {
    offered: tx.ground.config.dukcapilWs,
    credentials: rows.map(({ madeAt, lastUsedAt, endedAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}
