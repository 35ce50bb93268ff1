/** Puts the places of the highest of the first `count` values into `into`, the highest first, and of equal ones the first; as many as it takes. Gives how many. */
export function surestOf(values: Float64Array, count: number, into: Int32Array): number {
  let found = 0;
  for (let n = 0; n < count; n++) {
    const value = values[n]!;
    if (found === into.length && values[into[found - 1]!]! >= value) continue;
    let place = found < into.length ? found++ : found - 1;
    for (; place > 0 && values[into[place - 1]!]! < value; place--) into[place] = into[place - 1]!;
    into[place] = n;
  }
  return found;
}
