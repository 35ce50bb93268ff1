/** What waits around partners: balances that will not last a week, so that somebody speaks to the institution before it is refused. */
import { viewUsageContract } from '../../../src/sharing/metering/contract.ts';
import { inDays, type WorkSource } from './source.ts';

const balances: WorkSource = {
  kind: 'balance',
  scope: 'metering.manage',
  async list(client) {
    const { lines, total } = await client.call(viewUsageContract, { look: 'low' });
    // One line for all: they are spoken to one after the other, from the one page that lists them.
    return lines.slice(0, 1).map(({ name, daysLeft }) => ({
      key: 'balances',
      kind: 'balance',
      title: total.institutions > 1 ? `${name} (+${total.institutions - 1})` : name,
      why: 'why.balance',
      ...inDays(daysLeft ?? 0),
      path: '/petugas/pemakaian',
      search: { pilihan: 'low' },
    }));
  },
};

export const sharingWork: readonly WorkSource[] = [balances];
