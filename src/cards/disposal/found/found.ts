/** A find of cards: opened, passed from hand to hand, counted by several, looked up card by card, explained. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { CARD_STATES, cardStateOf } from '../../card/index.ts';
import { nextNumber } from '../intake/sql.ts';
import { officeOf } from '../intake/take-in.ts';
import { blanksAt, matchCards, withSerials, type Readable } from '../match/sql.ts';
import { refuse } from '../refusals.ts';
import type { FoundSummary } from '../schema.ts';
import { contradictionsOf, custodianOf, reconcile, sumOf, type Part } from './reconcile.ts';
import {
  explainFound,
  findFound,
  holdFound,
  insertCustody,
  insertFound,
  insertFoundCards,
  insertFoundCount,
  listCounts,
  listFoundCards,
  type FoundCardLine,
  type FoundRow,
  type NewFoundCard,
} from './sql.ts';

export interface Finding {
  readonly place: string;
  readonly regionCode: string;
  readonly foundOn: string;
  readonly finder: string;
  readonly policeReport?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** Opens a find. Its chain of custody begins with the finder. */
export async function openFound(tx: Tx, actor: Actor, given: Finding): Promise<{ id: Uuid; number: string }> {
  const office = await officeOf(tx, actor);
  mustCover(actor, given.regionCode);
  if (given.foundOn > today(tx.ground.clock, actor.zone)) throw refuse('disposal.found_ahead');
  const year = given.foundOn.slice(0, 4);
  const number = `TMN/${given.regionCode || 'PUSAT'}/${year}/${String(await nextNumber(tx, `found ${given.regionCode} ${year}`)).padStart(4, '0')}`;
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'found.opened',
    facts: { found: id, region: given.regionCode },
  });
  const { policeReport = null, description = null } = given;
  const at = tx.ground.clock.now();
  await insertFound(tx, {
    ...given,
    policeReport,
    description,
    id,
    number,
    officeId: office.id,
    at,
    by: actor.id,
    entryId,
  });
  return { id, number };
}

/** A find of the actor's region, held until the commit. */
async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<FoundRow> {
  const found = await holdFound(tx, id);
  if (!found) throw refuse('disposal.found_not_found');
  mustCover(actor, found.regionCode);
  return found;
}

export async function getFound(tx: Tx, actor: Actor, id: string): Promise<FoundRow> {
  const found = await findFound(tx, id);
  if (!found) throw refuse('disposal.found_not_found');
  mustCover(actor, found.regionCode);
  return found;
}

/** Notes who took it into his hands, and when. Later than the hand before. */
export async function noteCustody(
  tx: Tx,
  actor: Actor,
  input: { id: string; holder: string; institution: string; takenAt: string; note?: string | null | undefined },
): Promise<{ place: number }> {
  const found = await holdOwn(tx, actor, input.id);
  const takenAt = new Date(input.takenAt);
  const at = tx.ground.clock.now();
  if (takenAt > at) throw refuse('disposal.found_ahead');
  const { entryId } = await record(tx, actor, { label: 'found.custody_noted', facts: { found: found.id } });
  const { holder, institution, note = null } = input;
  return {
    place: await insertCustody(tx, {
      foundId: found.id,
      holder,
      institution,
      takenAt,
      note,
      at,
      by: actor.id,
      entryId,
    }),
  };
}

/** Enters what one counter counted. Counts stand beside one another: none replaces another. */
export async function enterFoundCount(
  tx: Tx,
  actor: Actor,
  input: { id: string; counter: string; institution: string; countedAt: string; n: number; parts: readonly Part[] },
): Promise<{ id: Uuid }> {
  const found = await holdOwn(tx, actor, input.id);
  if (input.parts.length > 0 && sumOf(input.parts) !== input.n)
    throw refuse('disposal.parts_sum', { values: { sum: sumOf(input.parts), n: input.n } });
  if (found.reconciled !== null) throw refuse('disposal.found_explained');
  const at = tx.ground.clock.now();
  const countedAt = new Date(input.countedAt);
  if (countedAt > at) throw refuse('disposal.found_ahead');
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'found.counted',
    facts: { found: found.id, count: id, n: input.n },
  });
  const { counter, institution, n, parts } = input;
  const row = { id, foundId: found.id, counter, institution, n, parts, countedAt };
  await insertFoundCount(tx, { ...row, at, by: actor.id, entryId });
  return { id };
}

export interface FoundLine {
  readonly line: number;
  readonly card: Readable;
  /** Columns in which something is written that cannot be read: the card counts all the same. */
  readonly unread?: readonly FoundColumn[];
}

export type FoundColumn = 'nik' | 'serial' | 'uid' | 'tahun';

/** Looks up every card of the list at once and keeps what the records say of it now. One list a find. */
export async function importFound(
  tx: Tx,
  actor: Actor,
  input: { id: string; lines: readonly FoundLine[] },
): Promise<FoundSummary> {
  const found = await holdOwn(tx, actor, input.id);
  if (found.listed > 0) throw refuse('disposal.found_listed');
  return elevated(tx, async () => {
    const cards = await lookUp(tx, input.lines);
    const subjects = [...new Set(cards.flatMap(({ cardNik }) => cardNik ?? []))];
    await record(tx, actor, {
      label: 'found.imported',
      subjects: subjects.map((nik) => ({ nik: nik as Nik, detail: 'card' })),
      facts: { found: found.id, listed: cards.length, known: cards.filter(({ cardId }) => cardId !== null).length },
    });
    await insertFoundCards(tx, found.id, cards);
    return summaryOf(tx, actor, await listFoundCards(tx, found.id));
  });
}

async function lookUp(tx: Tx, lines: readonly FoundLine[]): Promise<NewFoundCard[]> {
  const readable = await withSerials(
    tx,
    lines.map(({ card }) => card),
  );
  const matches = await matchCards(tx, readable);
  const blanks = await blanksAt(
    tx,
    readable.flatMap(({ serial }) => serial ?? []),
  );
  const seen = new Set<string>();
  return lines.map(({ line }, at): NewFoundCard => {
    const card = readable[at]!;
    const match = matches.get(at);
    const blank = card.serial === null ? undefined : blanks.get(card.serial);
    const marks = match
      ? [match.cardId]
      : [card.serial, card.uid].flatMap((mark) => (mark === null ? [] : String(mark)));
    const twice = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    const { custodian, officeId } = custodianOf(match, blank);
    return {
      line,
      nik: card.nik,
      serial: card.serial === null ? null : String(card.serial),
      uid: card.uid === null ? null : String(card.uid),
      printedYear: card.printedYear,
      cardNik: match?.nik ?? null,
      cardId: match?.cardId ?? null,
      cardState: match ? CARD_STATES[match.state].code : null,
      custodian,
      custodianOffice: officeId,
      bagNumber: match?.bagNumber ?? null,
      contradictions: contradictionsOf(card, match, blank, twice),
    };
  });
}

export function summaryOf(tx: Tx, actor: Pick<Actor, 'language'>, cards: readonly FoundCardLine[]): FoundSummary {
  const known = cards.filter(({ cardId }) => cardId !== null).length;
  const custodians = countBy(cards, (card) => custodianText(tx, actor, card));
  return {
    listed: cards.length,
    known,
    unknown: cards.length - known,
    byState: countBy(cards, ({ cardState }) => (cardState === null ? [] : [cardStateOf(cardState)])),
    lastCustodians: Object.entries(custodians)
      .map(([custodian, n]) => ({ custodian, n }))
      .toSorted((a, b) => b.n - a.n || (a.custodian < b.custodian ? -1 : 1)),
    contradictions: countBy(cards, ({ contradictions }) => contradictions),
  };
}

/** The custodian in words: an office, or the holder to whom an office handed it. */
export function custodianText(tx: Tx, actor: Pick<Actor, 'language'>, card: FoundCardLine): string[] {
  return [
    tx.ground.speaker.say(actor.language, `disposal.custodian.${card.custodian}`, {
      office: card.office ?? '-',
    }),
  ];
}

function countBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) for (const key of keysOf(item)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/**
 * Brings the counts on one number and explains each that differs; never whoever opened the find. Without an explanation for every
 * differing counter nothing is explained.
 */
export async function explainCounts(
  tx: Tx,
  actor: Actor,
  input: { id: string; reconciled: number; explanations: readonly { counter: string; text: string }[] },
): Promise<{ spread: number }> {
  const found = await holdOwn(tx, actor, input.id);
  if (found.reconciled !== null) throw refuse('disposal.found_explained');
  if (found.openedBy === actor.id) throw refuse('disposal.found_own');
  const counts = await listCounts(tx, found.id);
  if (counts.length < 2) throw refuse('disposal.counts_few');
  const { spread, differing } = reconcile(counts, input.reconciled);
  const words = new Map(input.explanations.map(({ counter, text }) => [counter, text]));
  const silent = differing.find(({ counter }) => !words.has(counter));
  if (silent) throw refuse('disposal.unexplained', { values: { counter: silent.counter } });
  await record(tx, actor, {
    label: 'found.explained',
    facts: { found: found.id, reconciled: input.reconciled, spread },
  });
  const explanation = differing
    .map(({ counter, n, by }) => `${counter} (${n}, ${by > 0 ? '+' : ''}${by}): ${words.get(counter)}`)
    .join('\n');
  const text = explanation === '' ? tx.ground.speaker.say('id', 'disposal.counts_agree') : explanation;
  await explainFound(tx, {
    id: found.id,
    reconciled: input.reconciled,
    explanation: text,
    at: tx.ground.clock.now(),
    by: actor.id,
  });
  return { spread };
}
