import type { Access, Actor } from '../access/index.ts';
import type { Config } from '../config/index.ts';
import type { DbRole, Ground, Tx } from '../db/index.ts';
import { Refusal, type MessageValues, type RefusalStatus } from '../refusal/index.ts';
import type { Contract, InputOf, OutputOf, UploadedFile } from './contract.ts';

/** What the ledger will say: the labels of which one must have been written when the transaction commits, or why none is. */
export type LedgerDuty = { readonly writes: readonly string[] } | { readonly silent: string };

export function writes(...labels: [string, ...string[]]): LedgerDuty {
  return { writes: labels };
}

/** For routes that show no person's data and change nothing that matters; `why` says so. */
export function silent(why: string): LedgerDuty {
  return { silent: why };
}

export interface RequestFacts {
  /** Sessions and first-run only: cookies as they came. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly ip: string;
  readonly userAgent: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Scheme, host and port under which the browser knows us (`https://jatidiri.example`). */
  readonly origin: string;
  /** From where and with what a partner's system calls. */
  readonly caller: Caller;
  /** Applied when the act commits. */
  setCookie(name: string, value: string | null, maxAgeSeconds?: number): void;
  /** What must stay although the act is refused (a failed sign-in counts): runs in a transaction of its own. */
  afterRefusal(run: (tx: Tx) => Promise<void>): void;
}

/** How often one address may call. Open routes have a generous limit unless they say otherwise. */
export interface RateLimit {
  readonly perMinute: number;
}

type Input<C extends Contract> = InputOf<C> & (C extends { kind: 'upload' } ? { file: UploadedFile } : unknown);

export interface Route {
  readonly contract: Contract;
  readonly access: Access;
  readonly ledger: LedgerDuty;
  readonly rate?: RateLimit;
  /** Open while the first two administrators do not exist yet; nothing else is. */
  readonly beforeFirstRun?: boolean;
  readonly handle: (tx: Tx, actor: Actor, input: never, request: RequestFacts) => Promise<unknown>;
  /** Of a streamed route: where the bytes go, asked before the first of them is read. */
  readonly open?: (tx: Tx, actor: Actor, input: never, request: RequestFacts) => Promise<Sink<unknown>>;
  /** Answers calls that came at the same time in one transaction; see `gathered`. */
  readonly handleMany?: (tx: Tx, calls: readonly GatheredCall<never>[]) => Promise<readonly unknown[]>;
  /** The database role of a gathered route; `app` unless said otherwise. */
  readonly role?: DbRole;
  /** One call of a gathered route is as much work as many of others: it does not wait for company. */
  readonly heavy?: boolean;
  /** See `gathered`. */
  readonly who?: Who<never, never>;
  readonly refused?: Refused;
  readonly offered?: (config: Config) => boolean;
}

/**
 * Who asks and what, where only the body says it, or where what was sent takes long to read: before any transaction. Refuses; what it
 * gives goes to `handleMany`.
 */
export type Who<Given, Asked> = (
  ground: Ground,
  input: Given,
  call: Pick<GatheredCall, 'actor' | 'caller'>,
) => Promise<{ readonly actor: Actor; readonly input: Asked }>;

/** How a refusal is said in another system's words; `say` gives ours, in Indonesian. */
export type Refused = (
  refusal: Refusal,
  say: (code: string, values: MessageValues) => string,
) => { readonly status: 200 | RefusalStatus; readonly json: string };

export interface GatheredCall<Input = unknown> {
  readonly actor: Actor;
  readonly input: Input;
  readonly caller: Caller;
}

/** From where and with what a gathered call came. */
export interface Caller {
  readonly ip: string;
  /** Optional on what may be repeated. */
  readonly idempotencyKey: string | null;
  /** Proofs that may be used once: the handler refuses those that came before. */
  readonly once: readonly Once[];
  /** Whether the caller has proved that it holds the key of its token, and whether it has signed what it sent. */
  readonly bound: boolean;
  readonly signed: boolean;
}

/** What may come once: 32 bytes that stand for it, and until when it would be taken if it came again. */
export interface Once {
  readonly hash: Buffer;
  readonly until: Date;
}

/**
 * A route reads as a sentence: what it takes and gives, who may, what the ledger will say, what it does. The handler runs
 * in one transaction as `app`; writes (all but GET and contracts marked `repeatable`) are idempotent by `Idempotency-Key`.
 *
 * @example
 * route(openPersonContract, { access: may('resident.read', { purpose: 'stated' }), ledger: writes('resident.opened'), handle: openPerson });
 */
export function route<C extends Contract>(
  contract: C,
  spec: {
    access: Access;
    ledger: LedgerDuty;
    rate?: RateLimit;
    beforeFirstRun?: boolean;
    handle: (tx: Tx, actor: Actor, input: Input<C>, request: RequestFacts) => Promise<OutputOf<C>>;
  },
): Route {
  return { contract, ...spec } as unknown as Route;
}

/** Where the bytes of a streamed body go. */
export interface Sink<Received> {
  /** Resolves when the next piece may come. */
  write(piece: Buffer): Promise<void>;
  /** All of it has come. What this gives the handler gets as `received`. */
  end(): Promise<Received>;
  /** The line was cut, or what came was refused: nothing of it may stay. */
  drop(): Promise<void>;
}

/**
 * As `route`, for bytes that are too many to hold: `open` says in a transaction of its own where they go, they are taken while no
 * transaction waits for the line, and `handle` then runs with what the sink gave. Sending the same again must do no harm.
 */
export function streamed<C extends Contract & { readonly kind: 'stream' }, Received>(
  contract: C,
  spec: {
    access: Access;
    ledger: LedgerDuty;
    rate?: RateLimit;
    open: (tx: Tx, actor: Actor, input: InputOf<C>, request: RequestFacts) => Promise<Sink<Received>>;
    handle: (
      tx: Tx,
      actor: Actor,
      input: InputOf<C> & { received: Received },
      request: RequestFacts,
    ) => Promise<OutputOf<C>>;
  },
): Route {
  if (!contract.repeatable || contract.mostBytes === undefined) throw new Error(`${contract.path} cannot be streamed`);
  return { contract, ...spec } as unknown as Route;
}

/** An answer that its handler wrote itself, byte by byte, because the bytes are signed. The room's tests hold it to the schema. */
export class Written {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

/**
 * As `route`, for a look-up that very many ask at once: `handleMany` answers all calls that wait, of callers of one region,
 * in one transaction (one statement with `any($1)`, `recordEach`), in the order given; a `Refusal` in its place refuses that
 * call alone. Each call still gets an entry of its own. Only for GET and contracts that may be repeated.
 *
 * For clients that speak another system's language: `who` reads from the body who asks, `refused` says refusals as that system does, and
 * where `offered` says no the route is not there.
 */
export function gathered<C extends Contract, Asked = Input<C>>(
  contract: C,
  spec: {
    access: Access;
    ledger: LedgerDuty;
    rate?: RateLimit;
    role?: DbRole;
    heavy?: boolean;
    who?: Who<Input<C>, Asked>;
    refused?: Refused;
    offered?: (config: Config) => boolean;
    handleMany: (
      tx: Tx,
      calls: readonly GatheredCall<Asked>[],
    ) => Promise<readonly (OutputOf<C> | Written | Refusal)[]>;
  },
): Route {
  if (contract.method !== 'GET' && !contract.repeatable) throw new Error(`${contract.path} cannot be gathered`);
  const alone = async (tx: Tx, actor: Actor, input: Asked, { ip }: RequestFacts) => {
    const caller = { ip, idempotencyKey: null, once: [], bound: false, signed: false };
    const [result] = await spec.handleMany(tx, [{ actor, input, caller }]);
    if (result instanceof Refusal) throw result;
    return result;
  };
  return { contract, ...spec, handle: alone } as unknown as Route;
}
