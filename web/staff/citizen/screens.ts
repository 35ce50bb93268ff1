import type { Screen } from '../screen.ts';

/** What citizens ask about their own data, and what they say was not their doing. */
export const citizenScreens: readonly Screen[] = [
  {
    path: '/petugas/penduduk/$ref/perwakilan',
    title: 'screen.representation',
    scope: 'citizen.representation.read',
    load: () => import('./representation/representation.tsx').then((part) => part.Representation),
  },
  {
    path: '/petugas/penduduk/$ref/bantuan',
    title: 'screen.assist',
    scope: 'citizen.assist',
    load: () => import('./assist/assist.tsx').then((part) => part.Assist),
  },
  {
    path: '/petugas/hak-warga',
    title: 'screen.rights',
    scope: 'citizen.right.answer',
    navigation: { group: 'application' },
    load: () => import('./rights.tsx').then((part) => part.Rights),
  },
  {
    path: '/petugas/hak-warga/$requestId',
    title: 'screen.right',
    scope: 'citizen.right.answer',
    load: () => import('./right.tsx').then((part) => part.OneRight),
  },
  {
    path: '/petugas/bukan-saya',
    title: 'screen.disputes',
    scope: 'citizen.dispute.read',
    navigation: { group: 'sharing' },
    load: () => import('./disputes.tsx').then((part) => part.Disputes),
  },
  {
    path: '/petugas/bukan-saya/$disputeId',
    title: 'screen.dispute',
    scope: 'citizen.dispute.read',
    load: () => import('./dispute.tsx').then((part) => part.Dispute),
  },
];
