import type { z } from 'zod';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';

/** What a proposal shows to the second person: one sentence and the numbers. Message keys of the room's texts. */
export interface ProposalSummary {
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Proposable<Input = unknown> {
  /** `resident.merge`; also the scope's prefix: proposing needs `<act>.propose`, approving `<act>.approve`. */
  readonly act: string;
  readonly input: z.ZodType<Input>;
  /** The region whose officers may decide, as 2-10 digits, '' for the nation. */
  region(tx: Tx, input: Input): Promise<string>;
  summary(tx: Tx, input: Input): Promise<ProposalSummary>;
  /** A digest of the present state of what will be touched; when it has changed before the approval, the proposal is stale. */
  fingerprint(tx: Tx, input: Input): Promise<string>;
  execute(tx: Tx, actor: Actor, input: Input): Promise<void>;
}

export function proposable<Input>(given: Proposable<Input>): Proposable {
  return given as Proposable;
}

/** What a fresh sign-in over one proposal's hash brings; the officers' room knows how to read it. */
export type Assertion =
  | { readonly method: 'password'; readonly password: string }
  | { readonly method: 'passkey'; readonly challengeId: string; readonly response: unknown };

/** What approval asks of the officers' room. */
export interface Electorate {
  /** Asks once about many offices; then says how many active officers who serve at one of them hold a scope. */
  holders(tx: Tx, officeIds: readonly string[]): Promise<(officeId: string, scope: string) => number>;
  /** The region of an office; `null` for one abroad. */
  regionOf(tx: Tx, officeId: string): Promise<string | null>;
  /** Names of officers by identifier, for the people who read a proposal; `null` for the system. */
  namesOf(tx: Tx, officerIds: readonly string[]): Promise<(officerId: string) => string | null>;
  /** A challenge over the hash for the officer's passkey. */
  challenge(tx: Tx, actor: Actor, hash: Buffer, origin: string): Promise<{ challengeId: string; options: unknown }>;
  /** Refuses unless the officer has just proved himself over exactly this hash. */
  mustAssert(tx: Tx, actor: Actor, hash: Buffer, assertion: Assertion, origin: string): Promise<void>;
}

export interface Approvals {
  readonly proposables: ReadonlyMap<string, Proposable>;
  readonly electorate: Electorate;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly approvals: Approvals;
  }
}
