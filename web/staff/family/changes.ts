/** The changes of a card, by the last part of their address. */
export const CHANGES = ['tambah', 'pisah', 'kepala'] as const;
export type Change = (typeof CHANGES)[number];

export interface SeatRow {
  readonly ref: string;
  readonly name: string;
  readonly note: string;
  readonly relation: string;
}

export const HEAD = '1';
/** The name of the controls that say who is in the card, by which a fault leads there. */
export const MEMBERS = 'members';

/** What is wrong with the relations before anything is sent: the first fault in words' key, or `null`. */
export function seatFault(
  seats: readonly SeatRow[],
  wanted: { head: 'one' | 'none' },
): 'seats.nobody' | 'seats.relation' | 'seats.head' | 'seats.twoHeads' | 'seats.noHeadHere' | null {
  if (seats.length === 0) return 'seats.nobody';
  if (seats.some((seat) => seat.relation === '')) return 'seats.relation';
  const heads = seats.filter((seat) => seat.relation === HEAD).length;
  if (wanted.head === 'none') return heads > 0 ? 'seats.noHeadHere' : null;
  if (heads === 0) return 'seats.head';
  return heads > 1 ? 'seats.twoHeads' : null;
}

export function seatsSent(seats: readonly SeatRow[]): { ref: string; relation: number }[] {
  return seats.map(({ ref, relation }) => ({ ref, relation: Number(relation) }));
}
