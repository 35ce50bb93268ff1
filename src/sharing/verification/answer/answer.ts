/**
 * Answering: many calls of many partners in one transaction. In order: may they ask, have they come before, is there quota, who is
 * meant, is the partner not wrong too often, what matches; then entry, bill and misses in the same transaction, and only then words.
 */
import { Refusal } from '../../../core/refusal/index.ts';
import { recordEach, type Facts } from '../../../core/ledger/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { isSealed, type Attribute } from '../attribute.ts';
import { stops } from '../lock/rules.ts';
import { isHit, type Compared, type ResultClass } from '../compare/index.ts';
import { refuse } from '../refusals.ts';
import { MISSES_PER_PERSON } from '../budget/rules.ts';
import { meetCanary } from '../canary/meet.ts';
import type { Item } from '../schema.ts';
import type { Ask } from './ask.ts';
import { priceOf, withinBalance } from './balance.ts';
import { detailText } from './detail.ts';
import { freeKeys, mayCome, type Earlier } from './once.ts';
import { findAsked, insertCalls, type Found, type Wanted } from './sql.ts';

/** What a call gets: for each of its questions what was compared, or why not. */
export interface Answered {
  readonly ask: Ask;
  readonly entry: string;
  readonly outcomes: readonly (Pick<Compared, 'results' | 'state'> | Refusal)[];
}

/** In the order of the calls. A refusal is of the whole call; single questions of a batch may be refused besides. */
export async function answerCalls(tx: Tx, calls: readonly (Ask | Refusal)[]): Promise<readonly (Answered | Refusal)[]> {
  const asked = calls.filter((call): call is Ask => !(call instanceof Refusal));
  // One instant for all of it: what was spent for a day is billed on that day.
  const at = tx.ground.clock.now();
  const verdicts = new Map<Ask, Answered | Refusal>();
  const looked = lookUp(tx, asked);
  const came = await mayCome(tx, asked);
  const open: Ask[] = [];
  for (const [i, ask] of asked.entries()) {
    const verdict = came[i];
    if (!verdict) open.push(ask);
    else if (!('twin' in verdict)) verdicts.set(ask, verdict instanceof Refusal ? verdict : repeated(ask, verdict));
  }
  const paid = await withinQuota(tx, open, verdicts, at);
  const compared = await compareAll(tx, paid, await looked, verdicts, at);
  for (const [i, ask] of asked.entries()) {
    const verdict = came[i];
    if (verdict && 'twin' in verdict) verdicts.set(ask, asTwin(ask, verdicts.get(verdict.twin)!));
  }
  write(
    tx,
    compared,
    asked.flatMap((ask) => repeatOf(verdicts.get(ask))),
    at,
  );
  await freeKeys(
    tx,
    open.filter((ask) => verdicts.get(ask) instanceof Refusal),
  );
  return calls.map((call) => (call instanceof Refusal ? call : verdicts.get(call)!));
}

function repeated(ask: Ask, { entry, details }: Earlier): Answered {
  return { ask, entry, outcomes: details.map((detail) => detail ?? refuse('verification.not_kept')) };
}

function asTwin(ask: Ask, verdict: Answered | Refusal): Answered | Refusal {
  return verdict instanceof Refusal ? verdict : { ...verdict, ask };
}

/** Answers of before that are given once more: an entry of their own says so. */
function repeatOf(verdict: Answered | Refusal | undefined): Answered[] {
  return verdict && !(verdict instanceof Refusal) && verdict.entry !== verdict.ask.entry ? [verdict] : [];
}

/** Spends the quota and the balance of those who have them, each for all its questions, and refuses the others. */
async function withinQuota(
  tx: Tx,
  open: readonly Ask[],
  verdicts: Map<Ask, Answered | Refusal>,
  at: Date,
): Promise<Ask[]> {
  if (open.length === 0) return [];
  const { quotas } = tx.ground.verification;
  const day = dayIn(ZONES.WIB, at);
  const spending = quotas.spend(
    day,
    open.map(({ grant, items }) => ({ grantId: grant.id, quota: grant.dailyQuota, n: items.length })),
  );
  const spent = Array.isArray(spending) ? spending : await spending;
  const within = open.filter((ask, i) => {
    if (!spent[i]) verdicts.set(ask, refuse('verification.quota_spent'));
    return spent[i];
  });
  return withinBalance(tx, within, verdicts, day);
}

interface ComparedCall extends Answered {
  readonly outcomes: readonly (Compared | Refusal)[];
}

/** Sent together with the question whether they may come, which few are refused. */
async function lookUp(tx: Tx, asked: readonly Ask[]): Promise<Map<Ask, readonly Found[]>> {
  if (asked.length === 0) return new Map();
  const looking = findAsked(
    tx,
    asked.flatMap(({ items, partner }) => items.map((item) => wantedOf(item, partner.institutionId))),
  );
  tx.beside(looking);
  const found = await looking;
  let at = 0;
  return new Map(asked.map((ask) => [ask, found.slice(at, (at += ask.items.length))]));
}

async function compareAll(
  tx: Tx,
  paid: readonly Ask[],
  found: ReadonlyMap<Ask, readonly Found[]>,
  verdicts: Map<Ask, Answered | Refusal>,
  at: Date,
): Promise<ComparedCall[]> {
  const wrong = new Map<string, number>();
  const compared: ComparedCall[] = [];
  for (const ask of paid) {
    const of = found.get(ask)!;
    const outcomes: (Compared | Refusal)[] = [];
    for (const [place, item] of ask.items.entries())
      outcomes.push(await compareOne(tx, ask, item, meetCanary(tx, ask, item, of[place]!), wrong));
    const refused = outcomes.filter((outcome) => outcome instanceof Refusal);
    if (refused.length === outcomes.length) verdicts.set(ask, refused[0]!);
    else {
      const call = { ask, entry: ask.entry, outcomes };
      verdicts.set(ask, call);
      compared.push(call);
    }
    restoreQuota(tx, ask, refused.length, at);
  }
  return compared;
}

function wantedOf({ nik, attributes }: Item, institutionId: string): Wanted {
  let sealed = false;
  for (const name in attributes) if (isSealed(name as Attribute)) sealed = true;
  return { nik, institutionId, sealed, familyCard: attributes.familyCard !== undefined };
}

/** Refused before it is compared: what is refused must not depend on what the register says. */
async function compareOne(
  tx: Tx,
  { partner: { institutionId, kind, sector }, grant, why: { purpose, basis }, body }: Ask,
  { nik, attributes }: Item,
  { subject, state, misses: before, locks }: Found,
  wrong: Map<string, number>,
): Promise<Compared | Refusal> {
  const { misses, comparison, pulses } = tx.ground.verification;
  const key = `${institutionId} ${nik}`;
  if (before + (wrong.get(key) ?? 0) >= MISSES_PER_PERSON) return refuse('verification.person_misses_spent');
  if (misses.has(institutionId) === null) await misses.fill(institutionId);
  if (!misses.has(institutionId)) return refuse('verification.misses_spent', { values: { seconds: 60 } });
  const inside = subject !== null && subject.villageCode.startsWith(grant.region);
  const asked = body ? { [body.part]: body.digest } : attributes;
  const locked = stops(locks, { kind, sector, purpose, basis, attributes: asked });
  const seen = locked ? 'locked' : inside ? state : 'absent';
  // What is locked is compared with nobody, so that it takes as long.
  const compared = body
    ? { ...(await body.compare(seen === 'active')), state: grant.leave.tells.has(seen) ? seen : null }
    : comparison.compare(attributes, inside && !locked ? subject : null, seen, grant.leave);
  // The partner has made no mistake.
  if (locked) return { ...compared, locked };
  const matched = isHit(compared);
  misses.count(institutionId, matched);
  pulses.count(institutionId, nik, matched);
  if (!matched) wrong.set(key, (wrong.get(key) ?? 0) + 1);
  return compared;
}

function restoreQuota(tx: Tx, ask: Ask, refused: number, at: Date): void {
  if (refused === 0) return;
  const { quotas, prepaid } = tx.ground.verification;
  const day = dayIn(ZONES.WIB, at);
  quotas.restore(day, ask.grant.id, Math.min(refused, ask.items.length));
  prepaid.restore(day, ask.partner.institutionId, refused * priceOf(tx, ask, day));
}

/** Entries, access rows, bills and misses, sent before any word is written, and committed before one leaves. */
function write(tx: Tx, compared: readonly ComparedCall[], repeats: readonly Answered[], at: Date): void {
  if (compared.length === 0 && repeats.length === 0) return;
  const recorded = recordEach(tx, [
    ...compared.map(({ ask, outcomes }) => ({
      id: ask.entry,
      actor: asking(ask),
      label: 'verification.answered',
      subjects: ask.items.flatMap(({ nik, reference }, place) => {
        const outcome = outcomes[place]!;
        return outcome instanceof Refusal ? [] : [{ nik, detail: detailText({ place, ...outcome, reference }) }];
      }),
      facts: factsOf(ask, outcomes),
    })),
    ...repeats.map(({ ask, entry }) => ({
      actor: asking(ask),
      label: 'verification.repeated',
      facts: { entry },
    })),
  ]);
  tx.beside(recorded);
  if (compared.length === 0) return;
  const day = dayIn(ZONES.WIB, at);
  const inserted = insertCalls(
    tx,
    at,
    compared.map(({ ask, outcomes }) => ({
      entry: ask.entry,
      institutionId: ask.partner.institutionId,
      grantId: ask.grant.id,
      unit: ask.why.unit,
      method: ask.body?.part ?? 'nik',
      references: ask.items.flatMap(({ reference }, place) => (outcomes[place] instanceof Refusal ? [] : [reference])),
      matched: countOf(outcomes, 'match'),
      partial: countOf(outcomes, 'partial'),
      mismatched: countOf(outcomes, 'mismatch'),
      price: priceOf(tx, ask, day),
    })),
    compared.flatMap(({ ask, outcomes }) =>
      ask.items.flatMap(({ nik }, place) => {
        const outcome = outcomes[place]!;
        return outcome instanceof Refusal || isHit(outcome) ? [] : [{ nik, institutionId: ask.partner.institutionId }];
      }),
    ),
  );
  tx.beside(inserted);
}

function asking({ partner, why }: Ask): Actor {
  return { ...partner.actor, purpose: why.purpose };
}

function countOf(outcomes: readonly (Compared | Refusal)[], resultClass: ResultClass): number {
  let count = 0;
  for (const outcome of outcomes) if (!(outcome instanceof Refusal) && outcome.resultClass === resultClass) count += 1;
  return count;
}

/** No value, and no number of a person: what was asked for, why, and how it came out. */
function factsOf({ grant, why, items, body }: Ask, outcomes: readonly (Compared | Refusal)[]): Facts {
  const { basis, unit, endUser } = why;
  const via: Facts = why.via === undefined ? {} : { via: why.via };
  const [only] = items;
  if (items.length > 1 || !only) {
    const matched = countOf(outcomes, 'match');
    const partial = countOf(outcomes, 'partial');
    return {
      basis,
      endUser,
      grant: grant.id,
      matched,
      mismatched: countOf(outcomes, 'mismatch'),
      partial,
      unit,
      ...via,
    };
  }
  const { consent, reference, attributes } = only;
  return {
    basis,
    ...(consent !== undefined && { consent }),
    endUser,
    fields: body?.part ?? Object.keys(attributes).join(','),
    grant: grant.id,
    reference,
    result: (outcomes[0] as Compared).resultClass,
    unit,
    ...via,
    ...body?.facts,
  };
}
