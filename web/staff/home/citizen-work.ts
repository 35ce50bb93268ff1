/** What citizens wait for: cases of "bukan saya" that the ministry must decide, and requests about their own data. */
import { listDisputesContract, listRightsContract } from '../../../src/sharing/citizen/contract.ts';
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

const rights: WorkSource = {
  kind: 'right',
  scope: 'citizen.right.answer',
  async list(client) {
    const { requests } = await client.call(listRightsContract, {});
    return requests.map((each) => ({
      key: each.id,
      kind: 'right',
      title: `${each.number} · ${each.place}`,
      why: 'why.right',
      since: Date.parse(each.openedAt),
      dueAt: Date.parse(each.dueAt),
      path: `/petugas/hak-warga/${each.id}`,
    }));
  },
};

export const citizenWork: readonly WorkSource[] = [disputes, rights];
