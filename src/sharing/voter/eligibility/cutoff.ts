/** Where somebody lived at the end of a day, from what is known of him. Pure. */
import type { CivilDate } from '../../../core/time/civil-date.ts';
import { foldHistory } from '../../../register/resident/rules.ts';

export interface PastDelta {
  readonly delta: unknown;
  readonly occurredOn: CivilDate;
}

/** Acts in the order of their versions. Who was registered only later lived where he was registered first. */
export function foldPlace(acts: readonly PastDelta[], cutoff: CivilDate): string {
  const until = acts.filter(({ occurredOn }, n) => n === 0 || occurredOn <= cutoff);
  return foldHistory(until.map(({ delta }) => delta)).villageCode;
}
