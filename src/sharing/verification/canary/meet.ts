/** In the answer path: a question about a number that the register does not have may be about an invented person. */
import type { Tx } from '../../../core/db/index.ts';
import { newId, sixteenDigits } from '../../../core/id/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import type { Ask } from '../answer/ask.ts';
import type { Found } from '../answer/sql.ts';
import type { Item } from '../schema.ts';
import type { Canary } from './known.ts';
import type { CanaryPerson } from './person.ts';

/**
 * What is compared with: as found, or the invented person where it is one and nobody real. The touch is noted before anything is refused,
 * so a partner whose allowance is spent raises the alarm too.
 */
export function meetCanary(tx: Tx, ask: Ask, item: Item, found: Found): Found {
  const canary = tx.ground.verification.canaries.find(item.nik);
  if (canary === null || found.subject !== null) return found;
  noteTouch(tx, ask, item, canary);
  const { subject } = canary.person();
  // Whoever sees one region's people only sees no other's here either.
  const region = ask.partner.actor.jurisdiction?.code ?? '';
  return subject.villageCode.startsWith(region) ? { ...found, subject, state: 'active' } : found;
}

const NOTE = { name: 'verification.note_touch', text: 'select verification.note_touch($1, $2)' };

/**
 * Of a whole file: each invented person in it raises the alarm, whatever becomes of the file, and is given with whom its row is compared where
 * the register has nobody. `niks` as PostgreSQL writes a list of numbers.
 */
export function meetCanariesIn(
  tx: Tx,
  {
    partner,
    why,
    reference,
  }: { partner: Ask['partner']; why: Pick<Ask['why'], 'unit' | 'endUser'>; reference: string },
  niks: string,
): CanaryPerson[] {
  const { canaries } = tx.ground.verification;
  if (!canaries.some()) return [];
  const met: CanaryPerson[] = [];
  for (const number of new Set(niks.slice(1, -1).split(','))) {
    const canary = canaries.find(sixteenDigits(number));
    if (!canary) continue;
    noteTouch(tx, { partner, why }, { reference }, canary);
    met.push(canary.person());
  }
  return met;
}

function noteTouch(
  tx: Tx,
  { partner, why }: { partner: Ask['partner']; why: Pick<Ask['why'], 'unit' | 'endUser'> },
  { reference }: Pick<Item, 'reference'>,
  canary: Canary,
): void {
  const id = newId();
  const sealed = tx.ground.verification.canarySeal.sealTouch(id, {
    canaryId: canary.id,
    askerId: partner.institutionId,
    at: systemClock.now().toISOString(),
    unit: why.unit,
    endUser: why.endUser,
    reference,
  });
  tx.beside(tx.client.query({ ...NOTE, values: [id, sealed] }));
}
