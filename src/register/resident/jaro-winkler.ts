/** Jaro-Winkler similarity (Winkler 1990), 0 to 1, with a prefix of at most four letters at 0.1. */
export function jaroWinkler(one: string, other: string): number {
  // In one order always: the greedy search for matches may depend on which word it starts from.
  const [a, b] = one < other ? [one, other] : [other, one];
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      matchedA.push(a[i]!);
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = b.split('').filter((_, j) => taken.has(j));
  const transposed = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - transposed) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
