/** Who is recorded, as the packet and the strip need it. */
export interface Subject {
  readonly nik: string;
  readonly name: string;
  /** Absent where only a NIK was typed without a network. */
  readonly ref: string | null;
  /** What tells him apart, in the reader's words. */
  readonly facts: readonly string[];
  /** Whether the register itself was asked, the list taken along, or nobody. */
  readonly from: 'register' | 'along' | 'typed';
  /** Recorded before, and sent back. */
  readonly again: boolean;
}
