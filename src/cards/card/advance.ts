/** The one way in which cards come to another state. */
import type { Actor } from '../../core/access/index.ts';
import { many, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { notice, speak } from '../../core/notice/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { countSteps } from './figure/sql.ts';
import { refuse } from './refusals.ts';
import { CARD_STATES, cardStateOf, mayBecome, type CardState, type Cause } from './rules.ts';

/** Spoken in the transaction in which cards change their state. */
export const cardsMoved = notice<{ nik: Nik; cardId: Uuid; from: CardState; to: CardState; cause: Cause | null }>(
  'card.moved',
);

export interface Advance {
  readonly nik: Nik;
  readonly cardId: string;
  readonly to: CardState;
  readonly cause?: Cause | null;
  readonly reason?: string | null;
  readonly at?: Date;
}

/**
 * Brings cards to another state, all or none, each once, with one entry for all of them. Refuses a card that is not there and a
 * state that does not follow; two officers at once: the second is refused.
 */
export async function advanceCards(
  tx: Tx,
  actor: Actor,
  label: string,
  steps: readonly Advance[],
): Promise<{ entryId: Uuid }> {
  const cards = await holdCards(tx, steps);
  for (const { cardId, to } of steps) {
    const now = cards.get(cardId);
    if (!now) throw refuse('card.not_found');
    if (!mayBecome(now, to)) throw refuse('card.wrong_state', { detail: `${now} to ${to}` });
  }
  const subjects = [...new Set(steps.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'card' }));
  const { entryId } = await record(tx, actor, { label, subjects, facts: { n: steps.length } });
  await writeSteps(tx, actor, steps, entryId);
  await speak(
    tx,
    actor,
    cardsMoved,
    steps.map(({ nik, cardId, to, cause }) => ({
      nik,
      cardId: cardId as Uuid,
      from: cards.get(cardId)!,
      to,
      cause: cause ?? null,
    })),
  );
  return { entryId };
}

/** The cards' states, held until the commit; locked in one order. */
async function holdCards(tx: Tx, steps: readonly Advance[]): Promise<Map<string, CardState>> {
  const rows = await many<{ id: string; state: number }>(
    tx,
    sql`select c.id, c.state from card.card c
          join json_to_recordset(${JSON.stringify(steps.map(({ nik, cardId }) => ({ nik, id: cardId })))}::json) as x(nik bigint, id uuid)
            on c.nik = x.nik and c.id = x.id order by c.nik, c.id for update of c`,
  );
  return new Map(rows.map(({ id, state }) => [id, cardStateOf(state)]));
}

async function writeSteps(tx: Tx, actor: Actor, steps: readonly Advance[], entryId: string): Promise<void> {
  const now = tx.ground.clock.now();
  const rows = steps.map(({ nik, cardId, to, cause, reason, at }) => ({
    nik,
    card: cardId,
    id: newId(),
    state: CARD_STATES[to].code,
    at: (at ?? now).toISOString(),
    cause: cause ?? null,
    reason: reason ?? null,
  }));
  const officer = actor.kind === 'officer' ? actor.id : null;
  await run(
    tx,
    sql`with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json)
                         as x(nik bigint, card uuid, id uuid, state smallint, at timestamptz, cause text, reason text)),
             moved as (update card.card c set state = g.state, since = g.at, entry_id = ${entryId} from given g where c.nik = g.nik and c.id = g.card)
        insert into card.step (nik, card_id, id, state, at, recorded_at, officer_id, office_id, cause, reason, entry_id)
        select nik, card, id, state, at, ${now}, ${officer}::uuid, ${actor.officeId}::uuid, cause, reason, ${entryId} from given`,
  );
  await countSteps(tx, rows);
}

export interface CardRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly serial: bigint | null;
  readonly uid: bigint | null;
  readonly kind: 'first' | 'change' | 'damage' | 'loss';
  readonly state: CardState;
  readonly since: Date;
  readonly villageCode: string;
  readonly officeId: string | null;
  readonly boundFor: string | null;
  readonly printedOn: CivilDate;
  readonly printedVersion: number | null;
  readonly validUntil: CivilDate | null;
  /** It must be replaced since then, as these elements have changed. */
  readonly replaceSince: CivilDate | null;
  readonly replaceElements: readonly string[] | null;
  readonly requestId: Uuid | null;
  /** It ended before anybody got it: the office that has it, or to which it is on its way, takes it in. */
  readonly stranded: boolean;
}

type Raw = Omit<CardRow, 'serial' | 'uid' | 'state'> & { serial: string | null; uid: string | null; state: number };
const columns = sql`${nikText('c.nik')} as nik, c.id, c.serial::text as serial, c.uid::text as uid, c.kind, c.state, c.since,
  lpad(c.village_code::text, 10, '0') as "villageCode", c.office_id as "officeId", c.bound_for as "boundFor", c.printed_on as "printedOn",
  c.printed_version as "printedVersion", c.valid_until as "validUntil", c.replace_since as "replaceSince",
  c.replace_elements as "replaceElements", c.request_id as "requestId", c.stranded`;
const cardOf = ({ serial, uid, state, ...rest }: Raw): CardRow => ({
  ...rest,
  serial: serial === null ? null : BigInt(serial),
  uid: uid === null ? null : BigInt(uid),
  state: cardStateOf(state),
});

/** All cards of people, the newest first. */
export async function listCardsOf(tx: Tx, niks: readonly Nik[]): Promise<CardRow[]> {
  const rows = await many<Raw>(
    tx,
    sql`select ${columns} from card.card c where c.nik = any(${[...niks]}::bigint[]) order by c.nik, c.printed_on desc, c.id desc`,
  );
  return rows.map(cardOf);
}

/** One card by its id, held until the commit where it is to be changed. */
export async function findCard(tx: Tx, id: string, how: 'look' | 'change' = 'look'): Promise<CardRow | undefined> {
  const lock = how === 'change' ? sql`for update` : sql``;
  const row = await maybeOne<Raw>(tx, sql`select ${columns} from card.card c where c.id = ${id} ${lock}`);
  return row && cardOf(row);
}

/** The cards whose chip answers with this UID. */
export async function listCardsByUid(tx: Tx, uid: bigint): Promise<CardRow[]> {
  const rows = await many<Raw>(tx, sql`select ${columns} from card.card c where c.uid = ${uid}::bigint`);
  return rows.map(cardOf);
}

/** The cards made of these blanks; a blank is made into one card, so two for one serial are a contradiction. */
export async function listCardsBySerial(tx: Tx, serials: readonly bigint[]): Promise<CardRow[]> {
  const rows = await many<Raw>(
    tx,
    sql`select ${columns} from card.card c where c.serial = any(${serials.map(String)}::bigint[])`,
  );
  return rows.map(cardOf);
}
