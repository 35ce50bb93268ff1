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

type Transact = <Result>(role: DbRole, actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export interface RememberingActors extends RememberedActors {
  doorkeeper(transact: Transact): Doorkeeper;
}

/** Recognises sessions; remembers each for three seconds, so that a burst of requests asks the database once. */
export function rememberActors(nowMs: () => number = () => performance.now()): RememberingActors {
  // By the token's hash: a memory dump then holds no cookies.
  const known = new Map<string, { actor: Promise<Actor | null>; until: number }>();
  const byOfficer = new Map<string, Set<string>>();
  let opened = false;
  const self = systemActor('doorkeeper');

  function remember(key: string, actor: Promise<Actor | null>): void {
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
    known.set(key, { actor, until: nowMs() + REMEMBER_MS });
    actor.then(
      (found) => {
        if (!found) return;
        let keys = byOfficer.get(found.id);
        if (!keys) byOfficer.set(found.id, (keys = new Set()));
        keys.add(key);
      },
      () => known.delete(key),
    );
  }

  return {
    forget(officerId) {
      for (const key of byOfficer.get(officerId) ?? []) known.delete(key);
      byOfficer.delete(officerId);
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
