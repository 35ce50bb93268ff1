import { listProposalsContract } from '../../../src/core/approval/contract.ts';
import type { Client } from '../../kit/client.ts';
import type { texts } from './texts.ts';

export type WorkKind = 'proposal';

/** One thing that waits for this officer. */
export interface Work {
  readonly key: string;
  readonly kind: WorkKind;
  /** In the reader's language already, as the server says it. */
  readonly title: string;
  readonly why: keyof typeof texts.id;
  /** Since when, and until when (ms); `null`: no term. */
  readonly since: number;
  readonly dueAt: number | null;
  readonly path: string;
}

/** Where work comes from. A room with work of its own is one more of these. */
export interface WorkSource {
  readonly kind: WorkKind;
  readonly scope: string;
  readonly list: (client: Client) => Promise<readonly Work[]>;
}

const proposals: WorkSource = {
  kind: 'proposal',
  scope: 'approval.read',
  async list(client) {
    const answer = await client.call(listProposalsContract, {});
    return answer.proposals
      .filter((proposal) => proposal.state === 'waiting')
      .map((proposal) => ({
        key: proposal.id,
        kind: 'proposal',
        title: proposal.summary,
        why: proposal.whyNot === 'own' ? 'why.own' : 'why.decide',
        since: Date.parse(proposal.proposedAt),
        dueAt: Date.parse(proposal.expiresAt),
        path: `/petugas/usul/${proposal.id}`,
      }));
  },
};

export const work: readonly WorkSource[] = [proposals];
