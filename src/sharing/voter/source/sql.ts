/** Every statement on sources. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import type { Entered } from '../../../core/staged-import/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { SOURCE_KINDS, type DatedSource } from '../eligibility/rules.ts';
import type { GivenSource } from './read.ts';
import type { ListKind } from './rules.ts';

export const STAGING = 'row_number nik id kind body number decided_on since until'.split(' ');

export const stagingLine = ({ row, nik, kind, body, number, decidedOn, since, until }: GivenSource) => [
  row,
  nik,
  newId(),
  SOURCE_KINDS.indexOf(kind) + 1,
  body,
  number,
  decidedOn,
  since,
  until,
];

/** Looks all rows up at once: who is in the register, and what of them is here. */
export async function judgeStaged(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`update voter.staging s set verdict = f.verdict
          from (
            select s.row_number,
                   case when r.nik is null then 'person_unknown'
                        when s.since < r.birth_date then 'before_birth'
                        when v.nik is not null then 'same' end as verdict
              from voter.staging s left join resident_read.resident r on r.nik = s.nik
              left join voter.source v on v.nik = s.nik and v.kind = s.kind and v.body = s.body and v.number is not distinct from s.number
                                      and v.since = s.since and v.until is not distinct from s.until and v.withdrawn_at is null
          ) f where f.row_number = s.row_number`,
  );
}

export const stagedNiks = sql<{ nik: string }>`select distinct nik from voter.staging where verdict is null`;

/** Everything new at once; what a newer list ends otherwise gives way to it. */
export async function enterStaged(tx: Tx, { entryId, knownAt }: Entered, documentId: Uuid): Promise<void> {
  await run(
    tx,
    sql`update voter.source v set withdrawn_at = ${knownAt}, withdrawn_why = 'replaced'
          from voter.staging s
         where s.verdict is null and v.nik = s.nik and v.kind = s.kind and v.body = s.body and v.number is not distinct from s.number
           and v.since = s.since and v.withdrawn_at is null`,
  );
  await run(
    tx,
    sql`insert into voter.source (nik, id, kind, body, number, decided_on, since, until, document_id, known_at, entry_id)
        select nik, id, kind, body, number, decided_on, since, until, ${documentId}, ${knownAt}, ${entryId}
          from voter.staging where verdict is null order by nik`,
  );
}

export interface Letter {
  readonly kind: ListKind;
  readonly issuer: string;
  readonly number: string;
  readonly datedOn: CivilDate;
}

/** The letter that a list came with, entered once. */
export async function keepLetter(tx: Tx, l: Letter, by: string): Promise<Uuid> {
  await run(
    tx,
    sql`insert into voter.document (id, kind, issuer, number, dated_on, entered_at, entered_by)
        values (${newId()}, ${l.kind}, ${l.issuer}, ${l.number}, ${l.datedOn}, ${tx.ground.clock.now()}, ${by}::uuid) on conflict do nothing`,
  );
  const { id } = await one(
    tx,
    sql<{ id: Uuid }>`select id from voter.document
         where kind = ${l.kind} and issuer = ${l.issuer} and number = ${l.number} and dated_on = ${l.datedOn}`,
  );
  return id;
}

export interface LetterRow extends Letter {
  readonly id: Uuid;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  /** Records that it brought and that are in force. */
  readonly n: number;
  readonly withdrawn: number;
}

/** The newest first. */
export function listLetters(tx: Tx): Promise<LetterRow[]> {
  return many(
    tx,
    sql<LetterRow>`select d.id, d.kind, d.issuer, d.number, d.dated_on as "datedOn", d.entered_at as "enteredAt", d.entered_by as "enteredBy",
                          coalesce(s.n, 0)::int as n, coalesce(s.withdrawn, 0)::int as withdrawn
                     from voter.document d
                     left join (select document_id, count(*) filter (where withdrawn_at is null) as n, count(withdrawn_at) as withdrawn
                                  from voter.source group by document_id) s on s.document_id = d.id
                    order by d.entered_at desc, d.id limit 200`,
  );
}

export interface SourceRow extends DatedSource {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly number: string | null;
  readonly decidedOn: CivilDate | null;
  readonly issuer: string;
  readonly letter: string;
  readonly letterOn: CivilDate;
  readonly knownAt: Date;
}

const kinds = sql`(array['military', 'police', 'deprived', 'mission'])[s.kind]`;
const columns = sql`s.id, ${nikText('s.nik')} as nik, ${kinds} as kind, s.body, s.number, s.decided_on as "decidedOn", s.since, s.until, d.issuer,
  d.number as letter, d.dated_on as "letterOn", s.known_at as "knownAt"`;

/** What is said of people and was not taken back. */
export function listSources(tx: Tx, niks: readonly Nik[]): Promise<SourceRow[]> {
  return many(
    tx,
    sql<SourceRow>`select ${columns} from voter.source s join voter.document d on d.id = s.document_id
         where s.nik = any(${[...niks]}::bigint[]) and s.withdrawn_at is null order by s.nik, s.since, s.id`,
  );
}

export function holdSource(tx: Tx, nik: Nik, id: string): Promise<{ id: Uuid } | undefined> {
  return maybeOne(
    tx,
    sql<{
      id: Uuid;
    }>`select id from voter.source where nik = ${nik}::bigint and id = ${id}::uuid and withdrawn_at is null for update`,
  );
}

export async function withdrawSource(
  tx: Tx,
  s: { nik: Nik; id: Uuid; at: Date; by: string; why: string },
): Promise<void> {
  await run(
    tx,
    sql`update voter.source set withdrawn_at = ${s.at}, withdrawn_by = ${s.by}::uuid, withdrawn_why = ${s.why}
         where nik = ${s.nik}::bigint and id = ${s.id}`,
  );
}
