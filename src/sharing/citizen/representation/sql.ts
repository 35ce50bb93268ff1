/** Every statement on who represents whom. As `system`. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { CHILD_OF_HEAD, COUPLE, type AuthorityKind, type ExclusionGround, type Paper } from './rules.ts';

const list = (niks: readonly Nik[]) => sql`${[...niks]}::bigint[]`;

/** Whom somebody may be a parent of, before the rules have looked: named in the record, adopted, a child in his card, or entered by papers. */
export async function listCandidates(tx: Tx, nik: Nik): Promise<Nik[]> {
  const rows = await many<{ nik: Nik }>(
    tx,
    sql`with found (nik) as (
          select r.nik from resident_read.resident r where r.mother_nik = ${nik}::bigint
          union select r.nik from resident_read.resident r where r.father_nik = ${nik}::bigint
          union select c.nik from civil_event_read.event e join civil_event_read.event c on c.id = e.id and c.role = 'child'
                 where e.nik = ${nik}::bigint and e.kind = 'adoption' and e.role <> 'child' and e.state = 'recorded'
          union select c.nik from family_read.membership m
                  join family_read.membership c on c.family_card = m.family_card and c.relation = ${CHILD_OF_HEAD} and c.valid_to is null
                 where m.nik = ${nik}::bigint and m.valid_to is null and m.relation = any(${[...COUPLE]}::int[])
          union select a.nik from citizen.authority a where a.representative = ${nik}::bigint)
        select ${nikText('f.nik')} as nik from found f where f.nik <> ${nik}::bigint order by f.nik limit 60`,
  );
  return rows.map((row) => row.nik);
}

/** Who may be a parent of somebody, or was entered for him. */
export async function listRepresentatives(tx: Tx, nik: Nik): Promise<Nik[]> {
  const rows = await many<{ nik: Nik }>(
    tx,
    sql`with found (nik) as (
          select r.mother_nik from resident_read.resident r where r.nik = ${nik}::bigint
          union select r.father_nik from resident_read.resident r where r.nik = ${nik}::bigint
          union select p.nik from civil_event_read.event e join civil_event_read.event p on p.id = e.id and p.role <> 'child'
                 where e.nik = ${nik}::bigint and e.kind = 'adoption' and e.role = 'child' and e.state = 'recorded'
          union select p.nik from family_read.membership m
                  join family_read.membership p on p.family_card = m.family_card and p.relation = any(${[...COUPLE]}::int[]) and p.valid_to is null
                 where m.nik = ${nik}::bigint and m.valid_to is null and m.relation = ${CHILD_OF_HEAD}
          union select a.representative from citizen.authority a where a.nik = ${nik}::bigint
          union select x.person from citizen.exclusion x where x.nik = ${nik}::bigint)
        select ${nikText('f.nik')} as nik from found f where f.nik is not null and f.nik <> ${nik}::bigint order by f.nik limit 60`,
  );
  return rows.map((row) => row.nik);
}

export interface AdopterRow {
  readonly child: Nik;
  readonly adopter: Nik;
}

/** Who adopted these, by rulings that stand. */
export function listAdopters(tx: Tx, children: readonly Nik[]): Promise<AdopterRow[]> {
  return many<AdopterRow>(
    tx,
    sql`select ${nikText('c.nik')} as child, ${nikText('p.nik')} as adopter
          from civil_event_read.event c join civil_event_read.event p on p.id = c.id and p.role <> 'child'
         where c.nik = any(${list(children)}) and c.kind = 'adoption' and c.role = 'child' and c.state = 'recorded'`,
  );
}

export interface PairRow {
  readonly child: Nik;
  readonly person: Nik;
}

/** Of these children and these people: whose head's child stands in the card of which who is head, husband or wife. */
export function listOneCard(tx: Tx, children: readonly Nik[], people: readonly Nik[]): Promise<PairRow[]> {
  return many<PairRow>(
    tx,
    sql`select ${nikText('c.nik')} as child, ${nikText('p.nik')} as person
          from family_read.membership c join family_read.membership p on p.family_card = c.family_card and p.valid_to is null
         where c.nik = any(${list(children)}) and c.valid_to is null and c.relation = ${CHILD_OF_HEAD}
           and p.nik = any(${list(people)}) and p.relation = any(${[...COUPLE]}::int[])`,
  );
}

export interface AuthorityRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly representative: Nik;
  readonly kind: AuthorityKind;
  readonly paper: Paper;
  readonly issuer: string;
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly until: CivilDate | null;
  readonly fileId: Uuid;
  readonly proposedAt: Date;
  readonly proposalId: string | null;
  /** `null`: nobody has confirmed it. */
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly endGround: string | null;
}

const AUTHORITY = sql`a.id, ${nikText('a.nik')} as nik, ${nikText('a.representative')} as representative, a.kind, a.paper, a.issuer, a.number,
  a.decided_on as "decidedOn", a.until, a.file_id as "fileId", a.proposed_at as "proposedAt", a.proposal_id as "proposalId", a.begun_at as "begunAt", a.ended_at as "endedAt", a.end_ground as "endGround"`;

/** What was entered for any of these, or makes any of them a representative; the newest first. */
export function listAuthorities(tx: Tx, niks: readonly Nik[]): Promise<AuthorityRow[]> {
  return many<AuthorityRow>(
    tx,
    sql`select ${AUTHORITY} from citizen.authority a where a.nik = any(${list(niks)}) or a.representative = any(${list(niks)})
         order by a.proposed_at desc, a.id desc limit 200`,
  );
}

/** Held until the commit. */
export function holdAuthority(tx: Tx, id: string): Promise<AuthorityRow | undefined> {
  return maybeOne<AuthorityRow>(tx, sql`select ${AUTHORITY} from citizen.authority a where a.id = ${id} for update`);
}

export interface ExclusionRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly person: Nik;
  readonly ground: ExclusionGround;
  readonly issuer: string;
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly at: Date;
}

/** Those in force about these, whichever side they stand on. */
export function listExclusions(tx: Tx, niks: readonly Nik[]): Promise<ExclusionRow[]> {
  return many<ExclusionRow>(
    tx,
    sql`select x.id, ${nikText('x.nik')} as nik, ${nikText('x.person')} as person, x.ground, x.issuer, x.number, x.decided_on as "decidedOn", x.at
          from citizen.exclusion x
         where (x.nik = any(${list(niks)}) or x.person = any(${list(niks)})) and x.ended_at is null order by x.at desc, x.id limit 200`,
  );
}

export interface Doing {
  readonly at: Date;
  readonly by: string;
  readonly officeId: string | null;
  readonly entryId: string;
}

/** As it is entered; it begins when somebody else confirms it. */
export async function insertAuthority(
  tx: Tx,
  row: Omit<AuthorityRow, 'proposedAt' | 'proposalId' | 'begunAt' | 'endedAt' | 'endGround'>,
  { at, by, officeId }: Omit<Doing, 'entryId'>,
): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.authority (id, nik, representative, kind, paper, issuer, number, decided_on, until, file_id, proposed_at, proposed_by, office_id)
        values (${row.id}, ${row.nik}::bigint, ${row.representative}::bigint, ${row.kind}, ${row.paper}, ${row.issuer}, ${row.number},
                ${row.decidedOn}, ${row.until}, ${row.fileId}, ${at}, ${by}, ${officeId})`,
  );
}

export async function setProposal(tx: Tx, id: string, proposalId: string): Promise<void> {
  await run(tx, sql`update citizen.authority set proposal_id = ${proposalId} where id = ${id}`);
}

export async function beginAuthority(tx: Tx, id: string, { at, by, entryId }: Doing): Promise<void> {
  await run(
    tx,
    sql`update citizen.authority set begun_at = ${at}, confirmed_by = ${by}, entry_id = ${entryId} where id = ${id} and begun_at is null`,
  );
}

/** One of them, or whatever is open between two; gives how many ended. */
export function endAuthorities(
  tx: Tx,
  which: { id: string } | { nik: Nik; representative: Nik },
  of: { ground: string; words: Buffer | null },
  { at, by, entryId }: Doing,
): Promise<number> {
  const those =
    'id' in which
      ? sql`id = ${which.id}`
      : sql`nik = ${which.nik}::bigint and representative = ${which.representative}::bigint`;
  return run(
    tx,
    sql`update citizen.authority set ended_at = ${at}, ended_by = ${by}, end_ground = ${of.ground}, end_words = ${of.words}, end_entry = ${entryId}
         where ${those} and begun_at is not null and ended_at is null`,
  );
}

/** `false` where the two are kept apart already. */
export async function insertExclusion(
  tx: Tx,
  row: Omit<ExclusionRow, 'at'>,
  { at, by, officeId, entryId }: Doing,
): Promise<boolean> {
  const n = await run(
    tx,
    sql`insert into citizen.exclusion (id, nik, person, ground, issuer, number, decided_on, at, by_id, office_id, entry_id)
        values (${row.id}, ${row.nik}::bigint, ${row.person}::bigint, ${row.ground}, ${row.issuer}, ${row.number}, ${row.decidedOn},
                ${at}, ${by}, ${officeId}, ${entryId})
        on conflict (nik, person) where ended_at is null do nothing`,
  );
  return n === 1;
}

export async function endExclusion(tx: Tx, of: { nik: Nik; person: Nik }, { at, entryId }: Doing): Promise<void> {
  await run(
    tx,
    sql`update citizen.exclusion set ended_at = ${at}, end_entry = ${entryId}
         where nik = ${of.nik}::bigint and person = ${of.person}::bigint and ended_at is null`,
  );
}

/** Whose data the session looks at from now on; `null`: his own. */
export async function setActingFor(tx: Tx, sessionId: string, nik: Nik | null): Promise<void> {
  await run(tx, sql`update citizen.session set acting_for = ${nik}::bigint where id = ${sessionId}`);
}
