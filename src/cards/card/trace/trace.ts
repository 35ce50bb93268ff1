/** Everything that is known of a card, or of all the cards of a person: every state with who, where, when and why. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, sql, type Tx } from '../../../core/db/index.ts';
import { isNik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { masked } from '../../../register/resident/index.ts';
import { parseUid, serialOf, traceBlank, uidText, type Traced } from '../../blank/index.ts';
import { listCardsBySerial, listCardsByUid, listCardsOf, type CardRow } from '../advance.ts';
import { refuse } from '../refusals.ts';
import { cardStateOf, CARD_STATES } from '../rules.ts';
import type { TracedCard } from '../schema.ts';

/**
 * Traces a NIK (16 digits), a serial or a chip's UID. Looks over the nation; whoever may ask was checked by the route. Sixteen
 * digits that are a person's NIK are that before they are a serial.
 */
export async function traceCard(tx: Tx, actor: Actor, input: { what: string }): Promise<{ cards: TracedCard[] }> {
  return elevated(tx, async () => {
    const cards = await cardsFor(tx, input.what.replaceAll(/[\s.]/g, ''));
    if (cards.length === 0) throw refuse('card.trace_nothing');
    const subjects = [...new Set(cards.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'card' }));
    await record(tx, actor, { label: 'card.traced', subjects, facts: { n: cards.length } });
    const steps = await stepsOf(tx, cards);
    const names = await holdersOf(tx, cards);
    const traced: TracedCard[] = [];
    for (const card of cards)
      traced.push({
        id: card.id,
        ref: tx.ground.personRefs.of(card.nik),
        holder: masked(names.get(card.nik) ?? ''),
        serial: card.serial === null ? null : String(card.serial),
        uid: card.uid === null ? null : uidText(card.uid),
        state: card.state,
        valid: CARD_STATES[card.state].valid,
        printedOn: card.printedOn,
        steps: steps.get(card.id) ?? [],
        blank: await blankOf(tx, actor, card),
      });
    return { cards: traced };
  });
}

async function cardsFor(tx: Tx, what: string): Promise<CardRow[]> {
  if (isNik(what)) {
    const own = await listCardsOf(tx, [what]);
    if (own.length > 0) return own;
  }
  const uid = parseUid(what);
  if (uid !== null) {
    const byUid = await listCardsByUid(tx, uid);
    if (byUid.length > 0) return byUid;
  }
  const found = await serialOf(tx, what);
  return found ? listCardsBySerial(tx, [found.serial]) : [];
}

async function blankOf(tx: Tx, actor: Actor, { serial }: CardRow): Promise<Traced | null> {
  if (serial === null) return null;
  // Cards of the years before may be of deliveries that nobody entered.
  const known = await many(tx, sql`select 1 from blank_read.lot where serials @> ${serial}::int8 limit 1`);
  return known.length === 0 ? null : traceBlank(tx, actor, { what: String(serial) });
}

async function stepsOf(tx: Tx, cards: readonly CardRow[]): Promise<Map<string, TracedCard['steps'][number][]>> {
  const rows = await many(
    tx,
    sql<{
      card: string;
      state: number;
      at: Date;
      recordedAt: Date;
      officer: string | null;
      office: string | null;
      cause: string | null;
      reason: string | null;
    }>`
      select s.card_id as card, s.state, s.at, s.recorded_at as "recordedAt", f.name as officer, o.name as office, s.cause, s.reason
        from card.step s left join officer_read.officer f on f.id = s.officer_id left join office_read.office o on o.id = s.office_id
       where s.nik = any(${cards.map(({ nik }) => nik)}::bigint[]) and s.card_id = any(${cards.map(({ id }) => id)}::uuid[])
       order by s.recorded_at, s.id`,
  );
  const byCard = new Map<string, TracedCard['steps'][number][]>();
  for (const { card, state, at, recordedAt, ...rest } of rows) {
    const step = { ...rest, state: cardStateOf(state), at: at.toISOString(), recordedAt: recordedAt.toISOString() };
    byCard.set(card, [...(byCard.get(card) ?? []), step]);
  }
  return byCard;
}

async function holdersOf(tx: Tx, cards: readonly CardRow[]): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    sql<{ nik: string; name: string }>`
      select lpad(nik::text, 16, '0') as nik, name from resident_read.resident where nik = any(${cards.map(({ nik }) => nik)}::bigint[])`,
  );
  return new Map(rows.map(({ nik, name }) => [nik, name]));
}
