/** Who is in one list and not in the other, place by place: nothing but the numbers that differ is ever in memory. */
import type { Tx } from '../../../core/db/index.ts';
import { eachPlace } from '../extract/sql.ts';
import { NIK_BYTES } from '../extract/tree.ts';

export interface Members {
  /** In the second alone, in the first alone, and in both at other places. */
  readonly joined: readonly bigint[];
  readonly left: readonly bigint[];
  readonly moved: readonly bigint[];
  /** Of `candidates`: who stands in both at the same place. */
  readonly stayed: readonly bigint[];
}

type Place = { readonly place: string; readonly niks: Buffer };

/** Both lists come in one order. `candidates`: whose rows may differ. */
export async function differingMembers(
  tx: Tx,
  { from, to, candidates }: { readonly from: string; readonly to: string; readonly candidates: ReadonlySet<bigint> },
): Promise<Members> {
  const [gone, come] = [new Set<bigint>(), new Set<bigint>()];
  const stayed: bigint[] = [];
  for await (const [one, other] of sideBySide(eachPlace(tx, from), eachPlace(tx, to)))
    eachNik(one?.niks ?? NONE, other?.niks ?? NONE, (nik, where) => {
      if (where === 'first') gone.add(nik);
      else if (where === 'second') come.add(nik);
      else if (candidates.has(nik)) stayed.push(nik);
    });
  const moved = [...gone].filter((nik) => come.has(nik));
  for (const nik of moved) {
    gone.delete(nik);
    come.delete(nik);
  }
  return { joined: [...come], left: [...gone], moved, stayed };
}

const NONE = Buffer.alloc(0);

async function* sideBySide(
  first: AsyncGenerator<Place>,
  second: AsyncGenerator<Place>,
): AsyncGenerator<readonly [Place | undefined, Place | undefined]> {
  const next = async (places: AsyncGenerator<Place>) => {
    const { value, done } = await places.next();
    return done ? undefined : value;
  };
  let [one, other] = [await next(first), await next(second)];
  while (one || other) {
    const before = one && other ? compare(one.place, other.place) : one ? -1 : 1;
    yield [before <= 0 ? one : undefined, before >= 0 ? other : undefined];
    if (before <= 0) one = await next(first);
    if (before >= 0) other = await next(second);
  }
}

/** As the list is put in order: by bytes, whatever the language. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function eachNik(one: Buffer, other: Buffer, visit: (nik: bigint, where: 'first' | 'second' | 'both') => void): void {
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const a = i < one.length ? one.readBigUInt64BE(i) : null;
    const b = j < other.length ? other.readBigUInt64BE(j) : null;
    const where = a === null ? 'second' : b === null || a < b ? 'first' : a === b ? 'both' : 'second';
    visit(where === 'second' ? b! : a!, where);
    if (where !== 'second') i += NIK_BYTES;
    if (where !== 'first') j += NIK_BYTES;
  }
}
