/**
 * What waits around partners: alarms that nobody has closed, what presses most first; appeals against suspensions; files that wait for a
 * decision; balances that will not last a week, so that somebody speaks to the institution before it is refused; and voter lists that
 * somebody has to hand over, or whose acceptance nobody has entered. Contracts are loaded by whoever has such work: most officers have none of it,
 * and the first page should not wait for them.
 */
import type { AlarmKind } from '../../../src/sharing/verification/watch/rules.ts';
import { inDays, type WorkSource } from './source.ts';

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
    const { viewAlarmsContract } = await import('../../../src/sharing/verification/watch/contract.ts');
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

const balances: WorkSource = {
  kind: 'balance',
  scope: 'metering.manage',
  async list(client) {
    const { viewUsageContract } = await import('../../../src/sharing/metering/contract.ts');
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

const matchings: WorkSource = {
  kind: 'matching',
  scope: 'partner.manage',
  async list(client) {
    const { listStaffMatchingsContract } = await import('../../../src/sharing/matching/contract.ts');
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

const appeals: WorkSource = {
  kind: 'partnerAppeal',
  scope: 'partner.appeal.propose',
  async list(client) {
    const { listAppealsContract } = await import('../../../src/sharing/partner/contract.ts');
    const { appeals: waiting } = await client.call(listAppealsContract, {});
    return waiting.map(({ id, institutionId, institution, cooperationId, daysLeft }) => ({
      key: id,
      kind: 'partnerAppeal' as const,
      title: institution,
      why: 'why.partnerAppeal' as const,
      ...inDays(daysLeft),
      path: `/petugas/lembaga/${institutionId}/penghentian`,
      search: { kerjasama: cooperationId },
    }));
  },
};

const voterLists: WorkSource = {
  kind: 'voterList',
  scope: 'voter.extract.propose',
  async list(client, language) {
    const { listElectionsContract } = await import('../../../src/sharing/voter/contract.ts');
    const { elections } = await client.call(listElectionsContract, {});
    return elections.flatMap(({ id, nameId, nameEn, waitsFor }) =>
      waitsFor === null
        ? []
        : [
            {
              key: id,
              kind: 'voterList' as const,
              title: language === 'id' ? nameId : nameEn,
              why: waitsFor.act === 'release' ? ('why.voterRelease' as const) : ('why.voterAcceptance' as const),
              dueAt: null,
              path: `/petugas/pemilih/${id}/daftar`,
            },
          ],
    );
  },
};

export const sharingWork: readonly WorkSource[] = [alarms, appeals, matchings, balances, voterLists];
