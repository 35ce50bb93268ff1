import { systemActor, type Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { Refusal } from '../refusal/index.ts';
import { mustHaveRecorded, outcomeOf, type Outcome } from './act.ts';
import type { GatheredCall, Route } from './route.ts';
import type { Serving } from './serving.ts';

/** So many in one transaction at most, and so many transactions of one region at a time. */
const MOST_TOGETHER = 256;
const AT_ONCE = 2;
/** A second transaction begins only when so many wait: a transaction costs as much as twenty calls in it. */
const SECOND_FROM = 64;

interface Waiting extends GatheredCall {
  resolve(outcome: Outcome): void;
  reject(fault: unknown): void;
}

interface Line {
  readonly waiting: Waiting[];
  running: number;
}

/**
 * Answers calls of one route that arrive while others are being answered together: one transaction, one look-up, one
 * durable write of all their ledger entries. Only calls of the same region share a transaction, as row-level security looks
 * through one pair of eyes; a call alone is answered at once. No answer leaves before the commit.
 */
export function gatherer(serving: Serving, route: Route) {
  const lines = new Map<string, Line>();
  const secondFrom = route.heavy ? 1 : SECOND_FROM;

  function pump(key: string, line: Line): void {
    while (line.waiting.length >= (line.running === 0 ? 1 : secondFrom) && line.running < AT_ONCE) {
      const batch = line.waiting.splice(0, MOST_TOGETHER);
      line.running += 1;
      void answer(batch).finally(() => {
        line.running -= 1;
        pump(key, line);
      });
    }
    if (line.running === 0) lines.delete(key);
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await serving.transact(route.role ?? 'app', eyesOf(batch[0]!.actor), (tx) =>
        together(tx, route, batch),
      );
      for (const [i, outcome] of outcomes.entries()) {
        if (outcome instanceof Refusal) batch[i]!.reject(outcome);
        else batch[i]!.resolve(outcome);
      }
    } catch (fault) {
      // One call's fault must not be another's: each goes alone.
      if (batch.length === 1) batch[0]!.reject(fault);
      else await Promise.all(batch.map((one) => answer([one])));
    }
  }

  return (call: GatheredCall): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const key = call.actor.jurisdiction?.code ?? 'none';
      let line = lines.get(key);
      if (!line) {
        const made: Line = { waiting: [], running: 0 };
        lines.set(key, (line = made));
        // Whoever arrives in the same turn of the event loop comes along.
        setImmediate(() => pump(key, made));
      }
      line.waiting.push({ ...call, resolve, reject });
      if (line.running > 0) pump(key, line);
    });
}

async function together(tx: Tx, route: Route, batch: readonly GatheredCall[]): Promise<(Outcome | Refusal)[]> {
  const results = await route.handleMany!(tx, batch as never);
  if (results.length !== batch.length)
    throw new Error(`${route.contract.path} answered ${results.length} of ${batch.length}`);
  const answered = results.some((result) => !(result instanceof Refusal));
  if (answered) mustHaveRecorded(tx, route);
  return results.map((result) => (result instanceof Refusal ? result : outcomeOf(route, result)));
}

/** The region's eyes, nobody's in particular. */
function eyesOf(actor: Actor): Actor {
  return { ...actor, id: systemActor('gather').id, officeId: null };
}
