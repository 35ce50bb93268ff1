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
];
