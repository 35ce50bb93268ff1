import type { Actor } from './actor.ts';
import { refuser, type RefusalTable } from '../refusal/index.ts';

/**
 * What a route demands. `may`: an officer with the scope; with `purpose` he must also have said why he looks. `signedIn`:
 * any officer. `partner`: an institution's own system, by its token; what it may ask is the use case's to say. `open`: anybody,
 * with the reason why that is right.
 * Where (the jurisdiction) is checked by the use case against the thing itself, with `mustCover`.
 */
export type Access =
  | { readonly rule: 'may'; readonly scope: string; readonly purpose: boolean }
  | { readonly rule: 'signedIn' }
  | { readonly rule: 'partner' }
  | { readonly rule: 'open'; readonly why: string };

export function may(scope: string, also: { purpose?: 'stated' } = {}): Access {
  return { rule: 'may', scope, purpose: also.purpose === 'stated' };
}

export const signedIn: Access = { rule: 'signedIn' };

export const partner: Access = { rule: 'partner' };

export function open(why: string): Access {
  return { rule: 'open', why };
}

export const accessRefusals = {
  'access.not_signed_in': { status: 401, when: 'the route needs a signed-in officer and there is no living session' },
  'access.not_a_partner': { status: 401, when: "the route is for partners' systems and the call carries no token" },
  'access.scope_missing': { status: 403, when: "none of the officer's roles has the scope" },
  'access.outside_jurisdiction': { status: 403, when: "the thing lies outside the officer's region" },
  'access.purpose_missing': { status: 422, when: "a person's data is asked for and no purpose was stated" },
  'access.purpose_unknown': { status: 422, when: "the stated purpose is in no room's texts" },
} as const satisfies RefusalTable;

export const refuseAccess = refuser(accessRefusals);

/** Refuses unless `actor` satisfies `access`. */
export function mustSatisfy(access: Access, actor: Actor): void {
  if (access.rule === 'open') return;
  if (access.rule === 'partner') {
    if (actor.kind !== 'partner') throw refuseAccess('access.not_a_partner');
    return;
  }
  if (actor.kind !== 'officer') throw refuseAccess('access.not_signed_in');
  if (access.rule === 'signedIn') return;
  if (!actor.scopes.has(access.scope)) {
    throw refuseAccess('access.scope_missing', { values: { scope: access.scope } });
  }
  if (access.purpose && !actor.purpose) throw refuseAccess('access.purpose_missing');
}

/** Refuses unless the region `code` lies in the actor's jurisdiction. The system acts everywhere. */
export function mustCover(actor: Actor, code: string): void {
  if (actor.jurisdiction && code.startsWith(actor.jurisdiction.code)) return;
  throw refuseAccess('access.outside_jurisdiction', { values: { region: code } });
}
