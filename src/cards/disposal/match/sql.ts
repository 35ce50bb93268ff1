/** Which card is meant by a serial, a UID or a NIK: one statement for a whole list. Looks over the nation; whoever calls has raised himself. */
import { many, nikText, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { serialsOfUids } from '../../blank/index.ts';
import { cardStateOf, type CardState } from '../../card/index.ts';

/** What can be read on a card; everything may be missing. */
export interface Readable {
  readonly nik: string | null;
  readonly serial: bigint | null;
  readonly uid: bigint | null;
  readonly printedYear: number | null;
}

export interface Match {
  /** Its place in the list that was asked about. */
  readonly line: number;
  readonly nik: Nik;
  readonly cardId: string;
  readonly state: CardState;
  readonly officeId: string | null;
  /** Where its piece lies, when it was taken in: the bag's number and state. */
  readonly pieceId: string | null;
  readonly bagNumber: string | null;
  readonly bagState: number | null;
  readonly pieceOffice: string | null;
  /** Another card of the same holder is valid. */
  readonly anotherValid: boolean;
  /** It ended before anybody got it, and lies at its office. */
  readonly stranded: boolean;
}

/** The serials behind UIDs that are in deliveries' lists: so a card is found whose UID its own record lacks. */
export async function withSerials(tx: Tx, given: readonly Readable[]): Promise<Readable[]> {
  const asked = given.flatMap(({ serial, uid }) => (serial === null && uid !== null ? [uid] : []));
  const serials = await serialsOfUids(tx, asked);
  return given.map((one) =>
    one.serial === null && one.uid !== null ? { ...one, serial: serials.get(one.uid) ?? null } : one,
  );
}

/**
 * By serial first, then by UID; by NIK only where nothing on the chip or back contradicts it, and then the card of the year that is
 * printed, the one that is still about.
 */
export async function matchCards(tx: Tx, given: readonly Readable[]): Promise<ReadonlyMap<number, Match>> {
  const lines = given.map(({ nik, serial, uid, printedYear }, line) => ({
    line,
    nik,
    serial: serial === null ? null : String(serial),
    uid: uid === null ? null : String(uid),
    year: printedYear,
  }));
  const rows = await many<Omit<Match, 'state'> & { state: number }>(
    tx,
    sql`with given as materialized (
               select * from json_to_recordset(${JSON.stringify(lines)}::json) as x(line int, nik bigint, serial bigint, uid bigint, year int)),
             hit as (
               select g.line, g.year, 1 as by, c.* from given g join card_read.card c on c.serial = g.serial
               union all
               select g.line, g.year, 2, c.* from given g join card_read.card c on c.uid = g.uid
               union all
               select g.line, g.year, 3, c.* from given g join card_read.card c on c.nik = g.nik
                where (g.serial is null or c.serial is null) and (g.uid is null or c.uid is null)),
             best as (
               select distinct on (h.line) h.line, h.nik, h.id, h.state, h.office_id, h.stranded from hit h
                order by h.line, h.by, (extract(year from h.printed_on) = h.year) desc nulls last, (h.state between 5 and 9) desc, h.printed_on desc, h.id)
        select b.line, ${nikText('b.nik')} as nik, b.id as "cardId", b.state, b.office_id as "officeId", b.stranded, p.id as "pieceId",
               p.bag_number as "bagNumber", p.bag_state as "bagState", p.office_id as "pieceOffice",
               exists (select from card_read.card o where o.nik = b.nik and o.id <> b.id and o.state = 5) as "anotherValid"
          from best b left join disposal_read.piece p on p.card_id = b.id`,
  );
  return new Map(rows.map((row) => [row.line, { ...row, state: cardStateOf(row.state) }]));
}

export interface BlankAt {
  readonly state: number;
  readonly store: string;
  readonly storeId: string;
  readonly officeId: string;
}

/** Where the blanks of these serials are by the books. */
export async function blanksAt(tx: Tx, serials: readonly bigint[]): Promise<ReadonlyMap<bigint, BlankAt>> {
  if (serials.length === 0) return new Map();
  const rows = await many<BlankAt & { serial: string }>(
    tx,
    sql`select s.serial::text as serial, l.state, l.store_id as "storeId", t.name as store, t.office_id as "officeId"
          from unnest(${[...new Set(serials)].map(String)}::int8[]) as s (serial)
          cross join lateral (select state, store_id from blank_read.lot where serials @> s.serial limit 1) l
          join blank_read.store t on t.id = l.store_id`,
  );
  return new Map(rows.map(({ serial, ...at }) => [BigInt(serial), at]));
}
