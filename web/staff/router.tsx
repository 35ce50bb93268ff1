import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFound } from './not-found/not-found.tsx';
import { screens, type Screen } from './screens.ts';
import { Entry } from './shell/entry.tsx';
import { Shell } from './shell/shell.tsx';
import { Crashed } from './shell/crashed.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed });

const lazily = (load: () => Promise<ComponentType>) => lazyRouteComponent(async () => ({ default: await load() }));

const entry = createRoute({ getParentRoute: () => root, id: 'entry', component: Entry });
const signIn = createRoute({
  getParentRoute: () => entry,
  path: '/masuk',
  component: lazily(() => import('./sign-in/sign-in.tsx').then((part) => part.SignIn)),
  staticData: { title: 'screen.signIn' },
  // Only our own pages: an address from outside must not be where a person ends up after signing in.
  validateSearch: (search: Record<string, unknown>): { ke?: string } =>
    typeof search['ke'] === 'string' && /^\/petugas(?:[/?]|$)/.test(search['ke']) ? { ke: search['ke'] } : {},
});
const enrol = createRoute({
  getParentRoute: () => entry,
  path: '/masuk/kode',
  component: lazily(() => import('./sign-in/enrol.tsx').then((part) => part.Enrol)),
  staticData: { title: 'screen.enrol' },
});
const firstRun = createRoute({
  getParentRoute: () => entry,
  path: '/siapkan',
  component: lazily(() => import('./first-run/first-run.tsx').then((part) => part.FirstRun)),
  staticData: { title: 'screen.firstRun' },
});

// An unknown address under /petugas is answered inside the shell, so that the way back is in sight.
const shell = createRoute({
  getParentRoute: () => root,
  path: '/petugas',
  component: Shell,
  notFoundComponent: NotFound,
});
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazily(() => import('./home/home.tsx').then((part) => part.Home)),
  staticData: { title: 'screen.home' },
});
const routeOf = (screen: Screen) =>
  createRoute({
    getParentRoute: () => shell,
    path: screen.path.slice('/petugas'.length),
    component: lazily(screen.load),
    staticData: { title: screen.title, ...(screen.scope ? { scope: screen.scope } : {}) },
  });
const front = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/petugas" replace />,
});

export function openRouter() {
  return createRouter({
    routeTree: root.addChildren([
      front,
      entry.addChildren([signIn, enrol, firstRun]),
      shell.addChildren([home, ...screens.map(routeOf)]),
    ]),
    defaultPreload: 'intent',
    defaultErrorComponent: Crashed,
    scrollRestoration: true,
  });
}

export type StaffRouter = ReturnType<typeof openRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: StaffRouter;
  }
  interface StaticDataRouteOption {
    /** The page's title, a key of the shell's texts. */
    title?: string;
    /** Who may open the page. */
    scope?: string;
  }
}
