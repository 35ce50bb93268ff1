/** Every statement on family cards and memberships. A membership is written twice, by nik and by card, in one transaction. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../core/db/index.ts';
import { asFamilyCardNumber, type FamilyCardNumber, type Nik, type Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { CARD_STATES, type FamilyCard, type Membership } from './schema.ts';

type CardRow = Omit<FamilyCard, 'state'> & { state: number };

const cardColumns = sql`
  ${nikText('c.number')} as "number", ${nikText('c.head_nik')} as "headNik", lpad(c.village_code::text, 10, '0') as "villageCode",
  c.address, c.rt, c.rw, c.hamlet, c.postal_code as "postalCode", c.issued_on as "issuedOn", c.state, c.state_since as "stateSince",
  ${nikText('c.replaced_by')} as "replacedBy", c.version`;

const toCard = (row: CardRow): FamilyCard => ({ ...row, state: CARD_STATES[row.state - 1]! });

export async function findCard(tx: Tx, number: FamilyCardNumber): Promise<FamilyCard | undefined> {
  const row = await maybeOne<CardRow>(
    tx,
    sql`select ${cardColumns} from family.card c where c.number = ${number}::bigint`,
  );
  return row && toCard(row);
}

/** How many of these cards the asker sees. */
export async function countCards(tx: Tx, numbers: readonly FamilyCardNumber[]): Promise<number> {
  if (numbers.length === 0) return 0;
  const row = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from family.card c where c.number = any(${[...numbers]}::bigint[])`,
  );
  return row.n;
}

export async function listCardsForUpdate(tx: Tx, numbers: readonly FamilyCardNumber[]): Promise<FamilyCard[]> {
  const rows = await many<CardRow>(
    tx,
    sql`select ${cardColumns} from family.card c where c.number = any(${[...numbers]}::bigint[]) order by c.number for update`,
  );
  return rows.map(toCard);
}

export async function insertCards(tx: Tx, cards: readonly FamilyCard[]): Promise<void> {
  const rows = JSON.stringify(
    cards.map((card) => ({
      number: card.number,
      head_nik: card.headNik,
      village_code: card.villageCode,
      replaced_by: card.replacedBy,
      issued_on: card.issuedOn,
      state_since: card.stateSince,
      version: card.version,
      rt: card.rt,
      rw: card.rw,
      state: CARD_STATES.indexOf(card.state) + 1,
      address: card.address,
      hamlet: card.hamlet,
      postal_code: card.postalCode,
    })),
  );
  await run(tx, sql`insert into family.card select * from json_populate_recordset(null::family.card, ${rows}::json)`);
}

/** Writes the parts of cards that change; the number and who it was issued to never do. */
export async function updateCards(tx: Tx, cards: readonly FamilyCard[]): Promise<void> {
  await run(
    tx,
    sql`update family.card c set head_nik = n.head, state = n.state, state_since = n.since, replaced_by = n.replaced_by, version = n.version,
               address = n.address, rt = n.rt, rw = n.rw, hamlet = n.hamlet, postal_code = n.postal, village_code = n.village
          from unnest(${cards.map((c) => c.number)}::bigint[], ${cards.map((c) => c.headNik)}::bigint[], ${cards.map((c) => CARD_STATES.indexOf(c.state) + 1)}::smallint[],
                      ${cards.map((c) => c.stateSince)}::date[], ${cards.map((c) => c.replacedBy)}::bigint[], ${cards.map((c) => c.version)}::int[],
                      ${cards.map((c) => c.address)}::text[], ${cards.map((c) => c.rt)}::smallint[], ${cards.map((c) => c.rw)}::smallint[],
                      ${cards.map((c) => c.hamlet)}::text[], ${cards.map((c) => c.postalCode)}::text[], ${cards.map((c) => c.villageCode)}::bigint[])
               as n(number, head, state, since, replaced_by, version, address, rt, rw, hamlet, postal, village)
         where c.number = n.number`,
  );
}

const membershipColumns = sql`${nikText('m.nik')} as nik, ${nikText('m.family_card')} as "familyCard", m.relation, m.valid_from as "validFrom", m.valid_to as "validTo"`;

/** The cards to which these people belong now. */
export async function listMembershipsOf(tx: Tx, niks: readonly Nik[]): Promise<Membership[]> {
  return many<Membership>(
    tx,
    sql`select ${membershipColumns} from family.membership_by_nik m where m.nik = any(${[...niks]}::bigint[]) and m.valid_to is null order by m.nik`,
  );
}

/** The seat that each of these people had last, for those who have none now. */
export async function listLastMemberships(tx: Tx, niks: readonly Nik[]): Promise<Membership[]> {
  return many<Membership>(
    tx,
    sql`select distinct on (m.nik) ${membershipColumns} from family.membership_by_nik m
         where m.nik = any(${[...niks]}::bigint[])
           and not exists (select from family.membership_by_nik n where n.nik = m.nik and n.valid_to is null)
         order by m.nik, m.valid_to desc, m.valid_from desc`,
  );
}

/** Who belongs to these cards now, or who ever did. */
export async function listMembersOf(
  tx: Tx,
  cards: readonly FamilyCardNumber[],
  which: 'present' | 'ever' = 'present',
): Promise<Membership[]> {
  return many<Membership>(
    tx,
    sql`select ${membershipColumns} from family.membership_by_card m where m.family_card = any(${[...cards]}::bigint[])
           ${which === 'present' ? sql`and m.valid_to is null` : sql``} order by m.family_card, m.relation, m.nik`,
  );
}

/** Ends the present memberships of these people on `on`, never before they began. */
export async function endMemberships(tx: Tx, niks: readonly Nik[], on: CivilDate): Promise<void> {
  await run(
    tx,
    sql`update family.membership_by_nik set valid_to = greatest(valid_from, ${on}::date) where nik = any(${[...niks]}::bigint[]) and valid_to is null`,
  );
  await run(
    tx,
    sql`update family.membership_by_card set valid_to = greatest(valid_from, ${on}::date) where nik = any(${[...niks]}::bigint[]) and valid_to is null`,
  );
}

export async function insertMemberships(tx: Tx, rows: readonly Omit<Membership, 'validTo'>[]): Promise<void> {
  const values = sql`unnest(${rows.map((r) => r.nik)}::bigint[], ${rows.map((r) => r.familyCard)}::bigint[], ${rows.map((r) => r.validFrom)}::date[], ${rows.map((r) => r.relation)}::smallint[])
                     as n(nik, family_card, valid_from, relation)`;
  // Back on the day of leaving: the same membership goes on. (by nik its key is in two partial indexes: no `on conflict`.)
  await run(
    tx,
    sql`with n as (select * from ${values}),
        again as (
          update family.membership_by_nik m set valid_to = null, relation = n.relation from n
           where m.nik = n.nik and m.valid_from = n.valid_from and m.family_card = n.family_card and m.valid_to is not null
          returning m.nik)
        insert into family.membership_by_nik (nik, family_card, valid_from, relation)
        select nik, family_card, valid_from, relation from n where not exists (select from again where again.nik = n.nik)`,
  );
  await run(
    tx,
    sql`insert into family.membership_by_card (family_card, nik, valid_from, relation) select family_card, nik, valid_from, relation from ${values}
        on conflict (family_card, nik, valid_from) do update set valid_to = null, relation = excluded.relation`,
  );
}

export interface CardHistoryRow {
  readonly number: FamilyCardNumber;
  readonly version: number;
  readonly delta: unknown;
}

export async function insertCardHistory(
  tx: Tx,
  act: { id: Uuid; kind: string; occurredOn: CivilDate; recordedAt: Date; officerId: string },
  rows: readonly CardHistoryRow[],
): Promise<void> {
  await run(
    tx,
    sql`insert into family.card_history (number, version, act_id, kind, occurred_on, recorded_at, officer_id, delta)
        select number, version, ${act.id}, ${act.kind}, ${act.occurredOn}, ${act.recordedAt}, ${act.officerId}, delta::json
          from unnest(${rows.map((r) => r.number)}::bigint[], ${rows.map((r) => r.version)}::int[], ${rows.map((r) => JSON.stringify(r.delta))}::text[]) as n(number, version, delta)`,
  );
}

export async function issueCardNumbers(
  tx: Tx,
  prefixes: readonly string[],
  firstSerial: number,
): Promise<FamilyCardNumber[]> {
  const row = await one<{ numbers: string[] }>(
    tx,
    sql`select array(select lpad(n::text, 16, '0') from unnest(family.issue_numbers(${[...prefixes]}::bigint[], ${firstSerial}::int)) with ordinality as i(n, o) order by o) as numbers`,
  );
  return row.numbers.map(asFamilyCardNumber);
}

/** Cards in force that have members and no head, oldest first. */
export async function listHeadlessCards(tx: Tx, limit: number): Promise<FamilyCard[]> {
  const rows = await many<CardRow>(
    tx,
    sql`select ${cardColumns} from family.card c where c.state = 1 and c.head_nik is null order by c.state_since, c.number limit ${limit}`,
  );
  return rows.map(toCard);
}
