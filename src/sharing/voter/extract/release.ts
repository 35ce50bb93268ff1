/**
 * Two officers hand a list over: one proposes it, another approves exactly it. In the same act its key is sealed to the commission, the election
 * is frozen, and the root stands in the ledger. Until then nobody can open the files, afterwards the commission alone.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { getProposal, proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { freezeElection, getElection } from '../election/election.ts';
import { REASONS } from '../eligibility/rules.ts';
import { refuse } from '../refusals.ts';
import { sealKey } from '../seal/commission-key.ts';
import { findCommissionKey, type CommissionKeyRow } from '../seal/sql.ts';
import { endContentKey, findContentKey } from './shelf.ts';
import { findExtract, holdExtract, noteProposed, noteReleased, type ExtractRow } from './sql.ts';

const released = z.object({ id: z.uuid() });

/** Asks a second officer; asked again while it waits, it is the same proposal. Refuses what is not made, and an election without a key. */
export async function proposeRelease(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ proposalId: string }> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  const { extract, key } = await ready(tx, await elevated(tx, () => holdExtract(tx, id)));
  // With the key that holds: another one that was registered since makes the proposal stale.
  if (extract.proposalId !== null && extract.keyId === key.id) {
    const before = await getProposal(tx, actor, extract.proposalId);
    if (before.state === 'waiting') return { proposalId: before.id };
  }
  const { id: proposalId } = await propose(tx, actor, release.act, { id });
  await elevated(tx, () => noteProposed(tx, extract.id, proposalId, key.id));
  return { proposalId };
}

/** In fours, as it is read aloud. */
const grouped = (hash: string): string => hash.replaceAll(/(.{4})(?=.)/g, '$1 ');

interface Ready {
  readonly extract: ExtractRow & { readonly root: string; readonly manifestSha256: string; readonly eligible: number };
  readonly key: CommissionKeyRow;
}

async function ready(tx: Tx, extract: ExtractRow | undefined): Promise<Ready> {
  if (!extract) throw refuse('voter.extract_not_found');
  if (extract.state !== 'MADE') throw refuse('voter.extract_state');
  const key = await findCommissionKey(tx, extract.electionId);
  if (!key) throw refuse('voter.key_missing');
  return { extract: extract as Ready['extract'], key };
}

export const release = proposable<z.output<typeof released>>({
  act: 'voter.extract',
  input: released,
  region: async () => '',
  summary: async (tx, { id }) => {
    const { extract, key } = await ready(tx, await findExtract(tx, id));
    const { nameId, votingDay } = await getElection(tx, extract.electionId);
    return {
      messageKey: 'proposal.voter.extract',
      values: {
        name: nameId,
        day: votingDay.split('-').toReversed().join('-'),
        n: extract.eligible,
        ...Object.fromEntries(REASONS.map((reason) => [reason, extract.excluded?.[reason] ?? 0])),
        root: grouped(extract.root),
        manifest: grouped(extract.manifestSha256),
        issuer: key.issuer,
        thumbprint: grouped(key.thumbprint),
      },
    };
  },
  fingerprint: async (tx, { id }) => {
    const extract = await findExtract(tx, id);
    if (!extract) throw refuse('voter.extract_not_found');
    const election = await getElection(tx, extract.electionId);
    const key = await findCommissionKey(tx, extract.electionId);
    const said = [
      extract.state,
      extract.root,
      extract.manifestSha256,
      key?.thumbprint,
      election.state,
      election.plannedAt,
    ];
    return createHash('sha256').update(JSON.stringify(said)).digest('hex');
  },
  async execute(tx, actor, { id }) {
    const { extract, key } = await ready(tx, await elevated(tx, () => holdExtract(tx, id)));
    const { root, manifestSha256, electionId, eligible } = extract;
    const contentKey = findContentKey(tx, id);
    if (!contentKey) throw refuse('voter.extract_key_gone');
    const bound = { extractId: id, root, manifestSha256 };
    const sealedKey = await sealKey(key.publicKey, contentKey, bound);
    await freezeElection(tx, actor, electionId);
    const { entryId } = await record(tx, actor, {
      label: 'voter.extract_released',
      facts: {
        election: electionId,
        extract: id,
        eligible,
        root,
        manifest: manifestSha256,
        to: key.issuer,
        thumbprint: key.thumbprint,
      },
    });
    const at = tx.ground.clock.now();
    await elevated(tx, () => noteReleased(tx, { id: extract.id, sealedKey, at, by: actor.id, entryId }));
    // From here on only the commission can open it.
    tx.afterCommit(() => endContentKey(tx, id));
  },
});
