/** The tries of one face. Pure. */
import type { Taken } from './take.ts';

/** As many are kept to choose from; the worst goes. */
const MOST_KEPT = 4;

type Judged = Pick<Taken, 'quality' | 'advice'>;

// One that leaves nothing to be desired is better than any other, whatever the numbers say.
const worth = ({ quality, advice }: Judged) => (advice === 'good' ? 1_000 : 0) + (quality ?? -1);

/** The best of them, of equals the last. */
export function bestOf<Try extends Judged>(tries: readonly Try[]): Try | null {
  return tries.reduce<Try | null>((best, each) => (best === null || worth(each) >= worth(best) ? each : best), null);
}

export function withTry<Try extends Judged>(tries: readonly Try[], fresh: Try): Try[] {
  const all = [...tries, fresh];
  if (all.length <= MOST_KEPT) return all;
  const worst = all.reduce((least, each) => (worth(each) < worth(least) ? each : least));
  return all.filter((each) => each !== worst);
}
