/** The statements of answering, each for all calls that came together. They run as `answer`, which sees one view of the register. */
import type { Tx } from '../../../core/db/index.ts';
import { sixteenDigits, type Nik, type Uuid } from '../../../core/id/index.ts';
import type { Once } from '../../../core/http/index.ts';
import { parentNamesIn } from '../../../register/resident/index.ts';
import type { BodyPart } from '../attribute.ts';
import { stateOf, type Subject } from '../compare/index.ts';
import type { PersonState } from '../schema.ts';

/** One question on its way: who asks about whom. */
export interface Wanted {
  readonly nik: Nik;
  readonly institutionId: string;
  /** Whether parents' names must be opened: what is not asked for stays sealed. */
  readonly sealed: boolean;
  readonly familyCard: boolean;
}

export interface Found {
  readonly subject: Subject | null;
  readonly state: PersonState;
  /** How often this partner was wrong about this number within a day. */
  readonly misses: number;
  /** What the person has locked: bits of lock/rules.ts. */
  readonly locks: number;
}

type Row = [
  misses: string,
  locks: number | null,
  nik: string | null,
  village: string,
  state: number,
  name: string,
  birthPlace: string,
  birthDate: string,
  sex: number,
  bloodGroup: number,
  religion: number,
  maritalStatus: number,
  education: number,
  occupation: number,
  address: string,
  rt: number | null,
  rw: number | null,
  familyCard: string | null,
  sealed: Buffer | null,
];

// The numbers are told to the view itself, so that its index is used; what nobody asks for is not read.
const lookUp = (familyCard: boolean, sealed: boolean) => ({
  name: `verification.look_up.${Number(familyCard)}${Number(sealed)}`,
  rowMode: 'array' as const,
  text: `
    select (select count(*) from verification.miss m
             where m.nik = q.nik and m.institution_id = q.partner and m.at > now() - interval '1 day'),
           (select bit_or(l.kind)::int from verification.lock l where l.nik = q.nik and (l.until is null or l.until > $3)),
           s.nik, s.village_code, s.state, s.name, s.birth_place, s.birth_date, s.sex, s.blood_group, s.religion, s.marital_status,
           s.education, s.occupation, s.address, s.rt, s.rw,
           ${familyCard ? 's.family_card' : 'null'}, ${sealed ? 's.sealed' : 'null'}
      from unnest($1::bigint[], $2::uuid[]) with ordinality as q (nik, partner, n)
      left join (select * from verification.subject where nik = any($1::bigint[])) s on s.nik = q.nik
     order by q.n`,
});
const LOOK_UPS = [lookUp(false, false), lookUp(false, true), lookUp(true, false), lookUp(true, true)] as const;

/** In the order asked. */
export async function findAsked(tx: Tx, wanted: readonly Wanted[]): Promise<Found[]> {
  const familyCard = wanted.some((one) => one.familyCard);
  const sealed = wanted.some((one) => one.sealed);
  const statement = LOOK_UPS[(familyCard ? 2 : 0) + (sealed ? 1 : 0)]!;
  const now = tx.ground.clock.now();
  const values = [wanted.map(({ nik }) => nik), wanted.map(({ institutionId }) => institutionId), now];
  const { rows } = await tx.client.query<Row>({ ...statement, values });
  return rows.map((row, i) => foundIn(tx, row, wanted[i]!));
}

/** What is sealed takes time to open: where there is nothing to open somebody's is opened in vain, so that it takes as long. */
let lastOpened: { readonly nik: Nik; readonly sealed: Buffer } | null = null;

function openInVain(tx: Tx): void {
  // Erased since: its key is gone, and the next that is opened takes its place.
  try {
    if (lastOpened) parentNamesIn(tx, lastOpened.nik, lastOpened.sealed);
  } catch {
    lastOpened = null;
  }
}

function foundIn(tx: Tx, row: Row, wanted: Wanted): Found {
  const [
    misses,
    locked,
    number,
    village,
    state,
    name,
    birthPlace,
    birthDate,
    sex,
    bloodGroup,
    religion,
    maritalStatus,
  ] = row;
  if (number === null) {
    if (wanted.sealed) openInVain(tx);
    return { subject: null, state: 'absent', misses: Number(misses), locks: locked ?? 0 };
  }
  const [, , , , , , , , , , , , education, occupation, address, rt, rw, card, sealed] = row;
  const parents = sealed === null || !wanted.sealed ? null : parentNamesIn(tx, wanted.nik, sealed);
  if (parents) lastOpened = { nik: wanted.nik, sealed: sealed! };
  else if (wanted.sealed) openInVain(tx);
  return {
    state: stateOf(state),
    misses: Number(misses),
    locks: locked ?? 0,
    subject: {
      name,
      birthPlace,
      birthDate,
      sex,
      bloodGroup,
      religion,
      maritalStatus,
      education,
      occupation,
      address,
      rt,
      rw,
      villageCode: village.padStart(10, '0'),
      familyCard: card === null ? null : sixteenDigits(card),
      motherName: parents?.motherName ?? null,
      fatherName: parents?.fatherName ?? null,
    },
  };
}

export interface AnsweredCall {
  readonly entry: Uuid;
  readonly institutionId: string;
  readonly grantId: string;
  readonly unit: string;
  /** By which it was answered, for the tariff. */
  readonly method: 'nik' | BodyPart;
  readonly references: readonly string[];
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
  /** Whole rupiah a question. */
  readonly price: number;
}

const INSERT_CALLS = {
  name: 'verification.insert_calls',
  text: `
    with missed as (
      insert into verification.miss (nik, institution_id, at)
      select nik, institution, now() from unnest($10::bigint[], $11::uuid[]) as m (nik, institution)
    )
    insert into verification.call (entry, at, institution_id, grant_id, unit, refs, matched, partial, mismatched, method, price)
    select entry, $2, institution, grant_id, unit, string_to_array(refs, e'\\n'), matched, partial, mismatched, method, price
      from unnest($1::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[], $12::text[], $13::int[])
        as c (entry, institution, grant_id, unit, refs, matched, partial, mismatched, method, price)`,
};

/** What is billed, and what was wrong. `at` by the house's clock: bills go by its months. */
export async function insertCalls(
  tx: Tx,
  at: Date,
  calls: readonly AnsweredCall[],
  missed: readonly Pick<Wanted, 'nik' | 'institutionId'>[],
): Promise<void> {
  await tx.client.query({
    ...INSERT_CALLS,
    values: [
      calls.map(({ entry }) => entry),
      at,
      calls.map(({ institutionId }) => institutionId),
      calls.map(({ grantId }) => grantId),
      calls.map(({ unit }) => unit),
      // A reference has no line breaks; arrays of arrays would all have to be of one length.
      calls.map(({ references }) => references.join('\n')),
      calls.map(({ matched }) => matched),
      calls.map(({ partial }) => partial),
      calls.map(({ mismatched }) => mismatched),
      missed.map(({ nik }) => nik),
      missed.map(({ institutionId }) => institutionId),
      calls.map(({ method }) => method),
      calls.map(({ price }) => price),
    ],
  });
}

export interface Claim extends Once {
  readonly entry?: Uuid;
  readonly request?: Buffer;
}

const CLAIM = {
  name: 'verification.claim_once',
  text: `
    insert into verification.once (hash, until, entry, request)
    select * from unnest($1::bytea[], $2::timestamptz[], $3::uuid[], $4::bytea[]) on conflict do nothing returning hash`,
};

/** Takes what may come once; gives the hashes that were free. In one order, so that two never wait for one another in a circle. */
export async function claimOnce(tx: Tx, claims: readonly Claim[]): Promise<Set<string>> {
  const inOrder = claims.toSorted((a, b) => Buffer.compare(a.hash, b.hash));
  const { rows } = await tx.client.query<{ hash: Buffer }>({
    ...CLAIM,
    values: [
      inOrder.map(({ hash }) => hash),
      inOrder.map(({ until }) => until),
      inOrder.map(({ entry }) => entry ?? null),
      inOrder.map(({ request }) => request ?? null),
    ],
  });
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

/** What was answered under these keys before. */
export async function listClaimed(
  tx: Tx,
  hashes: readonly Buffer[],
): Promise<Map<string, { entry: Uuid; request: Buffer }>> {
  const { rows } = await tx.client.query<{ hash: Buffer; entry: Uuid; request: Buffer }>(
    'select hash, entry, request from verification.once where hash = any($1::bytea[]) and entry is not null',
    [hashes],
  );
  return new Map(rows.map(({ hash, entry, request }) => [hash.toString('hex'), { entry, request }]));
}

/** What the access rows of these people under their entries say. */
export async function listDetails(tx: Tx, asked: readonly { nik: Nik; entry: Uuid }[]): Promise<string[][]> {
  const { rows } = await tx.client.query<{ details: string[] }>(
    `select array(select ledger.detail_of(q.nik, q.entry)) as details
       from unnest($1::bigint[], $2::uuid[]) with ordinality as q (nik, entry, n) order by q.n`,
    [asked.map(({ nik }) => nik), asked.map(({ entry }) => entry)],
  );
  return rows.map(({ details }) => details);
}

/** Those that were claimed for these very entries, nobody else's. */
export async function releaseClaims(tx: Tx, claims: readonly { hash: Buffer; entry: Uuid }[]): Promise<void> {
  await tx.client.query('delete from verification.once where hash = any($1::bytea[]) and entry = any($2::uuid[])', [
    claims.map(({ hash }) => hash),
    claims.map(({ entry }) => entry),
  ]);
}
