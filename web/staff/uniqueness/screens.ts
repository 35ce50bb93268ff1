import type { Screen } from '../screen.ts';

export const uniquenessScreens: readonly Screen[] = [
  {
    path: '/petugas/ketunggalan',
    title: 'screen.adjudications',
    scope: 'uniqueness.adjudicate',
    navigation: { group: 'recording' },
    load: () => import('./pairs.tsx').then((part) => part.Pairs),
  },
  {
    path: '/petugas/ketunggalan/$adjudicationId',
    title: 'screen.adjudication',
    scope: 'uniqueness.adjudicate',
    load: () => import('./pair.tsx').then((part) => part.OnePair),
  },
  {
    path: '/petugas/ketunggalan/perintah-pengadilan',
    title: 'screen.courtSearches',
    scope: 'uniqueness.court_search.propose',
    load: () => import('./court-searches.tsx').then((part) => part.CourtSearches),
  },
  {
    path: '/petugas/ketunggalan/perintah-pengadilan/usulkan',
    title: 'screen.courtSearch',
    scope: 'uniqueness.court_search.propose',
    load: () => import('./court-propose.tsx').then((part) => part.ProposeCourtSearch),
  },
  {
    path: '/petugas/ketunggalan/perintah-pengadilan/$searchId',
    title: 'screen.courtSearch',
    scope: 'uniqueness.court_search.propose',
    load: () => import('./court-search.tsx').then((part) => part.CourtSearch),
  },
];
