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
    path: '/petugas/pemadanan',
    title: 'screen.matchings',
    scope: 'partner.read',
    navigation: { group: 'sharing' },
    load: () => import('./matching/matchings.tsx').then((part) => part.Matchings),
  },
  {
    path: '/petugas/pemadanan/$matchingId',
    title: 'screen.matching',
    scope: 'partner.read',
    load: () => import('./matching/matching.tsx').then((part) => part.OneMatching),
  },
  {
    path: '/petugas/laporan-semester',
    title: 'screen.partnerReports',
    scope: 'partner.read',
    navigation: { group: 'sharing' },
    load: () => import('./reports/reports.tsx').then((part) => part.SemesterReports),
  },
];
