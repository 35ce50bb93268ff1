import { setTimeout as pause } from 'node:timers/promises';

const MOST_TIMES = 100;
const PAUSE_MS = 300;

/**
 * Asks again while `again` says so, as every client of ours does: on a machine that stood still for ten seconds the record of access is behind for
 * a moment, and lines were closed on which nothing came. No test but those of ledger and server is about that.
 */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  again: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let time = 1; ; time++) {
    const answer = await ask();
    if (!again(answer) || time === MOST_TIMES) return answer;
    await pause(PAUSE_MS);
  }
}
