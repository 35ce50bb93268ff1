import type { Screen } from '../screen.ts';

/** Voters: elections with their countdown, and the lists that the register has not, and the commission's lists that come back. */
export const voterScreens: readonly Screen[] = [
  {
    path: '/petugas/pemilih',
    title: 'screen.voters',
    scope: 'voter.read',
    navigation: { group: 'oversight' },
    load: () => import('./elections.tsx').then((part) => part.Elections),
  },
  {
    path: '/petugas/pemilih/rencanakan',
    title: 'screen.planElection',
    scope: 'voter.election.propose',
    load: () => import('./plan.tsx').then((part) => part.PlanElection),
  },
  {
    path: '/petugas/pemilih/sumber',
    title: 'screen.voterSources',
    scope: 'voter.source.manage',
    load: () => import('./sources.tsx').then((part) => part.Sources),
  },
  {
    path: '/petugas/pemilih/hari-pemungutan',
    title: 'screen.pollingDay',
    scope: 'voter.polling.check',
    navigation: { group: 'register' },
    load: () => import('./polling/page.tsx').then((part) => part.PollingDay),
  },
  {
    path: '/petugas/pemilih/daftar-kpu/$listId',
    title: 'screen.returnedList',
    scope: 'voter.read',
    load: () => import('./returned/list.tsx').then((part) => part.ReturnedList),
  },
  {
    path: '/petugas/pemilih/daftar-kpu/$listId/baris',
    title: 'screen.returnedRows',
    scope: 'voter.returned.read',
    load: () => import('./returned/rows.tsx').then((part) => part.ReturnedRows),
  },
  {
    path: '/petugas/pemilih/daftar-kpu/$listId/sampel',
    title: 'screen.returnedSample',
    scope: 'voter.returned.read',
    load: () => import('./returned/sample.tsx').then((part) => part.ReturnedSample),
  },
  {
    path: '/petugas/pemilih/$electionId/daftar-kpu',
    title: 'screen.returnedLists',
    scope: 'voter.read',
    load: () => import('./returned/lists.tsx').then((part) => part.ReturnedLists),
  },
  {
    path: '/petugas/pemilih/$electionId',
    title: 'screen.election',
    scope: 'voter.read',
    load: () => import('./election.tsx').then((part) => part.OneElection),
  },
  {
    path: '/petugas/pemilih/$electionId/daftar',
    title: 'screen.electionList',
    scope: 'voter.read',
    load: () => import('./list/list.tsx').then((part) => part.ElectionList),
  },
  {
    path: '/petugas/pemilih/$electionId/daftar/serahkan',
    title: 'screen.releaseList',
    scope: 'voter.extract.propose',
    load: () => import('./list/release.tsx').then((part) => part.ReleaseList),
  },
  {
    path: '/petugas/pemilih/$electionId/ubah',
    title: 'screen.planElection',
    scope: 'voter.election.propose',
    load: () => import('./plan.tsx').then((part) => part.ChangeElection),
  },
];
