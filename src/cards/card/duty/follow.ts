/** Cards follow their holders: what changed of them marks a card for replacement, and death or departure ends it. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, run, sql, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn } from '../../../core/time/index.ts';
import { zoneOf } from '../../../register/region/index.ts';
import type { Element, Resident } from '../../../register/resident/index.ts';
import { advanceCards, listCardsOf, type Advance, type CardRow } from '../advance.ts';
import { endRequestsOf } from '../request/request.ts';
import { CARD_STATES, mayBecome, type CardState, type Cause } from '../rules.ts';
import { dutyOf, ENDS, UNDONE } from './rules.ts';

interface Change {
  readonly before: Resident;
  readonly after: Resident;
  readonly elements: readonly Element[];
}

/** In the transaction of the change itself. */
export async function cardsFollow(tx: Tx, actor: Actor, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await elevated(tx, async () => {
    const cards = Map.groupBy(
      await listCardsOf(
        tx,
        changes.map(({ after }) => after.nik),
      ),
      ({ nik }) => nik,
    );
    const cardsOf = ({ after }: Change) => cards.get(after.nik) ?? [];
    await moveWith(tx, changes);
    await markForReplacement(tx, actor, changes, cardsOf);
    await endWith(tx, actor, changes, cardsOf);
    await beginAgain(tx, actor, changes, cardsOf);
  });
}

/** The office where he lives now sees his cards and his request. */
async function moveWith(tx: Tx, changes: readonly Change[]): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before.villageCode !== after.villageCode)
    .map(({ after }) => ({ nik: after.nik, village: after.villageCode }));
  if (moved.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(moved)}::json) as m(nik bigint, village bigint)`;
  await run(tx, sql`update card.card c set village_code = m.village from ${given} where c.nik = m.nik`);
  await run(tx, sql`update card.request q set village_code = m.village from ${given} where q.nik = m.nik`);
}

/** States in which a card is in somebody's hands or on its way there. */
const LIVING: readonly CardState[] = ['PRINTED', 'CHECKED', 'SHIPPED', 'AT_COUNTER', 'VALID', 'SUSPENDED'];

async function markForReplacement(
  tx: Tx,
  actor: Actor,
  changes: readonly Change[],
  cardsOf: (change: Change) => readonly CardRow[],
): Promise<void> {
  const now = tx.ground.clock.now();
  const due = changes.flatMap((change) => {
    const elements = dutyOf(change.elements, renamed(tx, change));
    if (elements.length === 0) return [];
    return cardsOf(change)
      .filter(({ state }) => LIVING.includes(state))
      .map(({ nik, id, villageCode, replaceElements }) => ({
        nik,
        id,
        since: dayIn(zoneOf(villageCode), now),
        elements: [...new Set([...(replaceElements ?? []), ...elements])].toSorted(),
      }));
  });
  if (due.length === 0) return;
  const subjects = [...new Set(due.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'card' }));
  const { entryId } = await record(tx, actor, { label: 'card.due', subjects, facts: { n: due.length } });
  await run(
    tx,
    sql`update card.card c set replace_since = coalesce(c.replace_since, d.since), replace_elements = d.elements, entry_id = ${entryId}
          from json_to_recordset(${JSON.stringify(due)}::json) as d(nik bigint, id uuid, since date, elements text[])
         where c.nik = d.nik and c.id = d.id`,
  );
}

/** The village goes on under another code, and nothing else of the address changed: its region was divided or renamed. */
function renamed(tx: Tx, { before, after, elements }: Change): boolean {
  if (before.villageCode === after.villageCode) return false;
  if (elements.some((element) => element === 'address' || element === 'rt' || element === 'rw')) return false;
  return [10, 6, 4].some((digits) => {
    const [was, is] = [before.villageCode.slice(0, digits), after.villageCode.slice(0, digits)];
    const goesOn = tx.ground.regions.versionsOf(was).at(-1)?.successor === is;
    return goesOn && before.villageCode.slice(digits) === after.villageCode.slice(digits);
  });
}

async function endWith(
  tx: Tx,
  actor: Actor,
  changes: readonly Change[],
  cardsOf: (change: Change) => readonly CardRow[],
): Promise<void> {
  const gone = changes.filter(({ before, after }) => before.state !== after.state && ENDS[after.state]);
  if (gone.length === 0) return;
  const ending = gone.flatMap((change) => {
    const cause = ENDS[change.after.state]!;
    return cardsOf(change)
      .filter(({ state }) => LIVING.includes(state) && mayBecome(state, 'INVALID'))
      .map((card) => ({ card, cause }));
  });
  const steps = ending.map(({ card, cause }): Advance => ({ nik: card.nik, cardId: card.id, to: 'INVALID', cause }));
  if (steps.length > 0) await advanceCards(tx, actor, 'card.invalidated', steps);
  await strand(
    tx,
    ending.flatMap(({ card }) => (CARD_STATES[card.state].at === 'office' ? [card] : [])),
  );
  const people = gone.map(({ after }) => after);
  await endRequestsOf(tx, actor, people, 'holder_gone');
}

/** These lie at an office or are on their way to one: nobody brings them back, so their office is told to take them in. */
async function strand(tx: Tx, cards: readonly CardRow[]): Promise<void> {
  if (cards.length === 0) return;
  await run(
    tx,
    sql`update card.card set stranded = true
         where nik = any(${cards.map(({ nik }) => nik)}::bigint[]) and id = any(${cards.map(({ id }) => id)}::uuid[])`,
  );
}

/** A death that was entered by mistake, a return from abroad: what ended with it alone is in force again. A card
 * that he had not got yet stays ended, and is printed anew. */
async function beginAgain(
  tx: Tx,
  actor: Actor,
  changes: readonly Change[],
  cardsOf: (change: Change) => readonly CardRow[],
): Promise<void> {
  const back = changes.filter(({ before, after }) => ENDS[before.state] && after.state === 'HIDUP');
  const invalid = back.flatMap((change) => cardsOf(change).filter(({ state }) => state === 'INVALID'));
  if (invalid.length === 0) return;
  const causes = await lastSteps(tx, invalid);
  const steps = invalid
    .filter(({ id }) => {
      const last = causes.get(id);
      return last?.was === 5 && UNDONE.includes(last.cause as Cause);
    })
    .map(({ nik, id }): Advance => ({ nik, cardId: id, to: 'VALID', cause: 'decision' }));
  if (steps.length > 0) await advanceCards(tx, actor, 'card.valid_again', steps);
}

/** The cause of each card's last step, and in which state it was before. */
async function lastSteps(
  tx: Tx,
  cards: readonly CardRow[],
): Promise<Map<string, { cause: string | null; was: number }>> {
  const rows = await many(
    tx,
    sql<{ id: string; cause: string | null; was: number }>`
      select distinct on (s.card_id) s.card_id as id, s.cause,
             lag(s.state) over (partition by s.card_id order by s.recorded_at, s.id) as was
        from card.step s where s.nik = any(${cards.map(({ nik }) => nik)}::bigint[]) and s.card_id = any(${cards.map(({ id }) => id)}::uuid[])
       order by s.card_id, s.recorded_at desc, s.id desc`,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
