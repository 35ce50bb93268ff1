import type { Screen } from '../screen.ts';

/** Disposal: damaged and invalid cards from the counter to the fire, and cards that were found. */
export const disposalScreens: readonly Screen[] = [
  {
    path: '/petugas/pemusnahan/penarikan',
    title: 'screen.intake',
    scope: 'disposal.read',
    navigation: { group: 'cards' },
    load: () => import('./intake/intake.tsx').then((part) => part.Intake),
  },
  {
    path: '/petugas/pemusnahan/kantong',
    title: 'screen.bags',
    scope: 'disposal.read',
    navigation: { group: 'cards' },
    load: () => import('./bag/bags.tsx').then((part) => part.Bags),
  },
  {
    path: '/petugas/pemusnahan/kantong/$bagId',
    title: 'screen.bag',
    scope: 'disposal.read',
    load: () => import('./bag/bag.tsx').then((part) => part.Bag),
  },
  {
    path: '/petugas/pemusnahan/kiriman',
    title: 'screen.bagDispatches',
    scope: 'disposal.bag',
    navigation: { group: 'cards' },
    load: () => import('./dispatch/dispatches.tsx').then((part) => part.Dispatches),
  },
  {
    path: '/petugas/pemusnahan/kiriman/kirim',
    title: 'screen.sendBags',
    scope: 'disposal.bag',
    load: () => import('./dispatch/send.tsx').then((part) => part.SendBags),
  },
  {
    path: '/petugas/pemusnahan/selisih',
    title: 'screen.bagDifferences',
    scope: 'disposal.read',
    navigation: { group: 'cards' },
    load: () => import('./difference/differences.tsx').then((part) => part.BagDifferences),
  },
  {
    path: '/petugas/pemusnahan',
    title: 'screen.plans',
    scope: 'disposal.read',
    navigation: { group: 'cards' },
    load: () => import('./destruction/plans.tsx').then((part) => part.Plans),
  },
  {
    path: '/petugas/pemusnahan/usul',
    title: 'screen.proposePlan',
    scope: 'disposal.destruction.propose',
    load: () => import('./destruction/propose.tsx').then((part) => part.ProposePlan),
  },
  {
    path: '/petugas/pemusnahan/rencana/$planId',
    title: 'screen.plan',
    scope: 'disposal.read',
    load: () => import('./destruction/plan.tsx').then((part) => part.Plan),
  },
  {
    path: '/petugas/pemusnahan/rencana/$planId/hari',
    title: 'screen.destructionDay',
    scope: 'disposal.destroy',
    load: () => import('./day/day.tsx').then((part) => part.DestructionDay),
  },
  {
    path: '/petugas/pemusnahan/laporan',
    title: 'screen.destructionReports',
    scope: 'disposal.read',
    load: () => import('./reports/reports.tsx').then((part) => part.DestructionReports),
  },
  {
    path: '/petugas/ktp-ditemukan',
    title: 'screen.foundCards',
    scope: 'disposal.found.read',
    navigation: { group: 'cards' },
    load: () => import('./found/finds.tsx').then((part) => part.Finds),
  },
  {
    path: '/petugas/ktp-ditemukan/catat',
    title: 'screen.recordFound',
    scope: 'disposal.found.record',
    load: () => import('./found/record.tsx').then((part) => part.RecordFound),
  },
  {
    path: '/petugas/ktp-ditemukan/$foundId',
    title: 'screen.foundCard',
    scope: 'disposal.found.read',
    load: () => import('./found/find.tsx').then((part) => part.Find),
  },
];
