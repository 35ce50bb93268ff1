import { blankScreens } from './blank/screens.ts';
import { disposalScreens } from './disposal/screens.ts';
import { citizenScreens } from './citizen/screens.ts';
import { cardScreens } from './card/screens.ts';
import { overviewScreens, stationScreens } from './enrolment/screens.ts';
import { partnerScreens } from './partner/screens.ts';
import { returnedDataScreens } from './returned-data/screens.ts';
import type { Group, Screen } from './screen.ts';
import type { TextKey } from './shell/texts.ts';
import { voterScreens } from './voter/screens.ts';
import { uniquenessScreens } from './uniqueness/screens.ts';

export { GROUPS, type Group, type Screen } from './screen.ts';

/** All screens; those of a wing stand in its folder. */
export const screens: readonly Screen[] = [
  {
    path: '/petugas/cari',
    title: 'screen.find',
    scope: 'resident.read',
    navigation: { group: 'register' },
    load: () => import('./find/find.tsx').then((part) => part.Find),
  },
  {
    path: '/petugas/penduduk/$ref',
    title: 'screen.person',
    scope: 'resident.read',
    load: () => import('./person/person.tsx').then((part) => part.Person),
  },
  {
    path: '/petugas/penduduk/$ref/perbaiki',
    title: 'screen.correct',
    scope: 'resident.change',
    load: () => import('./correct/correct.tsx').then((part) => part.Correct),
  },
  {
    path: '/petugas/penduduk/$ref/gabungkan',
    title: 'screen.merge',
    scope: 'resident.merge.propose',
    load: () => import('./merge/merge.tsx').then((part) => part.Merge),
  },
  {
    path: '/petugas/penduduk/$ref/hapus-berkas',
    title: 'screen.erase',
    scope: 'resident.erase.propose',
    load: () => import('./erase/erase.tsx').then((part) => part.Erase),
  },
  {
    path: '/petugas/penduduk-baru',
    title: 'screen.newPerson',
    scope: 'resident.create',
    navigation: { group: 'register' },
    load: () => import('./new-person/new-person.tsx').then((part) => part.NewPerson),
  },
  {
    path: '/petugas/keluarga',
    title: 'screen.families',
    scope: 'family.read',
    navigation: { group: 'register' },
    load: () => import('./family/headless.tsx').then((part) => part.Headless),
  },
  {
    path: '/petugas/keluarga-baru',
    title: 'screen.newFamily',
    scope: 'family.change',
    load: () => import('./family/change-pages.tsx').then((part) => part.NewFamily),
  },
  {
    path: '/petugas/keluarga/$ref',
    title: 'screen.family',
    scope: 'family.read',
    load: () => import('./family/family.tsx').then((part) => part.Family),
  },
  {
    path: '/petugas/keluarga/$ref/tambah',
    title: 'screen.familyJoin',
    scope: 'family.change',
    load: () => import('./family/change-pages.tsx').then((part) => part.JoinFamily),
  },
  {
    path: '/petugas/keluarga/$ref/pisah',
    title: 'screen.familySplit',
    scope: 'family.change',
    load: () => import('./family/change-pages.tsx').then((part) => part.SplitFamily),
  },
  {
    path: '/petugas/keluarga/$ref/kepala',
    title: 'screen.familyHead',
    scope: 'family.change',
    load: () => import('./family/change-pages.tsx').then((part) => part.ReplaceHead),
  },
  {
    path: '/petugas/kasus',
    title: 'screen.cases',
    scope: 'resident.change',
    navigation: { group: 'register' },
    load: () => import('./identity-case/list.tsx').then((part) => part.IdentityCases),
  },
  {
    path: '/petugas/kasus/$caseId',
    title: 'screen.case',
    scope: 'resident.change',
    load: () => import('./identity-case/case.tsx').then((part) => part.IdentityCase),
  },
  {
    path: '/petugas/permohonan',
    title: 'screen.applications',
    scope: 'application.read',
    navigation: { group: 'application' },
    load: () => import('./application/applications.tsx').then((part) => part.Applications),
  },
  {
    path: '/petugas/permohonan-baru',
    title: 'screen.newApplication',
    scope: 'application.create',
    navigation: { group: 'application' },
    load: () => import('./application/form.tsx').then((part) => part.NewApplication),
  },
  {
    path: '/petugas/permohonan/$applicationId',
    title: 'screen.application',
    scope: 'application.read',
    load: () => import('./application/application.tsx').then((part) => part.Application),
  },
  {
    path: '/petugas/permohonan/$applicationId/isi',
    title: 'screen.editApplication',
    scope: 'application.create',
    load: () => import('./application/form.tsx').then((part) => part.EditApplication),
  },
  {
    path: '/petugas/peristiwa-baru',
    title: 'screen.newEvent',
    scope: 'civil_event.record',
    navigation: { group: 'register' },
    load: () => import('./event/choose-kind.tsx').then((part) => part.ChooseKind),
  },
  {
    path: '/petugas/peristiwa-baru/$kind',
    title: 'screen.newEvent',
    scope: 'civil_event.record',
    load: () => import('./event/record-event.tsx').then((part) => part.RecordEvent),
  },
  {
    path: '/petugas/peristiwa',
    title: 'screen.events',
    scope: 'civil_event.read',
    navigation: { group: 'register' },
    load: () => import('./event/events.tsx').then((part) => part.Events),
  },
  {
    path: '/petugas/peristiwa/$eventId',
    title: 'screen.event',
    scope: 'civil_event.read',
    load: () => import('./event/event.tsx').then((part) => part.Event),
  },
  {
    path: '/petugas/peristiwa/$eventId/pembatalan',
    title: 'screen.undoEvent',
    scope: 'civil_event.decide',
    load: () => import('./event/event.tsx').then((part) => part.UndoEvent),
  },
  {
    path: '/petugas/perpindahan',
    title: 'screen.moves',
    scope: 'civil_event.read',
    navigation: { group: 'register' },
    load: () => import('./move/moves.tsx').then((part) => part.Moves),
  },
  {
    path: '/petugas/perpindahan/$moveId',
    title: 'screen.move',
    scope: 'civil_event.read',
    load: () => import('./move/move.tsx').then((part) => part.OneMove),
  },
  {
    path: '/petugas/perpindahan/$moveId/pembatalan',
    title: 'screen.cancelMove',
    scope: 'civil_event.record',
    load: () => import('./move/move.tsx').then((part) => part.CancelMove),
  },
  ...stationScreens,
  ...uniquenessScreens,
  ...overviewScreens,
  ...cardScreens,
  ...blankScreens,
  ...disposalScreens,
  ...returnedDataScreens,
  ...partnerScreens,
  ...citizenScreens,
  ...voterScreens,
  {
    path: '/petugas/usul/$proposalId',
    title: 'screen.proposal',
    load: () => import('./proposal/proposal.tsx').then((part) => part.Proposal),
  },
  {
    path: '/petugas/keputusan',
    title: 'screen.decisions',
    scope: 'approval.read',
    navigation: { group: 'work' },
    load: () => import('./decisions/decisions.tsx').then((part) => part.Decisions),
  },
  {
    path: '/petugas/impor',
    title: 'screen.import',
    scope: 'import.run',
    navigation: { group: 'register' },
    load: () => import('./import/imports.tsx').then((part) => part.Imports),
  },
  {
    path: '/petugas/impor/$importId',
    title: 'screen.oneImport',
    scope: 'import.run',
    load: () => import('./import/one-import.tsx').then((part) => part.OneImport),
  },
  {
    path: '/petugas/dasbor',
    title: 'screen.dashboard',
    scope: 'statement.read',
    navigation: { group: 'oversight' },
    load: () => import('./dashboard/dashboard.tsx').then((part) => part.DashboardPage),
  },
  {
    path: '/petugas/dasbor/$section',
    title: 'screen.dashboard',
    scope: 'statement.read',
    load: () => import('./dashboard/dashboard.tsx').then((part) => part.DashboardPage),
  },
  {
    path: '/petugas/kartu-dan-blangko',
    title: 'screen.overview',
    scope: 'card.oversee',
    navigation: { group: 'oversight' },
    load: () => import('./overview/overview.tsx').then((part) => part.OverviewPage),
  },
  {
    path: '/petugas/gudang-statistik',
    title: 'screen.warehouse',
    scope: 'warehouse.query',
    navigation: { group: 'oversight' },
    load: () => import('./warehouse/warehouse.tsx').then((part) => part.Warehouse),
  },
  {
    path: '/petugas/jejak',
    title: 'screen.ledger',
    scope: 'ledger.read',
    navigation: { group: 'oversight' },
    load: () => import('./ledger/ledger.tsx').then((part) => part.Ledger),
  },
  {
    path: '/petugas/jejak/$entryId',
    title: 'screen.entry',
    scope: 'ledger.read',
    load: () => import('./ledger/one-entry.tsx').then((part) => part.OneEntry),
  },
  {
    path: '/petugas/keterangan',
    title: 'screen.publish',
    scope: 'statement.publish',
    navigation: { group: 'oversight' },
    load: () => import('./statement/publish.tsx').then((part) => part.PublishStatement),
  },
  {
    path: '/petugas/kantor',
    title: 'screen.offices',
    navigation: { group: 'system' },
    load: () => import('./office/offices.tsx').then((part) => part.Offices),
  },
  {
    path: '/petugas/kantor/buka',
    title: 'screen.openOffice',
    scope: 'office.manage',
    load: () => import('./office/open-office.tsx').then((part) => part.OpenOffice),
  },
  {
    path: '/petugas/kantor/$officeId',
    title: 'screen.office',
    load: () => import('./office/one-office.tsx').then((part) => part.OneOffice),
  },
  {
    path: '/petugas/kantor/pegawai',
    title: 'screen.officers',
    load: () => import('./officer/officers.tsx').then((part) => part.Officers),
  },
  {
    path: '/petugas/kantor/pegawai/daftar',
    title: 'screen.addOfficer',
    scope: 'officer.manage',
    load: () => import('./officer/add-officer.tsx').then((part) => part.AddOfficer),
  },
  {
    path: '/petugas/kantor/pegawai/$officerId',
    title: 'screen.officer',
    load: () => import('./officer/one-officer.tsx').then((part) => part.OneOfficer),
  },
  {
    path: '/petugas/kantor/pelimpahan',
    title: 'screen.delegations',
    load: () => import('./officer/delegations.tsx').then((part) => part.Delegations),
  },
  {
    path: '/petugas/akun',
    title: 'screen.account',
    load: () => import('./account/account.tsx').then((part) => part.Account),
  },
  {
    path: '/petugas/kesehatan',
    title: 'screen.health',
    scope: 'health.read',
    navigation: { group: 'system' },
    load: () => import('./health/health.tsx').then((part) => part.Health),
  },
];

/** A page of the first level. */
export interface Page {
  /** One of the screens' paths; typed as the one that always exists. */
  readonly path: '/petugas';
  readonly title: TextKey;
  readonly group: Group;
}

const HOME: Page = { path: '/petugas', title: 'screen.home', group: 'work' };

/** The first-level pages that an officer with these scopes may open, for the navigation and the search box. */
export function openTo(scopes: readonly string[]): readonly Page[] {
  const pages = screens.flatMap(({ path, title, scope, navigation }) =>
    navigation && (!scope || scopes.includes(scope))
      ? [{ path: path as '/petugas', title, group: navigation.group }]
      : [],
  );
  return [HOME, ...pages];
}

/** Whether an officer with these scopes may open the page of an address; what no screen has he may not. */
export function mayOpen(address: string, scopes: readonly string[]): boolean {
  const parts = address.split('/');
  const screen = screens.find(({ path }) => {
    const own = path.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith('$') || part === parts[at]);
  });
  return screen !== undefined && (!screen.scope || scopes.includes(screen.scope));
}
