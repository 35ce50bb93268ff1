import type { FastifyInstance } from 'fastify';
import type { Actor } from '../access/index.ts';
import type { DbRole, Ground, Tx } from '../db/index.ts';
import type { AnswerSealer } from '../idempotency/index.ts';
import type { Refusal } from '../refusal/index.ts';
import type { Room } from '../room.ts';
import type { Speaker } from '../text/index.ts';
import type { Log } from '../log/index.ts';
import type { Once } from './route.ts';

/** Who stands at the door: the officers' room, through `house.ts`. */
export interface Doorkeeper {
  /** The officer of a living session, without purpose; `null` for any other token. May remember for a few seconds. */
  actorOf(sessionToken: string): Promise<Actor | null>;
  /** Whether the first two administrators are still missing. */
  firstRunPending(): Promise<boolean>;
}

/** Who stands at the door of partners: the verification room, through `house.ts`. */
export interface Gatekeeper {
  /** Who calls, by his credentials alone: decided before the body is read. Throws refusals. */
  admit(call: PartnerCall): Promise<Admitted> | Admitted;
}

export interface PartnerCall {
  readonly method: string;
  /** Scheme, host and path as the caller wrote them. */
  readonly url: string;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Admitted {
  readonly actor: Actor;
  /** Proofs that may be used once; the handler sees to it, in its transaction. */
  readonly once: readonly Once[];
  readonly bound: boolean;
  readonly signed: boolean;
  /** Where the credentials also cover the body: refuses other bytes than those that were signed. What it gives is waited for. */
  readonly body: ((raw: string) => void | Promise<void>) | null;
  /** The same for a body that is taken piece by piece: what its bytes must hash to (base64). */
  readonly digest: { readonly algorithm: 'sha256' | 'sha512'; readonly value: string } | null;
}

/** What the server stands on; the house has it. */
export interface Serving {
  readonly rooms: readonly Room[];
  readonly speaker: Speaker;
  readonly transact: <Result>(role: DbRole, actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  readonly doorkeeper: Doorkeeper;
  readonly gatekeeper?: Gatekeeper;
  /** For routes whose body says who asks. */
  readonly ground?: Ground;
  readonly sealer: AnswerSealer;
  /** The refusal that a database error means, by the name of its constraint. */
  readonly refusalOf?: (fault: unknown) => Refusal | null;
  /** Milliseconds that the oldest ledger entry has waited for its number; `null` when none waits. */
  readonly oldestPendingMs?: () => Promise<number | null>;
  /** Refuses while the ledger does not keep up: what an officer may see or do under a scope stops then. */
  readonly mustKeepUp?: () => Promise<void>;
  /** Told of each answer to a partner that was let in: how long it took, and the code of a refusal. */
  readonly partnerAnswered?: (partnerId: string, answer: PartnerAnswer) => void;
  /** Requests and faults are written there; nowhere where there is none. */
  readonly log?: Log;
  readonly options?: ServerOptions;
}

export interface PartnerAnswer {
  readonly refused: string | null;
  readonly ms: number;
}

export interface ServerOptions {
  /** `https://jatidiri.example`: what browsers see. Absent: whatever loopback address they use. */
  readonly publicOrigin?: string;
  /** Addresses of our own reverse proxies, whose `X-Forwarded-For` counts. */
  readonly trustProxy?: string | readonly string[];
  /** Multiplies every rate limit; tests that walk all routes raise it. */
  readonly rateFactor?: number;
  /** Adds what is not under /v1: the web apps. */
  readonly extend?: (app: FastifyInstance) => Promise<void>;
}
