import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { multirange } from '../movement/sql.ts';
import { stateOf, STATES, type Span, type State } from '../rules.ts';
import type { SHIPMENT_KINDS, SHIPMENT_STATES } from '../schema.ts';

export interface ShipmentRow {
  readonly id: string;
  readonly number: string;
  readonly kind: (typeof SHIPMENT_KINDS)[number];
  readonly fromStore: string;
  readonly toStore: string;
  readonly state: (typeof SHIPMENT_STATES)[number];
  readonly carried: State;
  readonly n: bigint;
  readonly seals: readonly string[];
  readonly carrier: string;
  readonly expectedOn: string;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly endedAt: Date | null;
  /** Whether the receiver has counted it at least once. */
  readonly countedAlready: boolean;
}

type Raw = Omit<ShipmentRow, 'n' | 'carried'> & { n: string; carried: number };
const columns = sql`s.id, s.number, s.kind, s.from_store as "fromStore", s.to_store as "toStore", s.state, s.carried, s.n::text as n, s.seals, s.carrier,
  s.expected_on as "expectedOn", s.sent_at as "sentAt", s.sent_by as "sentBy", s.ended_at as "endedAt",
  exists (select from blank.tally t where t.shipment_id = s.id) as "countedAlready"`;
const shipmentOf = ({ n, carried, ...rest }: Raw): ShipmentRow => ({
  ...rest,
  n: BigInt(n),
  carried: stateOf(carried),
});

/** The shipment, held until the transaction ends: whoever counts or decides does so alone. */
export async function holdShipment(tx: Tx, id: string): Promise<ShipmentRow | null> {
  const row = await maybeOne<Raw>(tx, sql`select ${columns} from blank.shipment s where s.id = ${id} for update`);
  return row ? shipmentOf(row) : null;
}

export async function findShipment(tx: Tx, id: string): Promise<ShipmentRow | null> {
  const row = await maybeOne<Raw>(tx, sql`select ${columns} from blank.shipment s where s.id = ${id}`);
  return row ? shipmentOf(row) : null;
}

/** Open shipments from or to a store and those of the last days, the most urgent first. */
export async function listShipments(tx: Tx, store: string, since: Date): Promise<ShipmentRow[]> {
  const lately = (side: 'from_store' | 'to_store') =>
    sql`(s.${sql.ref(side)} = ${store} and s.ended_at is null) or (s.${sql.ref(side)} = ${store} and s.ended_at >= ${since})`;
  const rows = await many<Raw>(
    tx,
    // Four looks at an index, not all shipments of a store there ever were.
    sql`select ${columns} from blank.shipment s where ${lately('from_store')} or ${lately('to_store')}
         order by (s.ended_at is not null), s.expected_on, s.number limit 500`,
  );
  return rows.map(shipmentOf);
}

export async function insertShipment(
  tx: Tx,
  s: Omit<ShipmentRow, 'state' | 'endedAt' | 'countedAlready'> & { entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.shipment (id, number, kind, from_store, to_store, state, carried, n, seals, carrier, expected_on, sent_at, sent_by, entry_id)
        values (${s.id}, ${s.number}, ${s.kind}, ${s.fromStore}, ${s.toStore}, 'sent', ${STATES[s.carried]}, ${s.n}, ${[...s.seals]}::text[],
                ${s.carrier}, ${s.expectedOn}, ${s.sentAt}, ${s.sentBy}, ${s.entryId})`,
  );
}

export async function setShipmentState(
  tx: Tx,
  id: string,
  state: ShipmentRow['state'],
  endedAt: Date | null,
): Promise<void> {
  await run(tx, sql`update blank.shipment set state = ${state}, ended_at = ${endedAt} where id = ${id}`);
}

/** The serials that are on their way in a shipment now. */
export async function listOnTheWay(tx: Tx, shipment: string): Promise<Span[]> {
  const rows = await many<{ first: string; last: string }>(
    tx,
    sql`select lower(serials)::text as first, (upper(serials) - 1)::text as last from blank.lot where shipment_id = ${shipment} order by serials`,
  );
  return rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}

/** What is in `of` and not in `without`. */
export async function spansWithout(tx: Tx, of: readonly Span[], without: readonly Span[]): Promise<Span[]> {
  const rows = await many<{ first: string; last: string }>(
    tx,
    sql`select lower(r)::text as first, (upper(r) - 1)::text as last
          from unnest(${multirange(of)}::int8multirange - ${multirange(without)}::int8multirange) r`,
  );
  return rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}

/** The next number of a series, without a gap: the row is held until the commit. */
export async function nextNumber(tx: Tx, series: string): Promise<bigint> {
  const { n } = await one<{ n: string }>(
    tx,
    sql`insert into blank.numbering (series, n) values (${series}, 1)
        on conflict (series) do update set n = blank.numbering.n + 1 returning n::text as n`,
  );
  return BigInt(n);
}
