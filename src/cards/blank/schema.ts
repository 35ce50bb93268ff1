/** Shapes of blanks, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../register/resident/schema.ts';
import { MOVES, STATES, type MoveKind, type State } from './rules.ts';

export { civilDateShape, textShape };

export const STORE_KINDS = ['centre', 'province', 'regency', 'district', 'printer'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

export const SHIPMENT_KINDS = ['distribution', 'rebalancing', 'return'] as const;
export type ShipmentKind = (typeof SHIPMENT_KINDS)[number];
/** On its way; counted otherwise than sent; in the receiver's stock; back with the sender. */
export const SHIPMENT_STATES = ['sent', 'difference', 'accepted', 'returned'] as const;
export const TALLY_KINDS = ['delivery', 'shipment', 'stock', 'handover'] as const;

const stateNames = Object.keys(STATES) as [State, ...State[]];
export const stateShape = z.enum(stateNames);
const moveNames = Object.keys(MOVES) as [MoveKind, ...MoveKind[]];

/** A serial as it stands on a blank: digits; kept as `bigint`, as JSON has no room for 18 of them. */
export const serialShape = z.string().regex(/^[0-9]{1,18}$/, { message: 'blank.field.serial' });

/** First and last serial, both included. */
export const spanShape = z
  .object({ first: serialShape, last: serialShape })
  .refine(({ first, last }) => BigInt(first) <= BigInt(last), { message: 'blank.field.span', path: ['last'] });
export type SpanText = z.output<typeof spanShape>;

export const boxShape = z.object({ code: textShape(40), span: spanShape });
export const countShape = z.number().int().min(0).max(1_000_000_000, { message: 'blank.field.count' });

/** Numbers of blanks; see `rules.ts` for the equation between them. */
export const balanceShape = z.object({
  received: z.number(),
  handedOn: z.number(),
  inStock: z.number(),
  inTransit: z.number(),
  personalised: z.number(),
  spoiled: z.number(),
  missing: z.number(),
  destroyed: z.number(),
});

export const storeShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(STORE_KINDS),
  officeId: z.string(),
  office: z.string(),
  regionCode: z.string(),
  keeperId: z.string().nullable(),
  keeper: z.string().nullable(),
  /** Whether the officer who asks keeps it. */
  own: z.boolean(),
});

export const deliveryShape = z.object({
  id: z.string(),
  number: z.string(),
  supplier: z.string(),
  contractNo: z.string(),
  deliveredOn: z.string(),
  /** Told to whoever recorded it, and to all once it was counted. */
  n: z.number().nullable(),
  uids: z.number(),
  counted: z.boolean(),
  own: z.boolean(),
});

const place = z.object({ store: z.string(), state: stateShape });

export const movementShape = z.object({
  id: z.string(),
  kind: z.enum(moveNames),
  at: z.string(),
  recordedAt: z.string(),
  from: place.nullable(),
  to: place,
  n: z.number(),
  officer: z.string(),
  reason: z.string().nullable(),
  reverses: z.string().nullable(),
  /** Whether a later movement took it back. */
  reversed: z.boolean(),
  /** Its entry in the log. */
  entryId: z.string(),
});

export const shipmentShape = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(SHIPMENT_KINDS),
  state: z.enum(SHIPMENT_STATES),
  fromStore: z.string(),
  from: z.string(),
  fromOffice: z.string(),
  toStore: z.string(),
  to: z.string(),
  toOffice: z.string(),
  /** Who must count it. */
  receiver: z.string().nullable(),
  /** `null` to the receiver until he has counted: his count is blind. */
  n: z.number().nullable(),
  seals: z.array(z.string()),
  carrier: z.string(),
  expectedOn: z.string(),
  sentAt: z.string(),
  sentBy: z.string(),
  endedAt: z.string().nullable(),
  /** What this officer may do with it now. */
  mayCount: z.boolean(),
  mayTakeBack: z.boolean(),
});

export const discrepancyShape = z.object({
  id: z.string(),
  store: z.string(),
  storeId: z.string(),
  office: z.string(),
  shipmentId: z.string().nullable(),
  shipment: z.string().nullable(),
  expected: z.number(),
  counted: z.number(),
  openedAt: z.string(),
  dueOn: z.string(),
  state: z.enum(['open', 'explained', 'missing', 'found']),
  explanation: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Of blanks that were declared missing: when the last of them was found again. */
  foundAt: z.string().nullable(),
  /** Whether the officer who asks is no party to it and answers for its region. */
  maySettle: z.boolean(),
});

export const tracedShape = z.object({
  serial: z.string(),
  uid: z.string().nullable(),
  batch: z.object({ number: z.string(), supplier: z.string(), contractNo: z.string(), deliveredOn: z.string() }),
  box: z.object({ code: z.string(), first: z.string(), last: z.string() }).nullable(),
  now: z.object({
    store: z.string(),
    office: z.string(),
    state: stateShape,
    keeper: z.string().nullable(),
    shipment: z.string().nullable(),
    frozen: z.boolean(),
  }),
  custody: z.array(
    z.object({
      store: z.string(),
      office: z.string(),
      from: z.string(),
      until: z.string().nullable(),
      /** Who answered for the store in that time, one after the other. */
      keepers: z.array(z.object({ name: z.string(), from: z.string(), until: z.string().nullable() })),
    }),
  ),
  movements: z.array(movementShape),
});
export type Traced = z.output<typeof tracedShape>;

export interface Store {
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly kind: StoreKind;
  readonly regionCode: string;
  readonly keeperId: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}
