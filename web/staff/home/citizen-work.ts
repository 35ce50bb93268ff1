/** What citizens wait for: cases of "bukan saya" that the ministry must decide. */
import { listDisputesContract } from '../../../src/sharing/citizen/contract.ts';
import type { WorkSource } from './source.ts';

const disputes: WorkSource = {
  kind: 'dispute',
  scope: 'citizen.dispute.decide',
  async list(client) {
    const answer = await client.call(listDisputesContract, {});
    return answer.disputes
      .filter(({ state, overdue }) => state === 'OBJECTED' || overdue)
      .map((each) => ({
        key: each.id,
        kind: 'dispute',
        title: `${each.number} · ${each.institution}`,
        why: each.overdue ? 'why.dispute.overdue' : 'why.dispute.objected',
        since: Date.parse(each.openedAt),
        dueAt: null,
        path: `/petugas/bukan-saya/${each.id}`,
      }));
  },
};

export const citizenWork: readonly WorkSource[] = [disputes];
