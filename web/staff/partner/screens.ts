import type { Screen } from '../screen.ts';

/** Partners: the ladder, institutions, what they may ask, reports and suspensions. */
export const partnerScreens: readonly Screen[] = [
  {
    path: '/petugas/kerja-sama',
    title: 'screen.partnerBoard',
    scope: 'partner.read',
    navigation: { group: 'sharing' },
    load: () => import('./board/board.tsx').then((part) => part.Board),
  },
  {
    path: '/petugas/kerja-sama/hitungan/$counter',
    title: 'screen.partnerCounted',
    scope: 'partner.read',
    load: () => import('./board/counted.tsx').then((part) => part.Counted),
  },
  {
    path: '/petugas/lembaga',
    title: 'screen.institutions',
    scope: 'partner.read',
    navigation: { group: 'sharing' },
    load: () => import('./institution/institutions.tsx').then((part) => part.Institutions),
  },
  {
    path: '/petugas/lembaga/daftarkan',
    title: 'screen.registerInstitution',
    scope: 'partner.manage',
    load: () => import('./institution/register.tsx').then((part) => part.RegisterInstitution),
  },
  {
    path: '/petugas/lembaga/$institutionId',
    title: 'screen.institution',
    scope: 'partner.read',
    load: () => import('./institution/institution.tsx').then((part) => part.OneInstitution),
  },
  {
    path: '/petugas/lembaga/$institutionId/perbaiki',
    title: 'screen.changeInstitution',
    scope: 'partner.manage',
    load: () => import('./institution/register.tsx').then((part) => part.ChangeInstitution),
  },
  {
    path: '/petugas/lembaga/$institutionId/permohonan',
    title: 'screen.partnerRequest',
    scope: 'partner.manage',
    load: () => import('./step/request.tsx').then((part) => part.Request),
  },
  {
    path: '/petugas/lembaga/$institutionId/langkah',
    title: 'screen.partnerStep',
    scope: 'partner.manage',
    load: () => import('./step/step.tsx').then((part) => part.NextStep),
  },
  {
    path: '/petugas/lembaga/$institutionId/hak-akses',
    title: 'screen.partnerGrant',
    scope: 'partner.grant.propose',
    load: () => import('./grant/propose.tsx').then((part) => part.ProposeGrant),
  },
  {
    path: '/petugas/lembaga/$institutionId/penghentian',
    title: 'screen.partnerStop',
    scope: 'partner.manage',
    load: () => import('./stop/stop.tsx').then((part) => part.Stop),
  },
  {
    path: '/petugas/lembaga/$institutionId/data-umpan',
    title: 'screen.partnerCanaries',
    scope: 'partner.canary.read',
    load: () => import('./canary/canaries.tsx').then((part) => part.Canaries),
  },
  {
    path: '/petugas/peringatan',
    title: 'screen.partnerAlarms',
    scope: 'partner.watch.read',
    navigation: { group: 'sharing' },
    load: () => import('./watch/alarms.tsx').then((part) => part.Alarms),
  },
  {
    path: '/petugas/peringatan/telusur-berkas',
    title: 'screen.partnerTrace',
    scope: 'partner.canary.read',
    load: () => import('./canary/trace.tsx').then((part) => part.Trace),
  },
  {
    path: '/petugas/peringatan/diperlambat/$institutionId',
    title: 'screen.partnerSlowed',
    scope: 'partner.watch.read',
    load: () => import('./watch/slowed.tsx').then((part) => part.Slowed),
  },
  {
    path: '/petugas/peringatan/$alarmId',
    title: 'screen.partnerAlarm',
    scope: 'partner.watch.read',
    load: () => import('./watch/alarm.tsx').then((part) => part.OneAlarm),
  },
  {
    path: '/petugas/pemakaian',
    title: 'screen.partnerUsage',
    scope: 'metering.read',
    navigation: { group: 'sharing' },
    load: () => import('./usage/usage.tsx').then((part) => part.UsagePage),
  },
  {
    path: '/petugas/lembaga/$institutionId/pemakaian',
    title: 'screen.partnerAccount',
    scope: 'metering.read',
    load: () => import('./usage/account.tsx').then((part) => part.AccountPage),
  },
  {
    path: '/petugas/laporan-semester',
    title: 'screen.partnerReports',
    scope: 'partner.read',
    navigation: { group: 'sharing' },
    load: () => import('./reports/reports.tsx').then((part) => part.SemesterReports),
  },
];
