import type { Compared } from './compare.ts';

/** A state that the partner may be told is an answer and no mistake, and so is a lock; that nobody has this number is one. */
export function isHit({ resultClass, state, locked }: Pick<Compared, 'resultClass' | 'state' | 'locked'>): boolean {
  return resultClass === 'match' || locked === true || (state !== null && state !== 'absent');
}
