/** What officers see of an election's lists: counts and states, nothing of anybody. */
import type { Actor } from '../../../core/access/index.ts';
import { getProposal } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { findAcceptance, listRecounts } from '../acceptance/sql.ts';
import { getElection } from '../election/election.ts';
import { REASONS } from '../eligibility/rules.ts';
import { findCommissionKey, listCommissionKeys, type CommissionKeyRow } from '../seal/sql.ts';
import { ABROAD } from './layout.ts';
import { partsOf } from './parts.ts';
import type { ExtractsView, ExtractView } from './schema.ts';
import { listExtracts, type ExtractRow } from './sql.ts';

type NameOf = (id: string) => string | null;

export async function viewExtracts(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<ExtractsView> {
  const { id: electionId } = await getElection(tx, id);
  const rows = await listExtracts(tx, electionId);
  const keys = await listCommissionKeys(tx, electionId);
  const key = await findCommissionKey(tx, electionId);
  const people = [
    ...rows.flatMap(({ orderedBy, releasedBy }) => [orderedBy, releasedBy]),
    ...keys.map(({ registeredBy }) => registeredBy),
  ];
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [...new Set(people.flatMap((one) => one ?? []))]);
  const extracts: ExtractView[] = [];
  for (const row of rows) extracts.push(await viewOf(tx, actor, row, { keys, key, nameOf }));
  return { key: key ? keyView(key, nameOf) : null, extracts };
}

const keyView = (key: CommissionKeyRow, nameOf: NameOf): NonNullable<ExtractsView['key']> => ({
  thumbprint: key.thumbprint,
  issuer: key.issuer,
  number: key.number,
  datedOn: key.datedOn,
  registeredAt: key.registeredAt.toISOString(),
  registeredBy: nameOf(key.registeredBy),
});

interface Beside {
  readonly keys: readonly CommissionKeyRow[];
  readonly key: CommissionKeyRow | undefined;
  readonly nameOf: NameOf;
}

async function viewOf(tx: Tx, actor: Actor, row: ExtractRow, { keys, key, nameOf }: Beside): Promise<ExtractView> {
  const { id, state, orderedAt, orderedBy, releasedAt, releasedBy, entryId, abandonedAt } = row;
  const used = keys.find((one) => one.id === row.keyId);
  return {
    id,
    state,
    orderedAt: orderedAt.toISOString(),
    orderedBy: nameOf(orderedBy),
    made: madeOf(tx, row),
    proposal: await proposalOf(tx, actor, row, key),
    released:
      releasedAt && releasedBy && entryId && used
        ? {
            at: releasedAt.toISOString(),
            by: nameOf(releasedBy),
            entry: entryId,
            thumbprint: used.thumbprint,
            issuer: used.issuer,
          }
        : null,
    abandonedAt: abandonedAt?.toISOString() ?? null,
    acceptance: state === 'ACCEPTED' ? await acceptanceOf(tx, row) : null,
  };
}

function madeOf(tx: Tx, row: ExtractRow): ExtractView['made'] {
  const { madeAt, knownAt, eligible, excluded, root, manifestSha256, files, bytes, state } = row;
  if (!madeAt || !knownAt || eligible === null || !root || !manifestSha256 || !files) return null;
  return {
    at: madeAt.toISOString(),
    knownAt: knownAt.toISOString(),
    eligible,
    excluded: REASONS.flatMap((reason) => {
      const n = excluded?.[reason] ?? 0;
      return n > 0 ? [{ reason, n }] : [];
    }),
    root,
    manifestSha256,
    files: files.length,
    bytes: bytes ?? 0,
    // Of what nobody can open any more the counts by part tell nothing.
    parts: state === 'ABANDONED' ? [] : partsOf(files).map((part) => ({ ...part, name: nameOfPart(tx, part.part) })),
  };
}

const nameOfPart = (tx: Tx, part: string): string =>
  part === ABROAD ? tx.ground.speaker.say('id', 'voter.abroad') : (tx.ground.regions.nameOf(part) ?? part);

async function proposalOf(
  tx: Tx,
  actor: Actor,
  { proposalId, keyId, state: extractState }: ExtractRow,
  key: CommissionKeyRow | undefined,
): Promise<ExtractView['proposal']> {
  if (proposalId === null) return null;
  const { id, state, proposedByName, proposedAt, expiresAt } = await getProposal(tx, actor, proposalId);
  const stale = extractState === 'MADE' && key?.id !== keyId;
  return { id, state, by: proposedByName, at: proposedAt, expiresAt, stale };
}

async function acceptanceOf(tx: Tx, { id, files }: ExtractRow): Promise<ExtractView['acceptance']> {
  const accepted = await findAcceptance(tx, id);
  if (!accepted) return null;
  const ours = new Map(partsOf(files ?? []).map((part) => [part.part, part]));
  const { number, datedOn, signedBy, enteredAt, enteredBy } = accepted;
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [enteredBy]);
  const counts = (await listRecounts(tx, id)).map((count) => {
    const { rows, male, female } = ours.get(count.part) ?? { rows: 0, male: 0, female: 0 };
    return { ...count, name: nameOfPart(tx, count.part), ours: { rows, male, female } };
  });
  return { number, datedOn, signedBy, enteredAt: enteredAt.toISOString(), enteredBy: nameOf(enteredBy), counts };
}
