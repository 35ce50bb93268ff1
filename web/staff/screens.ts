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
  readonly load: () => Promise<ComponentType>;
}

export const screens: readonly Screen[] = [
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
