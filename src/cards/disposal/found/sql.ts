import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Part } from './reconcile.ts';

export interface FoundRow {
  readonly id: string;
  readonly number: string;
  readonly place: string;
  readonly regionCode: string;
  readonly foundOn: string;
  readonly finder: string;
  readonly policeReport: string | null;
  readonly description: string | null;
  readonly officeId: string;
  readonly office: string;
  readonly openedBy: string;
  readonly reconciled: number | null;
  readonly explanation: string | null;
  readonly publicDocument: string | null;
  readonly policeDocument: string | null;
  readonly listed: number;
}

const columns = sql`f.id, f.number, f.place, f.region_code as "regionCode", f.found_on as "foundOn", f.finder, f.police_report as "policeReport",
  f.description, f.office_id as "officeId", o.name as office, f.opened_by as "openedBy", f.reconciled, f.explanation,
  f.public_document as "publicDocument", f.police_document as "policeDocument",
  (select count(*)::int from disposal.found_card c where c.found_id = f.id) as listed`;
const source = sql`from disposal.found f join office_read.office o on o.id = f.office_id`;

export function findFound(tx: Tx, id: string): Promise<FoundRow | undefined> {
  return maybeOne<FoundRow>(tx, sql`select ${columns} ${source} where f.id = ${id}::uuid`);
}

export function holdFound(tx: Tx, id: string): Promise<FoundRow | undefined> {
  return maybeOne<FoundRow>(tx, sql`select ${columns} ${source} where f.id = ${id}::uuid for update of f`);
}

export function listFound(tx: Tx, region: string): Promise<FoundRow[]> {
  return many<FoundRow>(
    tx,
    sql`select ${columns} ${source} where f.region_code like ${`${region}%`} order by f.found_on desc, f.id desc limit 500`,
  );
}

export async function insertFound(
  tx: Tx,
  found: {
    id: string;
    number: string;
    place: string;
    regionCode: string;
    foundOn: string;
    finder: string;
    policeReport: string | null;
    description: string | null;
    officeId: string;
    at: Date;
    by: string;
    entryId: string;
  },
): Promise<void> {
  const { id, number, place, regionCode, foundOn, finder, policeReport, description, officeId, at, by, entryId } =
    found;
  await run(
    tx,
    sql`insert into disposal.found (id, number, place, region_code, found_on, finder, police_report, description, office_id, opened_at, opened_by, entry_id)
        values (${id}, ${number}, ${place}, ${regionCode}, ${foundOn}::date, ${finder}, ${policeReport}, ${description}, ${officeId}, ${at}, ${by}, ${entryId})`,
  );
}

export interface CustodyLine {
  readonly holder: string;
  readonly institution: string;
  readonly takenAt: Date;
  readonly note: string | null;
  readonly recordedBy: string;
}

export function listCustody(tx: Tx, id: string): Promise<CustodyLine[]> {
  return many<CustodyLine>(
    tx,
    sql`select c.holder, c.institution, c.taken_at as "takenAt", c.note, c.recorded_by as "recordedBy"
          from disposal.found_custody c where c.found_id = ${id}::uuid order by c.place`,
  );
}

export async function insertCustody(
  tx: Tx,
  given: {
    foundId: string;
    holder: string;
    institution: string;
    takenAt: Date;
    note: string | null;
    at: Date;
    by: string;
    entryId: string;
  },
): Promise<number> {
  const { foundId, holder, institution, takenAt, note, at, by, entryId } = given;
  const { place } = await one<{ place: number }>(
    tx,
    sql`insert into disposal.found_custody (found_id, place, holder, institution, taken_at, note, recorded_at, recorded_by, entry_id)
        values (${foundId}, (select coalesce(max(c.place), 0) + 1 from disposal.found_custody c where c.found_id = ${foundId}::uuid),
                ${holder}, ${institution}, ${takenAt}, ${note}, ${at}, ${by}, ${entryId}) returning place`,
  );
  return place;
}

export interface CountLine {
  readonly id: string;
  readonly counter: string;
  readonly institution: string;
  readonly countedAt: Date;
  readonly n: number;
  readonly parts: readonly Part[];
}

export function listCounts(tx: Tx, id: string): Promise<CountLine[]> {
  return many<CountLine>(
    tx,
    sql`select c.id, c.counter, c.institution, c.counted_at as "countedAt", c.n, c.parts from disposal.found_count c
         where c.found_id = ${id}::uuid order by c.counted_at, c.id`,
  );
}

export async function insertFoundCount(
  tx: Tx,
  given: Omit<CountLine, 'id'> & { id: string; foundId: string; at: Date; by: string; entryId: string },
): Promise<void> {
  const { id, foundId, counter, institution, countedAt, n, parts, at, by, entryId } = given;
  await run(
    tx,
    sql`insert into disposal.found_count (id, found_id, counter, institution, counted_at, n, parts, recorded_at, recorded_by, entry_id)
        values (${id}, ${foundId}, ${counter}, ${institution}, ${countedAt}, ${n}, ${JSON.stringify(parts)}::jsonb, ${at}, ${by}, ${entryId})`,
  );
}

export interface NewFoundCard {
  readonly line: number;
  readonly nik: string | null;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly printedYear: number | null;
  readonly cardNik: string | null;
  readonly cardId: string | null;
  readonly cardState: number | null;
  readonly custodian: string;
  readonly custodianOffice: string | null;
  readonly bagNumber: string | null;
  readonly contradictions: readonly string[];
}

export async function insertFoundCards(tx: Tx, foundId: string, cards: readonly NewFoundCard[]): Promise<void> {
  await run(
    tx,
    sql`insert into disposal.found_card (found_id, line, nik, serial, uid, printed_year, card_nik, card_id, card_state, custodian, custodian_office, bag_number, contradictions)
        select ${foundId}::uuid, x.line, x.nik, x.serial, x.uid, x."printedYear", x."cardNik", x."cardId", x."cardState", x.custodian, x."custodianOffice",
               x."bagNumber", array(select json_array_elements_text(x.contradictions))
          from json_to_recordset(${JSON.stringify(cards)}::json) as x(line int, nik bigint, serial bigint, uid bigint, "printedYear" smallint, "cardNik" bigint,
               "cardId" uuid, "cardState" smallint, custodian text, "custodianOffice" uuid, "bagNumber" text, contradictions json)`,
  );
}

export type FoundCardLine = NewFoundCard & { readonly office: string | null };

export function listFoundCards(tx: Tx, id: string): Promise<FoundCardLine[]> {
  return many<FoundCardLine>(
    tx,
    sql`select c.line, ${nikText('c.nik')} as nik, c.serial::text as serial, c.uid::text as uid, c.printed_year as "printedYear",
               ${nikText('c.card_nik')} as "cardNik", c.card_id as "cardId", c.card_state as "cardState", c.custodian, c.custodian_office as "custodianOffice",
               c.bag_number as "bagNumber", c.contradictions, o.name as office
          from disposal.found_card c left join office_read.office o on o.id = c.custodian_office
         where c.found_id = ${id}::uuid order by c.line`,
  );
}

export async function explainFound(
  tx: Tx,
  given: { id: string; reconciled: number; explanation: string; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.found set reconciled = ${given.reconciled}, explanation = ${given.explanation}, explained_at = ${given.at}, explained_by = ${given.by}
         where id = ${given.id}::uuid`,
  );
}

export async function noteReports(
  tx: Tx,
  given: { id: string; publicDocument: string; policeDocument: string },
): Promise<void> {
  await run(
    tx,
    sql`update disposal.found set public_document = ${given.publicDocument}::uuid, police_document = ${given.policeDocument}::uuid where id = ${given.id}::uuid`,
  );
}
