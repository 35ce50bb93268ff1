/**
 * The presence step: the person stands before the officer with his card, or the officer says how he knew him. Nothing is done for anybody
 * without it; it is one officer's, for a quarter of an hour, and every use asks for it again.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { uidText } from '../../../cards/blank/index.ts';
import { listCardsOf, tellHolder } from '../../../cards/card/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { ASSISTED, concerning } from '../hand.ts';
import { listOfficeNames } from '../look/sql.ts';
import { refuse } from '../refusals.ts';
import { isChild } from '../representation/rules.ts';
import { todayOf } from '../representation/find.ts';
import { readCardSign } from '../sign-in/rules.ts';
import { assistanceEnds } from './rules.ts';
import type { AssistGiven } from './schema.ts';
import { endAssistance, findAssistance, insertAssistance, type AssistanceRow } from './sql.ts';

const placeOf = (id: string) => ({ table: 'citizen.assistance', row: id, column: 'sealed' });

/**
 * @throws Refusal `citizen.not_alive`, `citizen.assist_child` (his parents are served), `citizen.card_not_his`
 */
export async function openAssistance(tx: Tx, actor: Actor, input: AssistGiven): Promise<{ id: Uuid; endsAt: string }> {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  const { nik } = resident;
  if (resident.state !== 'HIDUP') throw refuse('citizen.not_alive');
  if (isChild(resident, todayOf(tx))) throw refuse('citizen.assist_child');
  return elevated(tx, async () => {
    if (input.card !== null && !(await holds(tx, nik, input.card)))
      throw refuse('citizen.card_not_his', { faults: [{ path: 'card', code: 'citizen.card_not_his' }] });
    const id = newId();
    const openedAt = tx.ground.clock.now();
    const endsAt = assistanceEnds(openedAt);
    const knownBy = input.card !== null ? 'card' : 'other';
    const { reason, known, companion } = input;
    const { entryId } = await record(tx, actor, {
      label: 'citizen.assistance_opened',
      subjects: concerning(nik, ASSISTED),
      facts: { assistance: id, reason, knownBy, accompanied: companion !== null },
    });
    const sealed = tx.ground.vault.sealForPerson(nik, placeOf(id), JSON.stringify({ known, companion }));
    const { officeId } = actor;
    await insertAssistance(tx, {
      id,
      nik,
      officerId: actor.id,
      officeId,
      knownBy,
      reason,
      sealed,
      openedAt,
      endsAt,
      entryId,
    });
    await tellPerson(tx, { nik, officeId }, 'opened');
    return { id, endsAt: endsAt.toISOString() };
  });
}

async function holds(tx: Tx, nik: Nik, typed: string): Promise<boolean> {
  const sign = readCardSign(typed);
  if (sign === null) return false;
  return (await listCardsOf(tx, [nik])).some(({ state, serial, uid }) => {
    if (state !== 'VALID') return false;
    return sign.serial !== null ? serial === sign.serial : uid !== null && uidText(uid) === sign.uid;
  });
}

/** The officer's own presence of that person. Refuses `citizen.assistance_over` when its time is over, or it is another's. */
export async function presentOf(tx: Tx, actor: Actor, id: string): Promise<AssistanceRow> {
  const now = tx.ground.clock.now();
  const row = await elevated(tx, () => findAssistance(tx, { id, officerId: actor.id, now }));
  if (!row) throw refuse('citizen.assistance_over');
  // He may have moved, or the officer been posted elsewhere, since.
  await getResident(tx, row.nik);
  return row;
}

export function companionOf(tx: Tx, { id, nik, sealed }: AssistanceRow): string | null {
  const said = JSON.parse(tx.ground.vault.unsealForPerson(nik, placeOf(id), sealed).toString()) as {
    companion: string | null;
  };
  return said.companion;
}

export async function closeAssistance(tx: Tx, actor: Actor, input: { id: string }): Promise<{ id: Uuid }> {
  const row = await presentOf(tx, actor, input.id);
  await elevated(tx, async () => {
    await record(tx, actor, {
      label: 'citizen.assistance_closed',
      subjects: concerning(row.nik, ASSISTED),
      facts: { assistance: row.id },
    });
    await endAssistance(tx, row.id, tx.ground.clock.now());
  });
  return { id: row.id };
}

/** What an officer did in his name reaches the person where he wants to be written to, so that he can say it was not his wish. As `system`. */
export async function tellPerson(
  tx: Tx,
  { nik, officeId }: { nik: Nik; officeId: string | null },
  did: 'opened' | 'dispute' | 'lock' | 'lift' | 'right',
): Promise<void> {
  const names = await listOfficeNames(tx, officeId === null ? [] : [officeId]);
  await tellHolder(tx, nik, `citizen.message.assisted_${did}`, () => ({
    office: names.get(officeId ?? '') ?? '-',
    address: `${tx.ground.papers.host}/warga`,
  }));
}
