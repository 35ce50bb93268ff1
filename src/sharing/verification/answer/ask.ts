/** A call on its way to its answer, and what may stop it before anybody is looked up. */
import type { Caller, GatheredCall } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { refuseAsking } from '../../partner/index.ts';
import type { Grant, Partner } from '../book/partner.ts';
import { refuse } from '../refusals.ts';
import type { Basis, Item, Purpose } from '../schema.ts';

/** Why it is asked; one for all questions of a batch. */
export interface Why {
  readonly purpose: Purpose;
  readonly basis: Basis;
  readonly unit: string;
  readonly endUser: string;
}

export interface Ask {
  readonly caller: Caller;
  readonly partner: Partner;
  readonly grant: Grant;
  readonly why: Why;
  readonly items: readonly Item[];
  readonly language: Language;
  /** Of the entry that will answer it. */
  readonly entry: Uuid;
}

/** The partner and its grant for a purpose, now, from there, with what it has proved. */
export function grantOfCall(
  tx: Tx,
  { actor, caller }: Pick<GatheredCall, 'actor' | 'caller'>,
  purpose: Purpose,
): { readonly partner: Partner; readonly grant: Grant } | Refusal {
  const partner = tx.ground.verification.book.partner(actor.id);
  if (!partner) return refuse('verification.token_invalid');
  const grant = partner.grantFor(purpose, { now: tx.ground.clock.now(), address: caller.ip });
  if (typeof grant === 'string') return refuseAsking(grant);
  if (grant.dpop && !caller.bound) return refuse('verification.proof_demanded');
  if (grant.signed && !caller.signed) return refuse('verification.signature_demanded');
  return { partner, grant };
}

/** Whether the partner may ask this, now, from there, with what it has proved. */
export function asks(
  tx: Tx,
  call: Pick<GatheredCall, 'actor' | 'caller'>,
  why: Why,
  items: readonly Item[],
): Ask | Refusal {
  const found = grantOfCall(tx, call, why.purpose);
  if (found instanceof Refusal) return found;
  const { actor, caller } = call;
  const { partner, grant } = found;
  const wait = paceOf(tx, partner, items.length);
  if (wait > 0) return refuse('verification.slowed_down', { values: { seconds: wait } });
  const few = items.findIndex(({ attributes }) => grantedIn(attributes, grant) < 2);
  if (few >= 0) return refuse('verification.too_few_granted', { values: { place: few + 1 } });
  return { caller, partner, grant, why, items, language: actor.language, entry: newId() };
}

/** Seconds to wait, of a partner that is slowed down. That is of true time, also in a story. */
function paceOf(tx: Tx, { institutionId, slowUntil }: Partner, questions: number): number {
  if (slowUntil === 0 || slowUntil <= systemClock.now().getTime()) return 0;
  return tx.ground.verification.pace.wait(institutionId, questions);
}

function grantedIn(attributes: Item['attributes'], { leave }: Grant): number {
  let granted = 0;
  for (const name in attributes) if (leave.elements.has(name as never)) granted += 1;
  return granted;
}
