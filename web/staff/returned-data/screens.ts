import type { Screen } from '../screen.ts';

/** Data given back by partners, at the office where people live. */
export const returnedDataScreens: readonly Screen[] = [
  {
    path: '/petugas/data-balikan',
    title: 'screen.hints',
    scope: 'returned_data.read',
    navigation: { group: 'register' },
    load: () => import('./hints.tsx').then((part) => part.Hints),
  },
  {
    path: '/petugas/data-balikan/$hintId',
    title: 'screen.hint',
    scope: 'returned_data.read',
    load: () => import('./hint.tsx').then((part) => part.OneHint),
  },
];
