import type { ComponentType } from 'react';
import type { TextKey } from './shell/texts.ts';

/** The groups of the navigation, in their order. */
export const GROUPS = ['work', 'register', 'application', 'oversight', 'system'] as const;
export type Group = (typeof GROUPS)[number];

/**
 * One screen of the staff app. A new screen is a line here and a folder beside this file; what it needs is fetched when it
 * is first opened.
 */
export interface Screen {
  /** Under `/petugas`; `$name` for a part that varies. Never a NIK or a name. */
  readonly path: `/petugas/${string}`;
  /** The page's title, and its word in the navigation. */
  readonly title: TextKey;
  /** Absent: reached from other pages only. `scope`: who sees it; absent: every officer. */
  readonly navigation?: { readonly group: Group; readonly scope?: string };
  /** Who may open it at all, where its parts do not say so themselves; others are told before they fill anything in. */
  readonly needs?: string;
  readonly load: () => Promise<ComponentType>;
}

export const screens: readonly Screen[] = [
  {
    path: '/petugas/cari',
    needs: 'resident.read',
    title: 'screen.find',
    navigation: { group: 'register', scope: 'resident.read' },
    load: () => import('./find/find.tsx').then((part) => part.Find),
  },
  {
    path: '/petugas/penduduk/$ref',
    needs: 'resident.read',
    title: 'screen.person',
    load: () => import('./person/person.tsx').then((part) => part.Person),
  },
  {
    path: '/petugas/penduduk/$ref/perbaiki',
    needs: 'resident.change',
    title: 'screen.correct',
    load: () => import('./correct/correct.tsx').then((part) => part.Correct),
  },
  {
    path: '/petugas/penduduk/$ref/gabungkan',
    needs: 'resident.merge.propose',
    title: 'screen.merge',
    load: () => import('./merge/merge.tsx').then((part) => part.Merge),
  },
  {
    path: '/petugas/penduduk-baru',
    needs: 'resident.create',
    title: 'screen.newPerson',
    navigation: { group: 'register', scope: 'resident.create' },
    load: () => import('./new-person/new-person.tsx').then((part) => part.NewPerson),
  },
  {
    path: '/petugas/keluarga',
    needs: 'family.read',
    title: 'screen.families',
    navigation: { group: 'register', scope: 'family.read' },
    load: () => import('./family/headless.tsx').then((part) => part.Headless),
  },
  {
    path: '/petugas/keluarga-baru',
    needs: 'family.change',
    title: 'screen.newFamily',
    load: () => import('./family/change-pages.tsx').then((part) => part.NewFamily),
  },
  {
    path: '/petugas/keluarga/$ref',
    needs: 'family.read',
    title: 'screen.family',
    load: () => import('./family/family.tsx').then((part) => part.Family),
  },
  {
    path: '/petugas/keluarga/$ref/tambah',
    needs: 'family.change',
    title: 'screen.familyJoin',
    load: () => import('./family/change-pages.tsx').then((part) => part.JoinFamily),
  },
  {
    path: '/petugas/keluarga/$ref/pisah',
    needs: 'family.change',
    title: 'screen.familySplit',
    load: () => import('./family/change-pages.tsx').then((part) => part.SplitFamily),
  },
  {
    path: '/petugas/keluarga/$ref/kepala',
    needs: 'family.change',
    title: 'screen.familyHead',
    load: () => import('./family/change-pages.tsx').then((part) => part.ReplaceHead),
  },
  {
    path: '/petugas/kasus',
    needs: 'resident.change',
    title: 'screen.cases',
    navigation: { group: 'register', scope: 'resident.change' },
    load: () => import('./identity-case/list.tsx').then((part) => part.IdentityCases),
  },
  {
    path: '/petugas/kasus/$caseId',
    needs: 'resident.change',
    title: 'screen.case',
    load: () => import('./identity-case/case.tsx').then((part) => part.IdentityCase),
  },
  {
    path: '/petugas/permohonan',
    title: 'screen.applications',
    navigation: { group: 'application', scope: 'application.read' },
    load: () => import('./application/applications.tsx').then((part) => part.Applications),
  },
  {
    path: '/petugas/permohonan-baru',
    title: 'screen.newApplication',
    navigation: { group: 'application', scope: 'application.create' },
    load: () => import('./application/form.tsx').then((part) => part.NewApplication),
  },
  {
    path: '/petugas/permohonan/$applicationId',
    title: 'screen.application',
    load: () => import('./application/application.tsx').then((part) => part.Application),
  },
  {
    path: '/petugas/permohonan/$applicationId/isi',
    title: 'screen.editApplication',
    load: () => import('./application/form.tsx').then((part) => part.EditApplication),
  },
  {
    path: '/petugas/peristiwa-baru',
    title: 'screen.newEvent',
    navigation: { group: 'register', scope: 'civil_event.record' },
    load: () => import('./event/choose-kind.tsx').then((part) => part.ChooseKind),
  },
  {
    path: '/petugas/peristiwa-baru/$kind',
    title: 'screen.newEvent',
    load: () => import('./event/record-event.tsx').then((part) => part.RecordEvent),
  },
  {
    path: '/petugas/peristiwa',
    title: 'screen.events',
    navigation: { group: 'register', scope: 'civil_event.read' },
    load: () => import('./event/events.tsx').then((part) => part.Events),
  },
  {
    path: '/petugas/peristiwa/$eventId',
    title: 'screen.event',
    load: () => import('./event/event.tsx').then((part) => part.Event),
  },
  {
    path: '/petugas/peristiwa/$eventId/pembatalan',
    title: 'screen.undoEvent',
    load: () => import('./event/event.tsx').then((part) => part.UndoEvent),
  },
  {
    path: '/petugas/perpindahan',
    title: 'screen.moves',
    navigation: { group: 'register', scope: 'civil_event.read' },
    load: () => import('./move/moves.tsx').then((part) => part.Moves),
  },
  {
    path: '/petugas/perpindahan/$moveId',
    title: 'screen.move',
    load: () => import('./move/move.tsx').then((part) => part.OneMove),
  },
  {
    path: '/petugas/perpindahan/$moveId/pembatalan',
    title: 'screen.cancelMove',
    load: () => import('./move/move.tsx').then((part) => part.CancelMove),
  },
  {
    path: '/petugas/usul/$proposalId',
    title: 'screen.proposal',
    load: () => import('./proposal/proposal.tsx').then((part) => part.Proposal),
  },
  {
    path: '/petugas/keputusan',
    title: 'screen.decisions',
    navigation: { group: 'work', scope: 'approval.read' },
    load: () => import('./decisions/decisions.tsx').then((part) => part.Decisions),
  },
  {
    path: '/petugas/impor',
    title: 'screen.import',
    navigation: { group: 'register', scope: 'import.run' },
    load: () => import('./import/imports.tsx').then((part) => part.Imports),
  },
  {
    path: '/petugas/impor/$importId',
    title: 'screen.oneImport',
    load: () => import('./import/one-import.tsx').then((part) => part.OneImport),
  },
  {
    path: '/petugas/jejak',
    title: 'screen.ledger',
    navigation: { group: 'oversight', scope: 'ledger.read' },
    load: () => import('./ledger/ledger.tsx').then((part) => part.Ledger),
  },
  {
    path: '/petugas/jejak/$entryId',
    title: 'screen.entry',
    load: () => import('./ledger/one-entry.tsx').then((part) => part.OneEntry),
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
    navigation: { group: 'system', scope: 'health.read' },
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
  const pages = screens.flatMap(({ path, title, navigation }) =>
    navigation && (!navigation.scope || scopes.includes(navigation.scope))
      ? [{ path: path as '/petugas', title, group: navigation.group }]
      : [],
  );
  return [HOME, ...pages];
}
