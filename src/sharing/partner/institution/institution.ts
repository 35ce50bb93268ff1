/** Institutions and their units. Agreements are made at the centre, so only who acts for the nation writes here. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { sayChanged } from '../notice.ts';
import { refuse } from '../refusals.ts';
import { KINDS, needsSupervisor } from '../rules.ts';
import type { InstitutionGiven } from '../schema.ts';
import {
  closeInstitution as close,
  closeUnit as endUnit,
  findInstitution,
  hasOpenCooperation,
  holdInstitution,
  insertInstitutions,
  insertUnit,
  listInstitutions,
  listOwnCooperations,
  updateInstitution,
  type InstitutionRow,
} from './sql.ts';

/** Refuses whoever does not act for the nation. */
export const mustBeCentre = (actor: Actor): void => mustCover(actor, '');

export async function getInstitution(tx: Tx, id: string): Promise<InstitutionRow> {
  const found = await findInstitution(tx, id);
  if (!found) throw refuse('partner.institution_not_found');
  return found;
}

/** Enters institutions, many at once; gives their ids in order. A supervisor may stand earlier in the same list. */
export async function registerInstitutions(
  tx: Tx,
  actor: Actor,
  given: readonly (InstitutionGiven & { readonly id?: Uuid })[],
): Promise<Uuid[]> {
  mustBeCentre(actor);
  const rows = given.map((each) => ({ ...each, id: each.id ?? newId() }));
  const supervisors = await supervisorsOf(tx, rows);
  for (const row of rows) mustBePlausible(tx, row, supervisors);
  const { entryId } = await record(tx, actor, {
    label: 'partner.institution_registered',
    facts: { n: rows.length, ...(rows.length === 1 && { institution: rows[0]!.id }) },
  });
  const by = { at: tx.ground.clock.now(), id: actor.id };
  await insertInstitutions(
    tx,
    rows.map((row) => ({ ...row, entryId })),
    by,
  );
  return rows.map(({ id }) => id);
}

type Supervisors = ReadonlyMap<string, Pick<InstitutionRow, 'kind'>>;

async function supervisorsOf(tx: Tx, rows: readonly (InstitutionGiven & { id: string })[]): Promise<Supervisors> {
  const ids = rows.flatMap(({ supervisorId }) => supervisorId ?? []);
  const known = ids.length === 0 ? [] : await listInstitutions(tx, [...new Set(ids)]);
  return new Map([
    ...known.filter(({ state }) => state === 'active').map((row): [string, InstitutionRow] => [row.id, row]),
    ...rows.map((row): [string, Pick<InstitutionRow, 'kind'>] => [row.id, row]),
  ]);
}

function mustBePlausible(tx: Tx, given: InstitutionGiven & { id: string }, supervisors: Supervisors): void {
  const { kind, supervisorId, regionCode } = given;
  if (needsSupervisor(kind) && supervisorId === null) throw at('supervisorId', 'partner.supervisor_needed');
  if (supervisorId !== null) {
    const supervisor = supervisors.get(supervisorId);
    const speaks = supervisor && supervisorId !== given.id && KINDS[supervisor.kind].memorandum === 'own';
    if (!speaks) throw at('supervisorId', 'partner.supervisor_not');
  }
  if (kind === 'regional_government' && regionCode === null) throw at('regionCode', 'partner.region_needed');
  if (regionCode !== null && tx.ground.regions.nameOf(regionCode) === undefined)
    throw at('regionCode', 'partner.region_unknown');
}

function at(path: string, code: Parameters<typeof refuse>[0]) {
  return refuse(code, { faults: [{ path, code }] });
}

/** Corrects what was entered. What it may ask stays as it was granted; those who answer hear of it at once. */
export async function changeInstitution(
  tx: Tx,
  actor: Actor,
  input: InstitutionGiven & { readonly id: string },
): Promise<void> {
  mustBeCentre(actor);
  const before = await getHeld(tx, input.id);
  mustBePlausible(tx, input, await supervisorsOf(tx, [input]));
  const names = ['name', 'kind', 'sector', 'supervisorId', 'regionCode', 'mail'] as const;
  const changed = names.filter((name) => before[name] !== input[name]);
  await record(tx, actor, {
    label: 'partner.institution_changed',
    facts: { institution: input.id, changed: changed.join(' ') },
  });
  await updateInstitution(tx, input.id, input);
  // Its kind says whether it pays, its region whose people it may ask about.
  await sayChanged(tx, actor, await listOwnCooperations(tx, input.id));
}

async function getHeld(tx: Tx, id: string): Promise<InstitutionRow> {
  const held = await holdInstitution(tx, id);
  if (!held) throw refuse('partner.institution_not_found');
  if (held.state === 'closed') throw refuse('partner.institution_closed');
  return held;
}

/** It is no more: merged into another, or dissolved. Refuses while a cooperation has not ended. */
export async function closeInstitution(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  mustBeCentre(actor);
  await getHeld(tx, input.id);
  if (await hasOpenCooperation(tx, input.id)) throw refuse('partner.institution_works');
  const { id, reason: why } = input;
  await record(tx, actor, { label: 'partner.institution_closed', facts: { institution: id } });
  await close(tx, id, { at: tx.ground.clock.now(), by: actor.id, why });
}

export async function openUnit(tx: Tx, actor: Actor, input: { id: string; name: string }): Promise<{ id: Uuid }> {
  mustBeCentre(actor);
  await getHeld(tx, input.id);
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'partner.unit_opened',
    facts: { institution: input.id, unit: id },
  });
  const at = tx.ground.clock.now();
  await insertUnit(tx, { id, institutionId: input.id, name: input.name, at, by: actor.id, entryId });
  return { id };
}

export async function closeUnit(tx: Tx, actor: Actor, input: { id: string; unitId: string }): Promise<void> {
  mustBeCentre(actor);
  const what = { id: input.unitId, institutionId: input.id, at: tx.ground.clock.now(), by: actor.id };
  await record(tx, actor, { label: 'partner.unit_closed', facts: { institution: input.id, unit: input.unitId } });
  if ((await endUnit(tx, what)) === 0) throw refuse('partner.unit_not_found');
}
