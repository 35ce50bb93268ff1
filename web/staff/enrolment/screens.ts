import type { Screen } from '../screen.ts';

/** What is done at a station and what waits there. */
export const stationScreens: readonly Screen[] = [
  {
    path: '/petugas/perekaman',
    title: 'screen.queue',
    scope: 'enrolment.capture',
    navigation: { group: 'recording' },
    load: () => import('./queue/queue.tsx').then((part) => part.QueuePage),
  },
  {
    path: '/petugas/perekaman/rekam',
    title: 'screen.capture',
    scope: 'enrolment.capture',
    navigation: { group: 'recording' },
    load: () => import('./capture/start.tsx').then((part) => part.CaptureStart),
  },
  {
    path: '/petugas/perekaman/rekam/$ref',
    title: 'screen.capture',
    scope: 'enrolment.capture',
    load: () => import('./capture/capture.tsx').then((part) => part.Capture),
  },
  {
    path: '/petugas/perekaman/kotak-kirim',
    title: 'screen.outbox',
    scope: 'enrolment.capture',
    navigation: { group: 'recording' },
    load: () => import('./outbox/page.tsx').then((part) => part.OutboxPage),
  },
  {
    path: '/petugas/perekaman/kotak-kirim/$packetId',
    title: 'screen.putAway',
    scope: 'enrolment.capture',
    load: () => import('./outbox/put-away.tsx').then((part) => part.PutAway),
  },
  {
    path: '/petugas/perekaman/pengecualian',
    title: 'screen.exceptions',
    scope: 'enrolment.supervise',
    navigation: { group: 'recording' },
    load: () => import('./exception/exceptions.tsx').then((part) => part.Exceptions),
  },
  {
    path: '/petugas/perekaman/ditahan',
    title: 'screen.quarantine',
    scope: 'enrolment.release',
    navigation: { group: 'recording' },
    load: () => import('./quarantine/quarantine.tsx').then((part) => part.Quarantine),
  },
];

/** Where all packets wait, who is still to be recorded, and the devices. */
export const overviewScreens: readonly Screen[] = [
  {
    path: '/petugas/perekaman/papan',
    title: 'screen.board',
    scope: 'enrolment.read',
    navigation: { group: 'recording' },
    load: () => import('./board/board.tsx').then((part) => part.Board),
  },
  {
    path: '/petugas/perekaman/cakupan',
    title: 'screen.coverage',
    scope: 'enrolment.read',
    navigation: { group: 'recording' },
    load: () => import('./coverage/coverage.tsx').then((part) => part.CoveragePage),
  },
  {
    path: '/petugas/perekaman/belum',
    title: 'screen.unrecorded',
    scope: 'enrolment.plan',
    navigation: { group: 'recording' },
    load: () => import('./people/people.tsx').then((part) => part.People),
  },
  {
    path: '/petugas/perekaman/tim-keliling',
    title: 'screen.visits',
    scope: 'enrolment.plan',
    navigation: { group: 'recording' },
    load: () => import('./visit/teams.tsx').then((part) => part.Teams),
  },
  {
    path: '/petugas/perekaman/alat',
    title: 'screen.stations',
    scope: 'enrolment.read',
    navigation: { group: 'recording' },
    load: () => import('./station/stations.tsx').then((part) => part.Stations),
  },
  {
    path: '/petugas/perekaman/alat/$stationId/cabut',
    title: 'screen.revokeStation',
    scope: 'enrolment.station.manage',
    load: () => import('./station/revoke.tsx').then((part) => part.RevokeStation),
  },
];
