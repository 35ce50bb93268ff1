/** What waits around partners: balances that will not last a week, so that somebody speaks to the institution before it is refused. */
import { viewUsageContract } from '../../../src/sharing/metering/contract.ts';
import { inDays, type WorkSource } from './source.ts';

const balances: WorkSource = {
  kind: 'balance',
  scope: 'metering.manage',
  async list(client) {
    const { lines } = await client.call(viewUsageContract, { look: 'low' });
    return lines.map(({ id, name, daysLeft }) => ({
      key: `balance ${id}`,
      kind: 'balance',
      title: name,
      why: 'why.balance',
      ...inDays(daysLeft ?? 0),
      path: `/petugas/lembaga/${id}/pemakaian`,
    }));
  },
};

export const sharingWork: readonly WorkSource[] = [balances];
