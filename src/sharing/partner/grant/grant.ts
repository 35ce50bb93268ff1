/** Grants: proposed by one officer, given by another, within what the PKS names. To narrow or end one takes one officer. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, asCivilDate, today, ZONES } from '../../../core/time/index.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { listDocuments, listDocumentsById, type DocumentRow } from '../ladder/document-sql.ts';
import { CLIMBING, LIVE } from '../ladder/rules.ts';
import { holdCooperations, listCooperations, type CooperationRow } from '../ladder/sql.ts';
import { sayChanged, sayDecided } from '../notice.ts';
import { beyondAgreed, byMethod, type ElementAsked } from '../rules.ts';
import { refuse } from './refusals.ts';
import { grantsProposed, type GrantGiven, type GrantsProposed } from './schema.ts';
import { endGrants, insertGrants, listGrantsById, noteReplaced, type NewGrant } from './sql.ts';

interface Ground {
  readonly agreement: DocumentRow;
  readonly cooperation: CooperationRow;
}

/** The PKS of each grant with its cooperation. Refuses what is no PKS, or a version that another has followed. */
async function groundOf(tx: Tx, grants: readonly GrantGiven[]): Promise<ReadonlyMap<string, Ground>> {
  const named = await listDocumentsById(tx, [...new Set(grants.map(({ agreementId }) => agreementId))]);
  const cooperations = named.map(({ cooperationId }) => cooperationId);
  const [rows, papers] = [await listCooperations(tx, cooperations), await listDocuments(tx, cooperations)];
  return new Map(
    named.map((agreement) => {
      const { cooperationId, kind, version } = agreement;
      const later = papers.some(
        (one) => one.cooperationId === cooperationId && one.kind === 'pks' && one.version > version,
      );
      if (kind !== 'pks' || later) throw refuse('partner.agreement_not');
      return [agreement.id, { agreement, cooperation: rows.find(({ id }) => id === cooperationId)! }];
    }),
  );
}

async function mustBeWithin(tx: Tx, grants: readonly GrantGiven[]): Promise<ReadonlyMap<string, Ground>> {
  const ground = await groundOf(tx, grants);
  const now = today(tx.ground.clock, ZONES.WIB);
  for (const [n, grant] of grants.entries()) {
    const found = ground.get(grant.agreementId);
    if (!found) throw refuse('partner.agreement_not');
    const { agreement, cooperation } = found;
    const say = (path: string, code: Parameters<typeof refuse>[0], values: Record<string, string> = {}) =>
      refuse(code, {
        values: { institution: cooperation.institution, ...values },
        faults: [{ path: `grants.${n}.${path}`, code, values: { institution: cooperation.institution, ...values } }],
      });
    const { stage, regionCode: own } = cooperation;
    const signed = CLIMBING.indexOf(stage) >= CLIMBING.indexOf('AGREEMENT') || LIVE.includes(stage);
    if (!signed) throw say('agreementId', 'partner.grant_too_early');
    if (!agreement.contents!.purposes.includes(grant.purpose)) throw say('purpose', 'partner.grant_purpose');
    const beyond = beyondAgreed(grant.elements, agreement.contents!.elements);
    if (beyond !== null)
      throw say('elements', 'partner.grant_beyond', {
        element: tx.ground.speaker.say('id', `partner.element.${beyond}`),
      });
    const region = grant.regionCode ?? own;
    if (own !== null && !region!.startsWith(own)) throw say('regionCode', 'partner.grant_region');
    if (region !== null && tx.ground.regions.nameOf(region) === undefined)
      throw say('regionCode', 'partner.grant_region');
    const within = agreement.validFrom! <= grant.validFrom && grant.validUntil <= agreement.validUntil!;
    if (!within || grant.validUntil < now) throw say('validUntil', 'partner.grant_term');
  }
  return ground;
}

/** Midnight in WIB. */
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`);

/** `Sesuai atau tidak: NIK, Tanggal lahir; Skor kemiripan: Nama lengkap`: whoever approves reads what is given, not how much. */
function named(tx: Tx, asked: readonly ElementAsked[]): string {
  const { speaker } = tx.ground;
  return byMethod(asked)
    .map(([method, elements]) => {
      const list = elements.map((element) => speaker.say('id', `partner.element.${element}`)).join(', ');
      return `${speaker.say('id', `partner.method.${method}`)}: ${list}`;
    })
    .join('; ');
}

export const giving = proposable<GrantsProposed>({
  act: 'partner.grant',
  input: grantsProposed,
  // Agreements are made at the centre.
  region: async () => '',
  summary: async (tx, { grants }) => {
    const ground = await groundOf(tx, grants);
    const [first] = grants;
    const names = new Set([...ground.values()].map(({ cooperation }) => cooperation.institution));
    const { agreement, cooperation } = ground.get(first!.agreementId)!;
    return {
      messageKey: names.size > 1 || grants.length > 1 ? 'proposal.partner.grants' : 'proposal.partner.grant',
      values: {
        n: grants.length,
        institutions: names.size,
        institution: names.size > 1 ? `${cooperation.institution}, …` : cooperation.institution,
        purpose: tx.ground.speaker.say('id', `partner.purpose.${first!.purpose}`),
        elements: first!.elements.length,
        named: named(tx, first!.elements),
        quota: first!.dailyQuota,
        // As it is written on letters.
        until: first!.validUntil.split('-').toReversed().join('-'),
        agreement: agreement.number,
      },
    };
  },
  // The stage, the papers and the grants of each: when one of them has changed, it was proposed on other ground.
  fingerprint: async (tx, { grants }) => {
    const ground = await groundOf(tx, grants);
    const lines = [...ground.values()].map(({ agreement, cooperation }) => [agreement.id, cooperation.stage].join(' '));
    const replaced = await listGrantsById(
      tx,
      grants.flatMap(({ replaces }) => replaces ?? []),
    );
    lines.push(...replaced.map(({ id, endedAt }) => `${id} ${endedAt === null}`));
    return createHash('sha256').update(lines.toSorted().join()).digest('hex');
  },
  execute: give,
});

/** Proposes grants; nothing is given until another officer approves exactly these. */
export async function proposeGrants(
  tx: Tx,
  actor: Actor,
  input: { grants: readonly GrantGiven[] },
): Promise<{ proposalId: string }> {
  mustBeCentre(actor);
  const ground = await mustBeWithin(tx, input.grants);
  await mustReplace(tx, input.grants, ground);
  const { id } = await propose(tx, actor, giving.act, { grants: input.grants, askedBy: actor.id });
  return { proposalId: id };
}

/** What is replaced is of the same cooperation and purpose, and has not ended. */
async function mustReplace(tx: Tx, grants: readonly GrantGiven[], ground: ReadonlyMap<string, Ground>): Promise<void> {
  const replaced = await listGrantsById(
    tx,
    grants.flatMap(({ replaces }) => replaces ?? []),
  );
  for (const { replaces, agreementId, purpose } of grants) {
    if (replaces === null) continue;
    const old = replaced.find(({ id }) => id === replaces);
    const fits = old?.cooperationId === ground.get(agreementId)!.cooperation.id && old.purpose === purpose;
    if (!fits || old.endedAt !== null) throw refuse('partner.grant_replaces');
  }
}

async function give(tx: Tx, actor: Actor, { grants, askedBy }: GrantsProposed): Promise<void> {
  mustBeCentre(actor);
  const ground = await mustBeWithin(tx, grants);
  await holdCooperations(
    tx,
    [...ground.values()].map(({ cooperation }) => cooperation.id),
  );
  await mustReplace(tx, grants, ground);
  const rows = grants.map((grant): NewGrant & { replaces: string | null } => {
    const { hours, validFrom, validUntil, agreementId, regionCode } = grant;
    const { cooperation } = ground.get(agreementId)!;
    return {
      ...grant,
      id: newId(),
      cooperationId: cooperation.id,
      hoursFrom: hours?.from ?? null,
      hoursUntil: hours?.until ?? null,
      regionCode: regionCode ?? cooperation.regionCode,
      validFrom: midnight(validFrom).toISOString(),
      validUntil: midnight(addDays(asCivilDate(validUntil), 1)).toISOString(),
    };
  });
  const one = rows.length === 1 ? rows[0]! : null;
  const { entryId } = await record(tx, actor, {
    label: 'partner.granted',
    facts: {
      n: rows.length,
      ...(one ? { grant: one.id, cooperation: one.cooperationId, purpose: one.purpose } : {}),
    },
  });
  const at = tx.ground.clock.now();
  const pairs = rows.flatMap(({ id, replaces }) => (replaces ? [{ id: replaces, replacedBy: id }] : []));
  // The old one ends first: one purpose is granted once at any moment.
  if (pairs.length > 0) {
    const why = tx.ground.speaker.say('id', 'partner.grant_was_replaced');
    const replaced = pairs.map(({ id }) => id);
    await endGrants(tx, replaced, { at, by: actor.id, why });
  }
  await insertGrants(tx, rows, { at, askedBy, id: actor.id, entryId });
  if (pairs.length > 0) await noteReplaced(tx, pairs);
  await sayChanged(
    tx,
    actor,
    rows.map(({ cooperationId }) => cooperationId),
  );
  await sayDecided(
    tx,
    actor,
    rows.map(({ id: grantId, cooperationId, purpose, validUntil }) => ({
      what: 'granted' as const,
      cooperationId,
      grantId,
      purpose,
      validUntil,
    })),
  );
}

/** Takes a right away at once, by one officer with his reason. */
export async function endGrant(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  mustBeCentre(actor);
  const at = tx.ground.clock.now();
  const [ended] = await endGrants(tx, [input.id], { at, by: actor.id, why: input.reason });
  if (!ended) throw refuse('partner.grant_not_found');
  await record(tx, actor, {
    label: 'partner.grant_ended',
    facts: { grant: ended.id, cooperation: ended.cooperationId },
  });
  await sayChanged(tx, actor, [ended.cooperationId]);
  await sayDecided(tx, actor, [{ what: 'grant_ended', cooperationId: ended.cooperationId, grantId: ended.id }]);
}
