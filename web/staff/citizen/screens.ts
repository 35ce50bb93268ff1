import type { Screen } from '../screen.ts';

/** What citizens ask about their own data, and what they say was not their doing. */
export const citizenScreens: readonly Screen[] = [
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
