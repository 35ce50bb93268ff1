/** Which minutiae of two records the comparison holds for the same, for people to look at: the pairs that its score rests on. Pure. */
import { fingerExplainer, inOrder } from './compare.ts';
import { fingerCode, pointOf, STRIDE, X, Y, ANGLE, type CodedFrom, type FingerCode } from './cylinder.ts';
import type { Matched } from './drawing/rules.ts';

/** Fewer hang together wherever two prints are laid. */
const FEWEST = 3;

let explain: ReturnType<typeof fingerExplainer> | null = null;

/** Places in the lists of minutiae; a minutia that has too few neighbours to be compared is in none. */
export function matchedMinutiae(a: CodedFrom, b: CodedFrom): Matched {
  const coded = [fingerCode(a), fingerCode(b)] as const;
  const [one, other] = inOrder(...coded);
  const swapped = one !== coded[0];
  explain ??= fingerExplainer();
  const { consolidated } = explain(one, other);
  if (!consolidated || consolidated.count < FEWEST) return [];
  const [left, right] = [placesIn(a, coded[0]), placesIn(b, coded[1])];
  const pairs = Array.from(consolidated.partner.subarray(0, one.count), (to, from) => ({ from, to }));
  return pairs
    .filter(({ to }) => to >= 0)
    .map(({ from, to }): Matched[number] => (swapped ? [left[to]!, right[from]!] : [left[from]!, right[to]!]));
}

/** For each cylinder the place of its minutia in the record. */
function placesIn(record: CodedFrom, { count, words }: FingerCode): number[] {
  const places = new Map(
    record.minutiae.map((minutia, n) => {
      const { x, y, angle } = pointOf(minutia, record);
      return [`${x},${y},${angle}`, n];
    }),
  );
  return Array.from({ length: count }, (_, n) => {
    const at = n * STRIDE;
    return places.get(`${words[at + X]},${words[at + Y]},${words[at + ANGLE]}`)!;
  });
}
