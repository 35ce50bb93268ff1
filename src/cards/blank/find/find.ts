/** Missing blanks turn up: the keeper on whose account they are says so with what proves it, a third person decides. */
import { covers, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { storeFiles } from '../../../core/file/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import { newId, NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, today, type CivilDate } from '../../../core/time/index.ts';
import { moveBlanks } from '../movement/move.ts';
import { findLying, firstElsewhere } from '../movement/sql.ts';
import { refuse as refuseBlank } from '../refusals.ts';
import { countOf, ordered } from '../rules.ts';
import { getOwnStore } from '../shipment/send.ts';
import { nextNumber } from '../shipment/sql.ts';
import { refuse } from './refusals.ts';
import type { FindGiven } from './schema.ts';
import { sealFind } from './sealed.ts';
import { decideFind, endCasesOf, holdFind, insertFind, missingSince, setFindPhoto, type FindRow } from './sql.ts';

/**
 * The keeper has blanks in hand that are missing on the account of his store. Until the decision they stay missing: nothing moves by
 * one person's word. Refuses a serial that is not missing there, or that waits in another report.
 */
export async function reportFind(tx: Tx, actor: Actor, given: FindGiven): Promise<{ id: Uuid; number: string }> {
  const store = await getOwnStore(tx, actor, given.storeId);
  const { spans, twice } = ordered(
    given.spans.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) })),
  );
  if (twice !== null) throw refuseBlank('blank.serial_twice', { values: { serial: String(twice) } });
  const n = countOf(spans);
  const place = { store: store.id, state: 'MISSING' } as const;
  await elevated(tx, async () => {
    const { here } = await findLying(tx, spans, place, null);
    if (here < n) {
      const serial = await firstElsewhere(tx, spans, place);
      throw refuse('blank.find_not_missing', { values: { serial: serial ?? '' } });
    }
    const since = await missingSince(tx, spans);
    const day = today(tx.ground.clock, actor.zone);
    if (given.foundOn > day || (since && given.foundOn < dayIn(actor.zone, since))) throw refuse('blank.find_future');
  });
  const id = newId();
  const year = today(tx.ground.clock, actor.zone).slice(0, 4);
  const at = await elevated(tx, () => nextNumber(tx, `find ${year}`));
  const number = `470/${String(at).padStart(4, '0')}/BLANGKO-DITEMUKAN/${year}`;
  const { entryId } = await record(tx, actor, {
    label: 'blank.find_reported',
    facts: { find: id, store: store.id, n: Number(n) },
  });
  await elevated(tx, () =>
    insertFind(tx, {
      id,
      number,
      storeId: store.id,
      spans,
      foundOn: given.foundOn as CivilDate,
      place: given.place,
      words: sealFind(tx, id, given.words),
      reportedAt: tx.ground.clock.now(),
      reportedBy: actor.id,
      entryId,
    }),
  );
  return { id, number };
}

/** One photo of what was found, by whoever reported it and before the decision; inspected and kept sealed. */
export async function addFindPhoto(tx: Tx, actor: Actor, input: { id: string; file: UploadedFile }): Promise<void> {
  const find = await getWaiting(tx, input.id, (row) => row.reportedById === actor.id);
  if (find.photoId !== null) throw refuse('blank.find_photo_here');
  const allowed = ['image/jpeg', 'image/png'] as const;
  const { name, bytes } = input.file;
  const [photoId] = await storeFiles(tx, actor, [
    { nik: NOBODY, villageCode: '0', kind: 'blank.find', allowed, name, bytes },
  ]);
  await record(tx, actor, { label: 'blank.find_photo_added', facts: { find: find.id } });
  await elevated(tx, () => setFindPhoto(tx, find.id, photoId!));
}

/**
 * Whoever answers for the store's region and is no party to it. Confirmed, the blanks enter the store's stock by a movement of their
 * own, and the case by which they were declared missing ends once none of its blanks is; refused, they stay missing.
 */
export async function settleFind(
  tx: Tx,
  actor: Actor,
  input: { id: string; confirm: boolean; answer: string },
): Promise<void> {
  const find = await getWaiting(tx, input.id, (row) => covers(actor.jurisdiction, row.regionCode));
  if (isParty(actor, find)) throw refuse('blank.find_own');
  const { confirm, answer } = input;
  const at = tx.ground.clock.now();
  const from = { store: find.storeId, state: 'MISSING' } as const;
  const movementId = confirm
    ? await moveBlanks(tx, actor, { kind: 'found', spans: find.spans, from, reason: answer })
    : null;
  const cases = confirm ? await elevated(tx, () => endCasesOf(tx, find.spans, at)) : 0;
  const state = confirm ? 'confirmed' : 'refused';
  const n = Number(countOf(find.spans));
  await record(tx, actor, { label: 'blank.find_decided', facts: { find: find.id, state, n, cases } });
  await elevated(tx, () => decideFind(tx, { id: find.id, state, answer, at, by: actor.id, movementId }));
}

/** Who has reported it or keeps the store. */
export const isParty = (actor: Actor, { reportedById, keeperId }: FindRow) =>
  reportedById === actor.id || keeperId === actor.id;

async function getWaiting(tx: Tx, id: string, maySee: (row: FindRow) => boolean): Promise<FindRow> {
  const find = await elevated(tx, () => holdFind(tx, id));
  if (!find || !maySee(find)) throw refuse('blank.find_not_found');
  if (find.state !== 'reported') throw refuse('blank.find_decided');
  return find;
}
