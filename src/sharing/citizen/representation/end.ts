/** An officer ends what was entered, or shuts somebody out whom a court or an order keeps away; both hold from their commit on. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { z } from 'zod';
import { findResident, getResident, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { todayOf } from './find.ts';
import type { endShape, exclusionShape } from './schema.ts';
import { endAuthorities, holdAuthority, insertExclusion } from './sql.ts';

const wordsAt = (id: string) => ({ table: 'citizen.authority', row: id, column: 'end_words' });

/** @throws Refusal `citizen.authority_not_found` also for what has ended already */
export async function endAuthority(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof endShape> & { id: string },
): Promise<{ id: Uuid }> {
  const row = await elevated(tx, () => holdAuthority(tx, input.id));
  if (!row || row.begunAt === null || row.endedAt !== null) throw refuse('citizen.authority_not_found');
  await getResident(tx, row.nik);
  await elevated(tx, async () => {
    const { entryId } = await record(tx, actor, {
      label: 'citizen.authority_ended',
      subjects: [row.nik, row.representative].map((nik) => ({ nik, detail: 'representation' })),
      facts: { authority: row.id, ground: input.ground },
    });
    const words = tx.ground.vault.sealForPerson(row.nik, wordsAt(row.id), input.words);
    const doing = { at: tx.ground.clock.now(), by: actor.id, officeId: actor.officeId, entryId };
    await endAuthorities(tx, { id: row.id }, { ground: input.ground, words }, doing);
  });
  return { id: row.id };
}

/**
 * Somebody may not act for this person any more, whatever the register says. Whom a protection order keeps away does not find the entry in
 * his list: it would tell him at which office the person is.
 * @throws Refusal `citizen.authority_own`, `citizen.authority_not_found`, `citizen.excluded_already`, `citizen.decided_ahead`
 */
export async function exclude(tx: Tx, actor: Actor, input: z.output<typeof exclusionShape>): Promise<{ id: Uuid }> {
  const nik = nikOf(tx, input.ref);
  const person = nikOf(tx, input.by);
  if (nik === person)
    throw refuse('citizen.authority_own', { faults: [{ path: 'by', code: 'citizen.authority_own' }] });
  if (input.decidedOn > todayOf(tx))
    throw refuse('citizen.authority_wrong', {
      faults: [{ path: 'decidedOn', code: 'citizen.authority.decided_ahead' }],
    });
  await getResident(tx, nik);
  const id = newId();
  await elevated(tx, async () => {
    if (!(await findResident(tx, person))) throw refuse('citizen.authority_not_found');
    const { ground, issuer, number, decidedOn } = input;
    const told = ground === 'protection_order' ? [nik] : [nik, person];
    const { entryId } = await record(tx, actor, {
      label: 'citizen.exclusion_entered',
      subjects: told.map((each) => ({ nik: each, detail: 'representation' })),
      facts: { exclusion: id, ground },
    });
    const doing = { at: tx.ground.clock.now(), by: actor.id, officeId: actor.officeId, entryId };
    if (!(await insertExclusion(tx, { id, nik, person, ground, issuer, number, decidedOn }, doing)))
      throw refuse('citizen.excluded_already');
    await endAuthorities(tx, { nik, representative: person }, { ground, words: null }, doing);
  });
  return { id };
}
