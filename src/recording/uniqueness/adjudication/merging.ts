/**
 * A merge that came of a decision. Where the later record stays, its recording stays too and the earlier one becomes the
 * duplicate: or nobody could print a card for the NIK that is left. When the merge is taken back so is that.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Resident } from '../../../register/resident/index.ts';
import type { Side } from '../schema.ts';
import * as statements from '../sql.ts';
import { subjectsOf } from './pair.ts';
import { follow, settlePair } from './settle.ts';

export async function mergesFollow(
  tx: Tx,
  actor: Actor,
  changes: readonly { before: Resident; after: Resident }[],
): Promise<void> {
  const turned = changes.filter(({ before, after }) => (before.state === 'GANDA') !== (after.state === 'GANDA'));
  for (const { after } of turned) await elevated(tx, () => turnPairs(tx, actor, after));
}

async function turnPairs(tx: Tx, actor: Actor, { nik, state }: Resident): Promise<void> {
  const merged = state === 'GANDA';
  for (const pair of await statements.listMergingPairs(tx, nik)) {
    const kept: Side | null = merged ? (pair.nik === nik ? 'earlier' : 'later') : null;
    if (pair.kept === kept) continue;
    const { entryId } = await record(tx, actor, {
      label: 'uniqueness.merge_followed',
      subjects: subjectsOf(pair),
      facts: { adjudication: pair.id, round: pair.round, merged },
    });
    const turned = { ...pair, kept };
    await statements.updateAdjudication(tx, turned);
    await follow(tx, pair, entryId, { what: merged ? 'merged' : 'unmerged', ref: null, detail: kept });
    await settlePair(tx, actor, turned, { entryId, mayReturn: true });
  }
}
