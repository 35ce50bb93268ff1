import type { Screen } from '../screen.ts';

/** What citizens say was not their doing. */
export const citizenScreens: readonly Screen[] = [
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
