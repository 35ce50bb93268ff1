import { createHash } from 'node:crypto';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import type { DbRole, Tx } from '../../../core/db/index.ts';
import type { Doorkeeper } from '../../../core/http/index.ts';
import { firstRunPending } from './first-run.ts';
import { findActor } from './session.ts';

/** Who was recognised a moment ago, in this process. */
export interface RememberedActors {
  forget(officerId: string): void;
}

declare module '../../../core/db/tx.ts' {
  interface Ground {
    readonly actors: RememberedActors;
  }
}

// Another process notices a sign-out after this long at most.
const REMEMBER_MS = 3_000;
const MOST_REMEMBERED = 20_000;

interface Known {
  readonly actor: Promise<Actor | null>;
  readonly until: number;
  /** `undefined` while it is being looked up, `null` for nobody. */
  officerId: string | null | undefined;
}

type Transact = <Result>(role: DbRole, actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export interface RememberingActors extends RememberedActors {
  doorkeeper(transact: Transact): Doorkeeper;
}

/** Recognises sessions; remembers each for three seconds, so that a burst of requests asks the database once. */
export function rememberActors(nowMs: () => number = () => performance.now()): RememberingActors {
  // By the token's hash: a memory dump then holds no cookies.
  const known = new Map<string, Known>();
  let opened = false;
  const self = systemActor('doorkeeper');

  function remember(key: string, actor: Promise<Actor | null>): void {
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
    const entry: Known = { actor, until: nowMs() + REMEMBER_MS, officerId: undefined };
    known.delete(key);
    known.set(key, entry);
    actor.then(
      (found) => (entry.officerId = found?.id ?? null),
      () => known.delete(key),
    );
  }

  return {
    forget(officerId) {
      // Who is being looked up at this moment may have been read before the change: forgotten too.
      for (const [key, entry] of known) {
        if (entry.officerId === officerId || entry.officerId === undefined) known.delete(key);
      }
    },
    doorkeeper: (transact) => ({
      actorOf(token) {
        const key = createHash('sha256').update(token).digest('base64url');
        const found = known.get(key);
        if (found && found.until > nowMs()) return found.actor;
        const actor = transact('app', self, (tx) => findActor(tx, token));
        remember(key, actor);
        return actor;
      },
      async firstRunPending() {
        if (!opened) opened = !(await transact('app', self, firstRunPending));
        return !opened;
      },
    }),
  };
}
