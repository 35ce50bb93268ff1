/** Statements on searches, pairs and what came of them. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { ItemScore } from '../biometric/index.ts';
import type { LISTS, Reason, SearchOutcome, Side, Verdict, Way } from './schema.ts';

export interface OfPacket {
  readonly nik: Nik;
  readonly packet: Uuid;
}

/** Asks for a search of each packet that has none yet; gives those. */
export function insertSearches(tx: Tx, at: Date, packets: readonly OfPacket[]): Promise<OfPacket[]> {
  return many(
    tx,
    sql`insert into uniqueness.search (nik, packet_id, asked_at)
        select nik, packet, ${at} from json_to_recordset(${JSON.stringify(packets)}::json) as s(nik bigint, packet uuid)
        on conflict do nothing returning lpad(nik::text, 16, '0') as nik, packet_id as packet`,
  );
}

/** The search if it is open and nobody else is at it. */
export function findOpenSearch(tx: Tx, { nik, packet }: OfPacket): Promise<{ failures: number } | undefined> {
  return maybeOne(
    tx,
    sql`select s.failures from uniqueness.search s where s.nik = ${nik}::bigint and s.packet_id = ${packet} and s.outcome is null
          for update skip locked`,
  );
}

/** Searches that are open and at which nobody is: waiting in the queue, or left by a worker that died. */
export function listLeftSearches(tx: Tx, limit: number): Promise<OfPacket[]> {
  return many(
    tx,
    sql`select ${nikText('s.nik')} as nik, s.packet_id as packet from uniqueness.search s where s.outcome is null and coalesce(s.retry_at <= now(), true)
         order by s.asked_at limit ${limit} for update skip locked`,
  );
}

export async function failSearch(
  tx: Tx,
  { nik, packet }: OfPacket,
  { fault, retryAt }: { fault: string; retryAt: Date },
): Promise<void> {
  await run(
    tx,
    sql`update uniqueness.search set failures = failures + 1, fault = ${fault}, retry_at = ${retryAt}
         where nik = ${nik}::bigint and packet_id = ${packet}`,
  );
}

export async function endSearch(
  tx: Tx,
  { nik, packet }: OfPacket,
  done: {
    at: Date;
    gallerySize: number;
    engine: string;
    threshold: number;
    outcome: SearchOutcome;
    reason: Reason;
    entryId: Uuid;
  },
): Promise<void> {
  await run(
    tx,
    sql`update uniqueness.search set ended_at = ${done.at}, gallery_size = ${done.gallerySize}, engine = ${done.engine}, threshold = ${done.threshold},
          outcome = ${done.outcome}, reason = ${done.reason}, entry_id = ${done.entryId}, fault = null
         where nik = ${nik}::bigint and packet_id = ${packet}`,
  );
}

export async function insertCandidates(
  tx: Tx,
  { nik, packet }: OfPacket,
  candidates: readonly { nik: string; packet: string; fused: number; items: readonly ItemScore[] }[],
): Promise<void> {
  if (candidates.length === 0) return;
  await run(
    tx,
    sql`insert into uniqueness.candidate (nik, packet_id, other_nik, other_packet_id, fused, scores)
        select ${nik}::bigint, ${packet}, c.nik, c.packet, c.fused, c.items
          from json_to_recordset(${JSON.stringify(candidates)}::json) as c(nik bigint, packet uuid, fused real, items json)`,
  );
}

export interface AdjudicationRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly otherNik: Nik | null;
  readonly otherPacket: Uuid | null;
  readonly reason: Reason;
  readonly fused: number | null;
  readonly duplicateAt: number;
  readonly openedAt: Date;
  readonly round: number;
  readonly state: 'open' | 'third' | 'decided';
  readonly outcome: Verdict | null;
  readonly way: Way | null;
  /** Whose record stays, while a merge that came of this pair is in force. */
  readonly kept: Side | null;
  readonly decidedAt: Date | null;
  readonly entryId: Uuid;
}

const columns = sql`a.id, ${nikText('a.nik')} as nik, a.packet_id as packet, lpad(a.other_nik::text, 16, '0') as "otherNik",
  a.other_packet_id as "otherPacket", a.reason, a.fused, a.duplicate_at as "duplicateAt", a.opened_at as "openedAt", a.round, a.state, a.outcome, a.way, a.kept,
  a.decided_at as "decidedAt", a.entry_id as "entryId"`;

/** Opens pairs; one that stands already, from the other side's search, stays as it is. */
export async function insertAdjudications(
  tx: Tx,
  rows: readonly Pick<
    AdjudicationRow,
    | 'id'
    | 'nik'
    | 'packet'
    | 'otherNik'
    | 'otherPacket'
    | 'reason'
    | 'fused'
    | 'duplicateAt'
    | 'openedAt'
    | 'state'
    | 'outcome'
    | 'decidedAt'
    | 'entryId'
  >[],
): Promise<void> {
  await run(
    tx,
    sql`insert into uniqueness.adjudication (id, nik, packet_id, other_nik, other_packet_id, reason, fused, duplicate_at, opened_at, state, outcome,
          decided_at, entry_id)
        select id, nik, packet, "otherNik", "otherPacket", reason, fused, "duplicateAt", "openedAt", state, outcome, "decidedAt", "entryId"
          from json_to_recordset(${JSON.stringify(rows)}::json) as a(id uuid, nik bigint, packet uuid, "otherNik" bigint, "otherPacket" uuid,
               reason text, fused real, "duplicateAt" real, "openedAt" timestamptz, state text, outcome text, "decidedAt" timestamptz, "entryId" uuid)
        on conflict do nothing`,
  );
}

export function findAdjudication(tx: Tx, id: string): Promise<AdjudicationRow | undefined> {
  return maybeOne(tx, sql<AdjudicationRow>`select ${columns} from uniqueness.adjudication a where a.id = ${id}`);
}

export function findAdjudicationForUpdate(tx: Tx, id: string): Promise<AdjudicationRow | undefined> {
  return maybeOne(
    tx,
    sql<AdjudicationRow>`select ${columns} from uniqueness.adjudication a where a.id = ${id} for update`,
  );
}

const SHOWN = 200;

export interface ListedRow extends AdjudicationRow {
  /** The reader has spoken in this round. */
  readonly spoken: boolean;
  /** The reader has spoken in this round or an earlier one. */
  readonly judged: boolean;
  /** Objections without an answer. */
  readonly objections: number;
}

/** What waits for opinions, for a way, for an answer, or was decided, the longest first (of decided ones the newest). */
export function listAdjudications(tx: Tx, wanted: (typeof LISTS)[number]): Promise<ListedRow[]> {
  const where = {
    open: sql`a.state <> 'decided' order by a.opened_at, a.id`,
    way: sql`a.state = 'decided' and a.way is null order by a.decided_at, a.id`,
    objection: sql`exists (select from uniqueness.objection b where b.adjudication_id = a.id and b.state = 'open') order by a.decided_at, a.id`,
    decided: sql`a.state = 'decided' and a.way is not null order by a.decided_at desc, a.id`,
  }[wanted];
  return many(
    tx,
    sql`select ${columns}, exists (select from uniqueness.opinion o where o.adjudication_id = a.id and o.round = a.round
                and o.officer_id::text = current_setting('jatidiri.officer')) as spoken,
               exists (select from uniqueness.opinion o where o.adjudication_id = a.id
                and o.officer_id::text = current_setting('jatidiri.officer')) as judged,
               (select count(*)::int from uniqueness.objection b where b.adjudication_id = a.id and b.state = 'open') as objections
          from uniqueness.adjudication a where ${where} limit ${SHOWN}`,
  );
}

export function listAdjudicationsOfPerson(tx: Tx, nik: Nik): Promise<AdjudicationRow[]> {
  return many(
    tx,
    sql<AdjudicationRow>`select ${columns} from uniqueness.adjudication a where a.nik = ${nik}::bigint or a.other_nik = ${nik}::bigint
          order by a.opened_at desc, a.id`,
  );
}

/** Pairs of this person and another that a merge was to make one, decided so and not taken up again. */
export function listMergingPairs(tx: Tx, absorbed: Nik): Promise<AdjudicationRow[]> {
  return many(
    tx,
    sql<AdjudicationRow>`select ${columns} from uniqueness.adjudication a where (a.nik = ${absorbed}::bigint or a.other_nik = ${absorbed}::bigint)
           and a.nik <> a.other_nik and a.outcome = 'same_body' and a.way = 'merge' order by a.id for update`,
  );
}

/** Pairs in which packets stand, on either side. */
export function listAdjudicationsOfPackets(tx: Tx, packets: readonly string[]): Promise<AdjudicationRow[]> {
  const ids = sql`any(${[...packets]}::uuid[])`;
  return many(
    tx,
    sql<AdjudicationRow>`select ${columns} from uniqueness.adjudication a where a.packet_id = ${ids} or a.other_packet_id = ${ids}`,
  );
}

export async function updateAdjudication(
  tx: Tx,
  row: Pick<AdjudicationRow, 'id' | 'round' | 'state' | 'outcome' | 'way' | 'kept' | 'decidedAt'>,
): Promise<void> {
  await run(
    tx,
    sql`update uniqueness.adjudication set round = ${row.round}, state = ${row.state}, outcome = ${row.outcome}, way = ${row.way},
          kept = ${row.kept}, decided_at = ${row.decidedAt} where id = ${row.id}`,
  );
}

export interface OpinionRow {
  readonly round: number;
  readonly officerId: Uuid;
  readonly officer: string | null;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly note: string | null;
  readonly givenAt: Date;
}

/** As far as the reader may see them: his own; all of them to the system. */
export function listOpinions(tx: Tx, adjudication: string): Promise<OpinionRow[]> {
  return many(
    tx,
    sql<OpinionRow>`select o.round, o.officer_id as "officerId", f.name as officer, o.verdict, o.reasons, o.note, o.given_at as "givenAt"
          from uniqueness.opinion o left join officer_read.officer f on f.id = o.officer_id
         where o.adjudication_id = ${adjudication} order by o.round, o.given_at, o.officer_id`,
  );
}

export async function insertOpinion(
  tx: Tx,
  o: Omit<OpinionRow, 'officer'> & { adjudication: string; entryId: Uuid },
): Promise<void> {
  await run(
    tx,
    sql`insert into uniqueness.opinion (adjudication_id, round, officer_id, verdict, reasons, note, given_at, entry_id)
        values (${o.adjudication}, ${o.round}, ${o.officerId}, ${o.verdict}, ${[...o.reasons]}::text[], ${o.note}, ${o.givenAt}, ${o.entryId})`,
  );
}

export const FOLLOWED = [
  'decided',
  'packet',
  'way',
  'proposal',
  'merged',
  'letter',
  'reopened',
  'letter_withdrawn',
  'proposal_withdrawn',
  'unmerged',
] as const;

export interface FollowedRow {
  readonly id: Uuid;
  readonly adjudication: string;
  readonly round: number;
  readonly what: (typeof FOLLOWED)[number];
  readonly ref: string | null;
  readonly detail: string | null;
  readonly at: Date;
  readonly entryId: Uuid;
}

export async function insertFollowed(tx: Tx, rows: readonly FollowedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`insert into uniqueness.followed (id, adjudication_id, round, what, ref, detail, at, entry_id)
        select id, adjudication, round, what, ref, detail, at, "entryId"
          from json_to_recordset(${JSON.stringify(rows)}::json) as f(id uuid, adjudication uuid, round smallint, what text, ref text, detail text,
               at timestamptz, "entryId" uuid)`,
  );
}

export function listFollowed(tx: Tx, adjudication: string): Promise<FollowedRow[]> {
  return many(
    tx,
    sql<FollowedRow>`select f.id, f.adjudication_id as adjudication, f.round, f.what, f.ref, f.detail, f.at, f.entry_id as "entryId"
          from uniqueness.followed f where f.adjudication_id = ${adjudication} order by f.at, f.id`,
  );
}

export interface ScoresRow {
  readonly fused: number;
  readonly scores: readonly ItemScore[];
}

/** The scores of a pair, from whichever side it was found. */
export async function findScores(tx: Tx, a: string, b: string): Promise<ScoresRow | undefined> {
  const rows = await many<ScoresRow>(
    tx,
    sql`select c.fused, c.scores from uniqueness.candidate c
         where (c.packet_id = ${a} and c.other_packet_id = ${b}) or (c.packet_id = ${b} and c.other_packet_id = ${a}) limit 1`,
  );
  return rows[0];
}
