/**
 * What each row of a file claims about its NIK, kept compactly (a few dozen bytes a row) so that a NIK that comes again can be
 * compared with the first row that carried it, in a dry run as well.
 */
import { asCivilDate } from '../../../core/time/civil-date.ts';
import { samePerson, type Claim } from './same-person.ts';
import { seenNiks } from './seen.ts';

export interface Claims {
  /** `first`: nobody has claimed this NIK in the file; `same`: the person of `row` again; `other`: somebody else than in `row`. */
  judge(
    nik: string,
    row: number,
    claim: Claim,
  ): { readonly kind: 'first' } | { readonly kind: 'same' | 'other'; readonly row: number };
}

export function claims(): Claims {
  const seen = seenNiks();
  // Per ordinal: where its bytes begin, and its row; bytes are the birth date (10) and the name.
  let starts = new Uint32Array(1 << 16);
  let rows = new Uint32Array(1 << 16);
  let bytes = Buffer.allocUnsafe(1 << 20);
  let used = 0;
  let count = 0;

  function remember(row: number, claim: Claim): void {
    const needed = used + 10 + Buffer.byteLength(claim.name);
    if (needed > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
      bytes.copy(larger, 0, 0, used);
      bytes = larger;
    }
    if (count + 1 >= starts.length) {
      starts = grown(starts);
      rows = grown(rows);
    }
    starts[count] = used;
    rows[count] = row;
    used += bytes.write(claim.birthDate, used, 'latin1');
    used += bytes.write(claim.name, used, 'utf8');
    count += 1;
    starts[count] = used;
  }

  function recall(ordinal: number): Claim {
    const start = starts[ordinal]!;
    return {
      birthDate: asCivilDate(bytes.toString('latin1', start, start + 10)),
      name: bytes.toString('utf8', start + 10, starts[ordinal + 1]),
    };
  }

  return {
    judge(nik, row, claim) {
      const first = seen.first(nik, count + 1);
      if (first === 0) {
        remember(row, claim);
        return { kind: 'first' };
      }
      const same = samePerson(recall(first - 1), claim);
      return { kind: same ? 'same' : 'other', row: rows[first - 1]! };
    },
  };
}

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
}
