import type { Compared } from './compare.ts';

/** A state that the partner may be told is an answer and no mistake; that nobody has this number is one. */
export function isHit({ resultClass, state }: Pick<Compared, 'resultClass' | 'state'>): boolean {
  return resultClass === 'match' || (state !== null && state !== 'absent');
}
