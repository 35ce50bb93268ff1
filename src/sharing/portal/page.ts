/** What every page of the portal has in common: who acts for which institution, and what his role lets him do. */
import type { Actor } from '../../core/access/index.ts';
import { constraintRefusals, refusalOf, run, sql, type Tx } from '../../core/db/index.ts';
import {
  faultsOf,
  publicPage,
  type Download,
  type Elsewhere,
  type PublicPage,
  type PublicRequest,
} from '../../core/http/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { institutionOf } from './account/actor.ts';
import type { PortalAct } from './account/rules.ts';
import type { Faults, Note } from './account/schema.ts';
import { partnerRefusals, supervisionRefusals } from '../partner/index.ts';
import { verificationRefusals } from '../verification/index.ts';
import { webhookRefusals } from '../webhook/index.ts';
import { refusals, refuse } from './refusals.ts';

const MEANINGS = constraintRefusals([
  refusals,
  partnerRefusals,
  supervisionRefusals,
  verificationRefusals,
  webhookRefusals,
]);

export interface Visit extends PublicRequest {
  readonly institutionId: string;
  readonly may: (act: PortalAct) => boolean;
}

interface Given<Data> extends Omit<PublicPage<Data>, 'visitor' | 'load' | 'status'> {
  /** What the role must cover for the page to open; every role may where it is not said. */
  readonly act?: PortalAct;
  readonly load: (tx: Tx, visit: Visit) => Promise<Data | Elsewhere | Download | null>;
}

/** A page for whoever is signed in for an institution. Data with a `note` that stops, or with `faults`, is answered with 422. */
export function portalPage<Data extends object>(given: Given<Data>): PublicPage {
  const { act, load, ...page } = given;
  return publicPage<Data>({
    ...page,
    visitor: 'institution',
    status: (data) => (isRefused(data) ? 422 : 200),
    load: (tx, request) => load(tx, visitOf(request, act)),
  });
}

/** Refuses whoever's role does not cover the page. */
export function visitOf(request: PublicRequest, act?: PortalAct): Visit {
  const { actor } = request;
  const may = (which: PortalAct) => actor.scopes.has(which);
  if (act !== undefined && !may(act)) throw refuse('portal.role_lacking');
  return { ...request, institutionId: institutionOf(actor), may };
}

/** Refuses a form that the page shows to others only. */
export function mustMay({ may }: Visit, act: PortalAct): void {
  if (!may(act)) throw refuse('portal.role_lacking');
}

function isRefused(data: { note?: Note | null; faults?: Faults }): boolean {
  return data.note?.look === 'stopped' || Object.keys(data.faults ?? {}).length > 0;
}

/** Does what a form asks for; where it is refused nothing of it remains, and the page says why beside what was typed. */
export async function attempt<Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<{ readonly done: Result } | { readonly refusal: Refusal }> {
  await run(tx, sql`savepoint form`);
  try {
    const done = await work();
    await run(tx, sql`release savepoint form`);
    return { done };
  } catch (fault) {
    const refusal = fault instanceof Refusal ? fault : refusalOf(fault, MEANINGS);
    if (!refusal) throw fault;
    await run(tx, sql`rollback to savepoint form`);
    tx.recorded.clear();
    return { refusal };
  }
}

/** A refusal in the words of the reader. */
export function noteOf(tx: Tx, actor: Pick<Actor, 'language'>, { code, values }: Refusal): Note {
  return { look: 'stopped', text: tx.ground.speaker.say(actor.language, code, values) };
}

/** The faults of a form by its fields' names, in the words of the reader; a field that has words of its own says those. */
export function faultsIn(
  tx: Tx,
  { language }: Pick<Actor, 'language'>,
  issues: Parameters<typeof faultsOf>[0],
  names: Readonly<Record<string, string>>,
): Faults {
  const { speaker } = tx.ground;
  const faults: Record<string, string> = {};
  for (const { path, code, values } of faultsOf(issues, speaker)) {
    const field = names[path.split('.')[0]!] ?? path;
    const own = `portal.fault.${field}`;
    faults[field] ??= speaker.has(own) ? speaker.say(language, own) : speaker.say(language, code, values);
  }
  return faults;
}
