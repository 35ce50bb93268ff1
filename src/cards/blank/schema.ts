/** Shapes of blanks, safe in a browser. */
import { z } from 'zod';
import { STATES, type State } from './rules.ts';

export const STORE_KINDS = ['centre', 'province', 'regency', 'district', 'printer'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

export const SHIPMENT_KINDS = ['distribution', 'rebalancing', 'return'] as const;
export type ShipmentKind = (typeof SHIPMENT_KINDS)[number];
/** On its way; counted otherwise than sent; in the receiver's stock; back with the sender. */
export const SHIPMENT_STATES = ['sent', 'difference', 'accepted', 'returned'] as const;
export const TALLY_KINDS = ['delivery', 'shipment', 'stock', 'handover'] as const;

const stateNames = Object.keys(STATES) as [State, ...State[]];
export const stateShape = z.enum(stateNames);

/** A serial as it stands on a blank: digits; kept as `bigint`, as JSON has no room for 18 of them. */
export const serialShape = z.string().regex(/^[0-9]{1,18}$/, { message: 'blank.field.serial' });

/** First and last serial, both included. */
export const spanShape = z
  .object({ first: serialShape, last: serialShape })
  .refine(({ first, last }) => BigInt(first) <= BigInt(last), { message: 'blank.field.span', path: ['last'] });
export type SpanText = z.output<typeof spanShape>;

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
