/** What must hold after the cards, counted by brute force. */
import { STATES, viewStores } from '../../../cards/blank/index.ts';
import { CARD_STATES, cardStateOf, mayBecome } from '../../../cards/card/index.ts';
import { many, one, sql } from '../../../core/db/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { blanksOf, FOR_SALE, SHORT } from './blanks.ts';
import { self } from './crew.ts';
import { sitiOutcome } from './earlier.ts';
import { findSack } from './sentences.ts';

/** The equation holds at every store, what lies there is what the books say, and every blank that was delivered lies once somewhere. */
export function storesHold(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', self, async (tx) => {
    const { stores } = await viewStores(tx, self, { region: '', all: 'yes' });
    const wrong = stores.filter(({ difference }) => difference !== 0);
    const { n, apart } = await one(
      tx,
      sql<{ n: number; apart: number }>`
        select coalesce(sum(upper(serials) - lower(serials)), 0)::int as n,
               coalesce((select sum(upper(r) - lower(r)) from unnest(range_agg(serials)) r), 0)::int as apart from blank_read.lot`,
    );
    const delivered = blanksOf(stage);
    return [
      ...wrong.map(({ name, difference }) => `${name}: the equation leaves ${difference}`),
      ...(n >= delivered && n === apart ? [] : [`${delivered} blanks were delivered, ${n} lie, ${apart} of them once`]),
    ];
  });
}

/** Steps, each allowed after one before it, end at the card's state; every card of a known blank has it alone. */
export function cardsHold(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', importer, async (tx) => {
    const rows = await many(
      tx,
      sql<{ state: number; steps: { state: number; at: string }[] }>`
        select c.state, json_agg(json_build_object('state', s.state, 'at', s.recorded_at)) as steps
          from card_read.card c left join card_read.step s on s.nik = c.nik and s.card_id = c.id group by c.nik, c.id, c.state`,
    );
    const wrong = rows.filter(({ state, steps }) => !givesState(state, steps));
    const { shared, loose } = await one(
      tx,
      sql<{ shared: number; loose: number }>`
        select (select count(*)::int from (select serial from card_read.card where serial is not null group by serial having count(*) > 1) t) as shared,
               (select count(*)::int from card_read.card c join blank_read.lot l on l.serials @> c.serial
                 where l.state <> all(${[STATES.PERSONALISED, STATES.SPOILED, STATES.DESTROYED]}::smallint[])) as loose`,
    );
    return [
      ...(wrong.length === 0 ? [] : [`${wrong.length} cards have steps that do not give their state`]),
      ...(shared === 0 ? [] : [`${shared} blanks became two cards`]),
      ...(loose === 0 ? [] : [`${loose} cards are made of blanks that the books do not hold as printed`]),
    ];
  });
}

/** Of steps at one moment nobody can say which came first: one of the last is the state, and each has one that it may follow. */
function givesState(state: number, steps: readonly { state: number; at: string }[]): boolean {
  if (steps.some((step) => step.state === null)) return false;
  const last = steps.reduce((latest, { at }) => (at > latest ? at : latest), '');
  const begins = steps.reduce((earliest, { at }) => (at < earliest ? at : earliest), last);
  const follows = steps.every(
    (step) =>
      step.at === begins ||
      steps.some((other) => other.at <= step.at && mayBecome(cardStateOf(other.state), cardStateOf(step.state))),
  );
  return follows && steps.some((step) => step.at === last && step.state === state);
}

/** The planted cases as docs/demo.md tells them. */
export async function plantedCards(stage: Stage): Promise<string[]> {
  const { frozen, short, valid } = await stage.database.transact('system', importer, (tx) =>
    one(
      tx,
      sql<{ frozen: number; short: number; valid: number }>`
        select coalesce(sum(upper(serials) - lower(serials)) filter (where incident_id is not null), 0)::int as frozen,
               coalesce(sum(upper(serials) - lower(serials)) filter (where state = ${STATES.IN_TRANSIT}), 0)::int as short,
               (select count(*)::int from card_read.card where state = ${CARD_STATES.VALID.code}) as valid from blank_read.lot`,
    ),
  );
  const seen = Number(FOR_SALE.last - FOR_SALE.first) + 1;
  const sack = await findSack(stage);
  return [
    ...(frozen === seen ? [] : [`${seen} blanks should be frozen, ${frozen} are`]),
    ...(short === SHORT ? [] : [`${SHORT} blanks should be in dispute on their way, ${short} are`]),
    ...(valid > 0 ? [] : ['nobody has a card in force']),
    ...(sack && sack.counts.length === 2 && sack.summary.listed === sack.counts[0]!.n && sack.explanation
      ? []
      : ['the sack of Duren Sawit should be listed, counted twice and explained']),
    ...['recorded_valid', 'holder_has_valid', 'never_printed', 'recorded_destroyed', 'in_sealed_bag'].flatMap((why) =>
      sack?.summary.contradictions[why] ? [] : [`the sack should contradict the records: ${why}`],
    ),
    ...(await sitiOutcome(stage)),
  ];
}
