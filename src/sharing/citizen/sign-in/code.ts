/** The code with which somebody signs in the first time: given at the counter to the person himself, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { listCardsOf } from '../../../cards/card/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { CODE_LETTERS, groupedCode, OFFICE_CODE_LENGTH, officeCodeEnds } from './rules.ts';
import { insertOfficeCode } from './sql.ts';

/**
 * A new code for who stands at the counter; the one before is worthless from then on.
 * @throws Refusal `citizen.card_missing` for who has no valid card: with it he signs in
 */
export async function giveOfficeCode(
  tx: Tx,
  actor: Actor,
  input: { ref: string },
): Promise<{ code: string; endsOn: string; address: string }> {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  const { nik } = resident;
  return elevated(tx, async () => {
    const cards = await listCardsOf(tx, [nik]);
    if (resident.state !== 'HIDUP' || !cards.some(({ state }) => state === 'VALID'))
      throw refuse('citizen.card_missing');
    const code = spoken();
    const id = newId();
    const at = tx.ground.clock.now();
    const endsAt = officeCodeEnds(at);
    const { entryId } = await record(tx, actor, {
      label: 'citizen.code_given',
      subjects: [{ nik, detail: 'sign_in' }],
    });
    await insertOfficeCode(tx, {
      id,
      nik,
      code: officeCodeHash(tx, nik, code),
      at,
      endsAt,
      by: actor.id,
      officeId: actor.officeId,
      entryId,
    });
    return {
      code: groupedCode(code),
      endsOn: dayIn(ZONES.WIB, endsAt),
      address: `${tx.ground.papers.host}/warga/masuk/pertama`,
    };
  });
}

/** The keyed hash of a code, good for this number alone. */
export const officeCodeHash = (tx: Tx, nik: Nik, code: string): Buffer =>
  tx.ground.vault.blindIndex('citizen.office_code', `${nik} ${code}`, 16);

function spoken(): string {
  let letters = '';
  while (letters.length < OFFICE_CODE_LENGTH) {
    // What lies beyond the last whole round of the alphabet would favour its first letters.
    for (const byte of randomBytes(32))
      if (byte < 240 && letters.length < OFFICE_CODE_LENGTH) letters += CODE_LETTERS[byte % CODE_LETTERS.length];
  }
  return letters;
}
