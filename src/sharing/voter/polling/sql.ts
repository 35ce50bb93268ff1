/** Statements of the voting day. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { CARD_STATES } from '../../../cards/card/rules.ts';
import type { Ballot } from '../eligibility/rules.ts';
import { reasonsMask, votersFrom } from '../eligibility/sql.ts';
import { TAG_BYTES, type KnownDocument, type PollingDocument, type PollingOutcome } from './rules.ts';

/** The document of this number that is this person's. */
export async function findDocument(
  tx: Tx,
  { nik, document, number }: { nik: Nik; document: PollingDocument; number: string },
): Promise<KnownDocument | null> {
  if (document === 'card') {
    const card = await maybeOne(
      tx,
      sql<{ valid: boolean }>`select c.state = ${CARD_STATES.VALID.code} as valid from card_read.card c
           where c.nik = ${nik}::bigint and c.serial = ${number}::bigint order by valid desc limit 1`,
    );
    return card ? { kind: 'card', ...card } : null;
  }
  const letter = await maybeOne(
    tx,
    sql<{ issuedOn: CivilDate; validUntil: CivilDate }>`
      select l.issued_on as "issuedOn", l.valid_until as "validUntil" from card_read.letter l
       where l.nik = ${nik}::bigint and l.number = ${number} limit 1`,
  );
  return letter ? { kind: 'letter', ...letter } : null;
}

export interface EarlierCheck {
  readonly at: Date;
  readonly villageCode: string;
}

/** The first time on the voting day (any zone's) that somebody was told that he votes where he was. */
export function findEarlier(
  tx: Tx,
  { electionId, nik, votingDay, but }: { electionId: string; nik: Nik; votingDay: CivilDate; but: string },
): Promise<EarlierCheck | undefined> {
  return maybeOne(
    tx,
    sql<EarlierCheck>`select p.checked_at as at, lpad(p.village_code::text, 10, '0') as "villageCode" from voter.polling_check p
         where p.election_id = ${electionId}::uuid and p.nik = ${nik}::bigint and p.outcome = 'here' and p.id <> ${but}::uuid
           and p.checked_at >= (${votingDay}::date::timestamp at time zone 'Asia/Jayapura')
           and p.checked_at < ((${votingDay}::date + 1)::timestamp at time zone 'Asia/Jakarta')
         order by p.checked_at limit 1`,
  );
}

export interface KeptCheck {
  readonly id: string;
  readonly nik: Nik;
  readonly electionId: string;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly offline: boolean;
  readonly document: PollingDocument;
  readonly outcome: PollingOutcome;
  readonly village: string;
  readonly officeId: string | null;
  readonly officerId: string;
  readonly entryId: string;
}

export async function insertCheck(tx: Tx, c: KeptCheck): Promise<void> {
  await run(
    tx,
    sql`insert into voter.polling_check (nik, id, election_id, checked_at, received_at, offline, document, outcome, village_code, office_id, officer_id,
               entry_id)
        values (${c.nik}::bigint, ${c.id}::uuid, ${c.electionId}::uuid, ${c.at}, ${c.receivedAt}, ${c.offline}, ${c.document}, ${c.outcome},
                ${c.village}::bigint, ${c.officeId}::uuid, ${c.officerId}::uuid, ${c.entryId}::uuid)`,
  );
}

/** Which of these a device has sent before. */
export async function listSent(tx: Tx, checks: readonly { nik: Nik; id: string }[]): Promise<Set<string>> {
  const rows = await many(
    tx,
    sql<{ id: string }>`select p.id from voter.polling_check p
         join unnest(${checks.map(({ nik }) => nik)}::bigint[], ${checks.map(({ id }) => id)}::uuid[]) g (nik, id) on p.nik = g.nik and p.id = g.id`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * A tag for each document with which somebody may vote in a village: its people now, since their cards say where they live. In the order of the
 * tags, so that the order tells nothing.
 */
export async function tagsOf(
  tx: Tx,
  election: Ballot,
  { village, salt }: { village: string; salt: string },
): Promise<{ n: number; tags: Buffer }> {
  return one(
    tx,
    sql<{ n: number; tags: Buffer }>`
      with at_cutoff (nik, village_code) as (select null::bigint, null::bigint where false),
      people as materialized (
        select r.nik from ${sql.raw(votersFrom(election))}
         where r.village_code = ${village}::bigint and s.mission is null and ${sql.raw(reasonsMask(election))} = 0),
      document (nik, kind, number) as (
        select c.nik, 'card', c.serial::text from people p join card_read.card c on c.nik = p.nik
         where c.state = ${CARD_STATES.VALID.code} and c.serial is not null
        union all
        select l.nik, 'letter', l.number from people p join card_read.letter l on l.nik = p.nik
         where ${election.votingDay} between l.issued_on and l.valid_until),
      tag (bytes) as (
        select substring(sha256(convert_to(concat_ws('|', ${salt}::text, lpad(d.nik::text, 16, '0'), d.kind, d.number), 'UTF8')) for ${TAG_BYTES})
          from document d)
      select count(*)::int as n, coalesce(string_agg(t.bytes, ''::bytea order by t.bytes), ''::bytea) as tags from tag t`,
  );
}
