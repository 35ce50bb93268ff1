/** What waits where data is used: files of partners for an officer's decision. */
import { listStaffMatchingsContract } from '../../../src/sharing/matching/contract.ts';
import type { WorkSource } from './source.ts';

const matchings: WorkSource = {
  kind: 'matching',
  scope: 'partner.manage',
  async list(client) {
    const { matchings: waiting } = await client.call(listStaffMatchingsContract, { waiting: 'yes' });
    return waiting.map(({ id, institution, reference, state, since }) => ({
      key: id,
      kind: 'matching' as const,
      title: `${institution} · ${reference}`,
      why: state === 'held' ? ('why.matchingHeld' as const) : ('why.matchingApproval' as const),
      since: Date.parse(since),
      dueAt: null,
      path: `/petugas/pemadanan/${id}`,
    }));
  },
};

export const sharingWork: readonly WorkSource[] = [matchings];
