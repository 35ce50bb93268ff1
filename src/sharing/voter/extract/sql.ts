/** Every statement on extracts: what was made, and who is in it. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { Reason } from '../eligibility/rules.ts';
import type { ManifestFile } from './manifest.ts';
import type { ExtractState } from './rules.ts';
import { LEAF_BYTES, NIK_BYTES, type PlaceLine } from './tree.ts';

export interface ExtractRow {
  readonly id: Uuid;
  readonly electionId: Uuid;
  readonly state: ExtractState;
  readonly orderedAt: Date;
  readonly orderedBy: string;
  /** What follows is `null` while it is only ordered. */
  readonly knownAt: Date | null;
  readonly madeAt: Date | null;
  readonly eligible: number | null;
  readonly excluded: Readonly<Partial<Record<Reason, number>>> | null;
  /** 64 hex digits. */
  readonly root: string | null;
  readonly manifestSha256: string | null;
  readonly files: readonly ManifestFile[] | null;
  readonly bytes: number | null;
  readonly proposalId: Uuid | null;
  readonly keyId: Uuid | null;
  readonly releasedAt: Date | null;
  readonly releasedBy: string | null;
  /** The entry that names the root. */
  readonly entryId: Uuid | null;
  readonly abandonedAt: Date | null;
}

const columns = sql`x.id, x.election_id as "electionId", x.state, x.ordered_at as "orderedAt", x.ordered_by as "orderedBy", x.known_at as "knownAt",
  x.made_at as "madeAt", x.eligible, x.excluded, x.root, x.manifest_sha256 as "manifestSha256", x.files, x.bytes::float8 as bytes,
  x.proposal_id as "proposalId", x.key_id as "keyId", x.released_at as "releasedAt", x.released_by as "releasedBy", x.entry_id as "entryId",
  x.abandoned_at as "abandonedAt"`;

/** The newest first. */
export function listExtracts(tx: Tx, electionId: string): Promise<ExtractRow[]> {
  return many(
    tx,
    sql<ExtractRow>`select ${columns} from voter.extract x where x.election_id = ${electionId}::uuid order by x.ordered_at desc, x.id desc limit 50`,
  );
}

export function findExtract(tx: Tx, id: string): Promise<ExtractRow | undefined> {
  return maybeOne(tx, sql<ExtractRow>`select ${columns} from voter.extract x where x.id = ${id}::uuid`);
}

export function findExtractOf(tx: Tx, proposalId: string): Promise<ExtractRow | undefined> {
  return maybeOne(
    tx,
    sql<ExtractRow>`select ${columns} from voter.extract x where x.proposal_id = ${proposalId}::uuid`,
  );
}

/** As `system`. */
export function holdExtract(tx: Tx, id: string): Promise<ExtractRow | undefined> {
  return maybeOne(tx, sql<ExtractRow>`select ${columns} from voter.extract x where x.id = ${id}::uuid for update`);
}

/** What was handed over for an election; nothing before that. */
export function findReleased(tx: Tx, electionId: string): Promise<ExtractRow | undefined> {
  return maybeOne(
    tx,
    sql<ExtractRow>`select ${columns} from voter.extract x where x.election_id = ${electionId}::uuid and x.released_at is not null`,
  );
}

/** The one that is ordered, or made and not yet handed over. As `system`. */
export function holdWaiting(tx: Tx, electionId: string): Promise<ExtractRow | undefined> {
  return maybeOne(
    tx,
    sql<ExtractRow>`select ${columns} from voter.extract x where x.election_id = ${electionId}::uuid and x.state in ('ORDERED', 'MADE') for update`,
  );
}

export async function insertOrdered(
  tx: Tx,
  x: { readonly id: Uuid; readonly electionId: Uuid; readonly at: Date; readonly by: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into voter.extract (id, election_id, state, ordered_at, ordered_by)
        values (${x.id}, ${x.electionId}, 'ORDERED', ${x.at}, ${x.by}::uuid)`,
  );
}

export interface Made {
  readonly id: Uuid;
  readonly knownAt: Date;
  readonly at: Date;
  readonly eligible: number;
  readonly excluded: Readonly<Partial<Record<Reason, number>>>;
  readonly root: string;
  readonly manifestSha256: string;
  readonly files: readonly ManifestFile[];
  readonly bytes: number;
}

export async function noteMade(tx: Tx, x: Made): Promise<void> {
  await run(
    tx,
    sql`update voter.extract set state = 'MADE', known_at = ${x.knownAt}, made_at = ${x.at}, eligible = ${x.eligible},
               excluded = ${JSON.stringify(x.excluded)}::jsonb, root = ${x.root}, manifest_sha256 = ${x.manifestSha256},
               files = ${JSON.stringify(x.files)}::jsonb, bytes = ${x.bytes}
         where id = ${x.id}::uuid`,
  );
}

export async function noteProposed(tx: Tx, id: Uuid, proposalId: string, keyId: Uuid): Promise<void> {
  await run(
    tx,
    sql`update voter.extract set proposal_id = ${proposalId}::uuid, key_id = ${keyId}::uuid where id = ${id}::uuid`,
  );
}

export async function noteReleased(
  tx: Tx,
  x: { readonly id: Uuid; readonly sealedKey: Buffer; readonly at: Date; readonly by: string; readonly entryId: Uuid },
): Promise<void> {
  await run(
    tx,
    sql`update voter.extract set state = 'RELEASED', sealed_key = ${x.sealedKey}, released_at = ${x.at}, released_by = ${x.by}::uuid,
               entry_id = ${x.entryId}::uuid
         where id = ${x.id}::uuid`,
  );
}

export async function noteState(tx: Tx, id: Uuid, to: 'ACCEPTED' | 'ABANDONED', at: Date): Promise<void> {
  await run(
    tx,
    sql`update voter.extract set state = ${to}, abandoned_at = ${to === 'ABANDONED' ? at : null} where id = ${id}::uuid`,
  );
}

/** As `system`; `null` before the release. */
export async function readSealedKey(tx: Tx, id: Uuid): Promise<Buffer | null> {
  const { key } = await one(
    tx,
    sql<{ key: Buffer | null }>`select sealed_key as key from voter.extract where id = ${id}::uuid`,
  );
  return key;
}

/** What has ended since: handed over, or abandoned. */
export function listEnded(tx: Tx, since: Date): Promise<{ id: Uuid; abandoned: boolean }[]> {
  return many(
    tx,
    sql<{ id: Uuid; abandoned: boolean }>`select id, abandoned_at is not null as abandoned from voter.extract
         where coalesce(abandoned_at, released_at) >= ${since}`,
  );
}

/** What was made before and lies there. As `system`. */
export function listLeft(tx: Tx, before: Date): Promise<ExtractRow[]> {
  return many(
    tx,
    sql<ExtractRow>`select ${columns} from voter.extract x where x.state = 'MADE' and x.made_at < ${before} for update`,
  );
}

export interface GivenPlace extends PlaceLine {
  readonly position: number;
  readonly niks: Buffer;
  readonly leaves: Buffer;
}

export async function insertPlaces(tx: Tx, extractId: Uuid, places: readonly GivenPlace[]): Promise<void> {
  const of = <Value>(value: (place: GivenPlace) => Value) => places.map(value);
  await tx.client.query(
    `insert into voter.extract_village (extract_id, place, position, n, male, female, niks, leaves, root)
     select $1::uuid, * from unnest($2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bytea[], $8::bytea[], $9::bytea[])`,
    [
      extractId,
      of(({ place }) => place),
      of(({ position }) => position),
      of(({ n }) => n),
      of(({ male }) => male),
      of(({ female }) => female),
      of(({ niks }) => niks),
      of(({ leaves }) => leaves),
      of(({ root }) => Buffer.from(root, 'hex')),
    ],
  );
}

export async function deletePlaces(tx: Tx, extractId: Uuid): Promise<void> {
  await run(tx, sql`delete from voter.extract_village where extract_id = ${extractId}::uuid`);
}

/** The places of a list with their roots, in order. As `system`. */
export function listPlaces(tx: Tx, extractId: string): Promise<PlaceLine[]> {
  return many(
    tx,
    sql<PlaceLine>`select place, n, male, female, encode(root, 'hex') as root from voter.extract_village
         where extract_id = ${extractId}::uuid order by position`,
  );
}

/** The NIKs and leaves of one place, in order. As `system`. */
export async function findPlace(
  tx: Tx,
  extractId: string,
  place: string,
): Promise<{ readonly position: number; readonly niks: Buffer; readonly leaves: Buffer } | undefined> {
  return maybeOne(
    tx,
    sql<{ position: number; niks: Buffer; leaves: Buffer }>`select position, niks, leaves from voter.extract_village
         where extract_id = ${extractId}::uuid and place = ${place}`,
  );
}

/** Who was frozen where, place by place in order, never all at once. As `system`. */
export async function* eachPlace(
  tx: Tx,
  extractId: string,
): AsyncGenerator<{ readonly place: string; readonly niks: Buffer }> {
  for (let from = 0; ; from += PLACES_AT_ONCE) {
    const rows = await many(
      tx,
      sql<{ place: string; niks: Buffer }>`select place, niks from voter.extract_village
           where extract_id = ${extractId}::uuid and position >= ${from} and position < ${from + PLACES_AT_ONCE} order by position`,
    );
    yield* rows;
    if (rows.length < PLACES_AT_ONCE) return;
  }
}

const PLACES_AT_ONCE = 200;

/** Where in a place's NIKs one stands; -1 where he does not. */
export function indexIn(niks: Buffer, nik: Nik): number {
  const wanted = BigInt(nik);
  let low = 0;
  let high = niks.length / NIK_BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = niks.readBigUInt64BE(middle * NIK_BYTES);
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export const leafAt = (leaves: Buffer, index: number): Buffer =>
  leaves.subarray(index * LEAF_BYTES, (index + 1) * LEAF_BYTES);
