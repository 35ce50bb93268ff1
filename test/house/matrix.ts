import { readFileSync, writeFileSync } from 'node:fs';
import type { Route } from '../../src/core/http/index.ts';
import { accessText } from '../../src/core/http/index.ts';
import type { Room } from '../../src/core/room.ts';
import { ROLES, rolesWith } from '../../src/register/officer/index.ts';
import { BY_PLACE, NOWHERE } from './matrix-places.ts';

/** One line of the allow/deny table. */
export interface MatrixLine {
  /** What the route declares. */
  readonly access: string;
  /** Who passes: roles, `partner` for partners' systems, and `anybody` for those who are not signed in. */
  readonly allow: readonly string[];
  /** `tried`: refused outside the officer's region by a real request. `untried`: nobody has written down how to ask yet. */
  readonly place: string;
}

export const MATRIX_FILE = new URL('./matrix.json', import.meta.url);

export function keyOf(route: Route): string {
  return `${route.contract.method} ${route.contract.path}`;
}

/** The table as the routes declare it. */
export function declaredMatrix(rooms: readonly Room[]): Record<string, MatrixLine> {
  const routes = rooms.flatMap((room) => room.routes ?? []);
  const lines = routes.map((route): [string, MatrixLine] => [
    keyOf(route),
    { access: accessText(route.access), allow: allowed(route), place: placeOf(keyOf(route)) },
  ]);
  return Object.fromEntries(lines.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function committedMatrix(): Record<string, MatrixLine> {
  return JSON.parse(readFileSync(MATRIX_FILE, 'utf8')) as Record<string, MatrixLine>;
}

export function writeMatrix(rooms: readonly Room[]): void {
  writeFileSync(MATRIX_FILE, `${JSON.stringify(declaredMatrix(rooms), null, 2)}\n`);
}

function allowed({ access }: Route): readonly string[] {
  if (access.rule === 'open') return ['anybody', ...ROLES];
  if (access.rule === 'signedIn') return ROLES;
  if (access.rule === 'partner') return ['partner'];
  return ROLES.filter((role) => rolesWith(access.scope).includes(role));
}

function placeOf(key: string): string {
  const why = NOWHERE[key];
  if (why) return `nowhere: ${why}`;
  return key in BY_PLACE ? 'tried' : 'untried';
}
