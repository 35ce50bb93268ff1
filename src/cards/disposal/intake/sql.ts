import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { OfficeKind } from '../../../register/office/index.ts';
import type { Contradiction, PieceCause } from '../rules.ts';

export interface NewPiece {
  readonly id: string;
  readonly kind: 'card' | 'blank';
  readonly nik: string | null;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly cause: PieceCause;
  readonly printedYear: number | null;
  readonly cut: boolean;
  readonly cardNik: string | null;
  readonly cardId: string | null;
  readonly contradiction: Contradiction | null;
}

interface Where {
  readonly intakeId: string;
  readonly officeId: string;
  readonly regionCode: string;
  readonly at: Date;
  readonly by: string;
  readonly entryId: string;
}

export async function insertIntake(
  tx: Tx,
  where: Where & { source: string; n: number; kept: number },
  pieces: readonly NewPiece[],
): Promise<void> {
  const { intakeId, officeId, regionCode, at, by, entryId, source, n, kept } = where;
  await run(
    tx,
    sql`insert into disposal.intake (id, office_id, region_code, source, n, kept, taken_in_at, taken_in_by, entry_id)
        values (${intakeId}, ${officeId}, ${regionCode}, ${source}, ${n}, ${kept}, ${at}, ${by}, ${entryId})`,
  );
  await run(
    tx,
    sql`insert into disposal.piece (id, kind, nik, serial, uid, cause, printed_year, cut, card_nik, card_id, contradiction,
                                    intake_id, office_id, region_code, recorded_at, recorded_by)
        select x.id, x.kind, x.nik, x.serial, x.uid, x.cause, x."printedYear", x.cut, x."cardNik", x."cardId", x.contradiction,
               ${intakeId}::uuid, ${officeId}::uuid, ${regionCode}, ${at}::timestamptz, ${by}::uuid
          from json_to_recordset(${JSON.stringify(pieces)}::json) as x(id uuid, kind text, nik bigint, serial bigint, uid bigint, cause text,
               "printedYear" smallint, cut boolean, "cardNik" bigint, "cardId" uuid, contradiction text)`,
  );
}

export interface OfficeOf {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly regionCode: string;
  readonly open: boolean;
}

/** An office by its id; the region of one abroad is empty, as the centre's is, which is why its kind stands beside it. */
export function findOfficeOf(tx: Tx, id: string): Promise<OfficeOf | undefined> {
  return maybeOne(
    tx,
    sql<OfficeOf>`select o.id, o.name, o.kind, coalesce(o.region_code, '') as "regionCode", o.closed_on is null as open
                    from office_read.office o where o.id = ${id}::uuid`,
  );
}

/** Serials that were taken in before, as a card or as a blank. */
export async function serialsTakenIn(tx: Tx, serials: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await many<{ serial: string }>(
    tx,
    sql`select p.serial::text as serial from disposal.piece p
         where p.contradiction is null and p.serial = any(${[...serials]}::bigint[])`,
  );
  return new Set(rows.map(({ serial }) => serial));
}

export interface PieceRow {
  readonly id: string;
  readonly kind: 'card' | 'blank';
  readonly nik: string | null;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly cause: PieceCause;
  readonly printedYear: number | null;
  readonly cardNik: string | null;
  readonly cardId: string | null;
  readonly contradiction: Contradiction | null;
  readonly releasedBy: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly officeId: string;
  readonly bagId: string | null;
  readonly missing: boolean;
  readonly destroyed: boolean;
}

const columns = sql`p.id, p.kind, ${nikText('p.nik')} as nik, p.serial::text as serial, p.uid::text as uid, p.cause, p.printed_year as "printedYear",
  ${nikText('p.card_nik')} as "cardNik", p.card_id as "cardId", p.contradiction, p.released_by as "releasedBy", p.recorded_by as "recordedBy",
  p.recorded_at as "recordedAt", p.office_id as "officeId", p.bag_id as "bagId", p.missing_at is not null as missing,
  p.destroyed_at is not null as destroyed`;

/** Pieces of an office that lie in no bag yet, the oldest first. */
export function listLoose(tx: Tx, officeId: string, limit: number): Promise<PieceRow[]> {
  return many<PieceRow>(
    tx,
    sql`select ${columns} from disposal.piece p where p.office_id = ${officeId}::uuid and p.bag_id is null and p.missing_at is null
         order by p.recorded_at, p.id limit ${limit}`,
  );
}

/** Pieces held until the commit, in one order. */
export function holdPieces(tx: Tx, ids: readonly string[]): Promise<PieceRow[]> {
  return many<PieceRow>(
    tx,
    sql`select ${columns} from disposal.piece p where p.id = any(${[...ids]}::uuid[]) order by p.id for update`,
  );
}

/** What a bag holds, in order. */
export function listInBag(tx: Tx, bagId: string): Promise<PieceRow[]> {
  return many<PieceRow>(
    tx,
    sql`select ${columns} from disposal.piece p where p.bag_id = ${bagId}::uuid order by p.place_in_bag`,
  );
}

export async function releasePieceRow(tx: Tx, given: { id: string; by: string; why: string }): Promise<void> {
  await run(
    tx,
    sql`update disposal.piece set released_by = ${given.by}, released_why = ${given.why} where id = ${given.id}::uuid`,
  );
}

/** The next number of a series, without gaps: the row is held until the commit. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { n } = await one<{ n: string }>(
    tx,
    sql`insert into disposal.numbering as s (series, n) values (${series}, 1) on conflict (series) do update set n = s.n + 1 returning n::text as n`,
  );
  return Number(n);
}
