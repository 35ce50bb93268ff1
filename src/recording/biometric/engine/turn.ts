import { refuse } from '../refusals.ts';

/** Carries work out one after the other, in the order of the calls; a failure does not stop those that wait. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Refuses with `biometric.engine_busy` when `mostWaiting` wait already. */
export function oneAfterAnother(mostWaiting: number): InTurn {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (waiting >= mostWaiting) return Promise.reject(refuse('biometric.engine_busy'));
    waiting++;
    const done = last.then(work).finally(() => waiting--);
    last = done.catch(() => undefined);
    return done;
  };
}
