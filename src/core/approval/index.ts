/**
 * Approval: acts that can do great harm are proposals with the hash of exactly what will happen; a different person
 * approves within 24 hours, from another office where his own is small.
 * Always holds: nobody approves his own proposal; what runs is what was hashed; an expired proposal never runs.
 */
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
