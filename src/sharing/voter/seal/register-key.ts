/** The commission's public key, as it came with its letter. Whoever holds the private one reads the list, so it is shown to both officers. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { getElection } from '../election/election.ts';
import { refuse } from '../refusals.ts';
import { readPublicKey, thumbprintOf } from './commission-key.ts';
import type { CommissionKeyGiven } from './schema.ts';
import { findCommissionKey, insertCommissionKey } from './sql.ts';

/** In the place of one that was registered before; a proposal that waits with that one is stale. Gives what people compare. */
export async function registerCommissionKey(
  tx: Tx,
  actor: Actor,
  given: CommissionKeyGiven & { readonly id: string },
): Promise<{ thumbprint: string }> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  const election = await getElection(tx, given.id);
  if (election.state !== 'OPEN') throw refuse('voter.election_state');
  const publicKey = readPublicKey(given.publicKey);
  if (!publicKey)
    throw refuse('voter.key_unreadable', { faults: [{ path: 'publicKey', code: 'voter.key_unreadable' }] });
  if (given.datedOn > today(tx.ground.clock, ZONES.WIB))
    throw refuse('voter.document_ahead', { faults: [{ path: 'datedOn', code: 'voter.document_ahead' }] });
  const thumbprint = thumbprintOf(publicKey);
  const before = await findCommissionKey(tx, election.id);
  if (before?.thumbprint === thumbprint) throw refuse('voter.key_known');
  const { issuer, number, datedOn } = given;
  const { entryId } = await record(tx, actor, {
    label: 'voter.key_registered',
    facts: { election: election.id, thumbprint },
  });
  const row = { id: newId(), electionId: election.id as Uuid, publicKey, thumbprint, issuer, number, datedOn };
  const registered = { registeredAt: tx.ground.clock.now(), registeredBy: actor.id, entryId };
  await elevated(tx, () => insertCommissionKey(tx, { ...row, ...registered }));
  return { thumbprint };
}
