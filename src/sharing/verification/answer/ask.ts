/** A call on its way to its answer, and what may stop it before anybody is looked up. */
import type { Caller, GatheredCall } from '../../../core/http/index.ts';
import type { Ground, Tx } from '../../../core/db/index.ts';
import type { Facts } from '../../../core/ledger/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { refuseAsking } from '../../partner/index.ts';
import type { Grant, Partner } from '../book/partner.ts';
import type { BodyPart } from '../attribute.ts';
import type { Compared } from '../compare/compare.ts';
import { refuse } from '../refusals.ts';
import type { Basis, Item, Purpose } from '../schema.ts';

/** Why it is asked; one for all questions of a batch. */
export interface Why {
  readonly purpose: Purpose;
  readonly basis: Basis;
  readonly unit: string;
  readonly endUser: string;
  /** By which other language than `/v1` it came. */
  readonly via?: string;
}

/** A face or finger instead of attributes. */
export interface BodyAsk {
  readonly part: BodyPart;
  /** Stands for what was sent, so that another question under the same key is seen. */
  readonly digest: string;
  /** What the entry says beside what it says of every question. */
  readonly facts: Facts;
  /** `speaks`: there is somebody of this number whose record may be compared. */
  compare(speaks: boolean): Promise<Pick<Compared, 'results' | 'resultClass'>>;
}

export interface Ask {
  readonly caller: Caller;
  readonly partner: Partner;
  readonly grant: Grant;
  readonly why: Why;
  readonly items: readonly Item[];
  /** Of a question about one body; then its one item names no attribute. */
  readonly body?: BodyAsk;
  readonly language: Language;
  /** Of the entry that will answer it. */
  readonly entry: Uuid;
}

/** Whether the partner may ask this, now, from there, with what it has proved. */
export function asks(
  tx: Tx,
  call: Pick<GatheredCall, 'actor' | 'caller'>,
  why: Why,
  items: readonly Item[],
): Ask | Refusal {
  const allowed = mayAsk(tx.ground, call, why, items.length);
  if (allowed instanceof Refusal) return allowed;
  const { actor, caller } = call;
  const { partner, grant } = allowed;
  const few = items.findIndex(({ attributes }) => grantedIn(attributes, grant) < 2);
  if (few >= 0) return refuse('verification.too_few_granted', { values: { place: few + 1 } });
  return { caller, partner, grant, why, items, language: actor.language, entry: newId() };
}

/** Everything but what is asked: the partner, its grant for the purpose, what it must prove, its pace. */
export function mayAsk(
  ground: Ground,
  call: Pick<GatheredCall, 'actor' | 'caller'>,
  { purpose }: Pick<Why, 'purpose'>,
  questions: number,
): { partner: Partner; grant: Grant } | Refusal {
  const found = grantOfCall(ground, call, purpose);
  if (found instanceof Refusal) return found;
  const wait = paceOf(ground, found.partner, questions);
  return wait > 0 ? refuse('verification.slowed_down', { values: { seconds: wait } }) : found;
}

/** The partner and its grant for a purpose, now, from there, with what it has proved. */
export function grantOfCall(
  ground: Ground,
  { actor, caller }: Pick<GatheredCall, 'actor' | 'caller'>,
  purpose: Purpose,
): { readonly partner: Partner; readonly grant: Grant } | Refusal {
  const partner = ground.verification.book.partner(actor.id);
  if (!partner) return refuse('verification.token_invalid');
  const grant = partner.grantFor(purpose, { now: ground.clock.now(), address: caller.ip });
  if (typeof grant === 'string') return refuseAsking(grant);
  if (grant.dpop && !caller.bound) return refuse('verification.proof_demanded');
  if (grant.signed && !caller.signed) return refuse('verification.signature_demanded');
  return { partner, grant };
}

/** Seconds to wait, of a partner that is slowed down. That is of true time, also in a story. */
function paceOf({ verification }: Ground, { institutionId, slowUntil }: Partner, questions: number): number {
  if (slowUntil === 0 || slowUntil <= systemClock.now().getTime()) return 0;
  return verification.pace.wait(institutionId, questions);
}

function grantedIn(attributes: Item['attributes'], { leave }: Grant): number {
  let granted = 0;
  for (const name in attributes) if (leave.elements.has(name as never)) granted += 1;
  return granted;
}
