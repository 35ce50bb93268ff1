/** What waits around partners: alarms that nobody has closed, what presses most first. */
import { viewAlarmsContract } from '../../../src/sharing/verification/watch/contract.ts';
import type { AlarmKind } from '../../../src/sharing/verification/watch/rules.ts';
import type { WorkSource } from './source.ts';

const WHY = {
  canary_touched: 'why.canaryTouched',
  canary_own: 'why.canaryOwn',
  misses_spent: 'why.missesSpent',
  nik_misses: 'why.nikMisses',
} as const satisfies Record<AlarmKind, string>;

const alarms: WorkSource = {
  kind: 'alarm',
  scope: 'partner.watch.act',
  async list(client) {
    const { alarms: open } = await client.call(viewAlarmsContract, {});
    return open.map(({ id, kind, institution, owner, maskedNik, at }) => ({
      key: id,
      kind: 'alarm' as const,
      title: [owner?.name, institution?.name ?? maskedNik].filter(Boolean).join(' · '),
      why: WHY[kind],
      // True time, as the device's: what is watched happens now.
      since: Date.parse(at),
      dueAt: null,
      path: `/petugas/peringatan/${id}`,
    }));
  },
};

export const sharingWork: readonly WorkSource[] = [alarms];
