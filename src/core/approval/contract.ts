import { z } from 'zod';
import { contract } from '../http/contract.ts';

const proposalId = z.object({ proposalId: z.uuid() });

/** A proposal as people see it. The sentence is the text `summaryKey` with `summaryValues`. */
export const proposal = z.object({
  id: z.uuid(),
  act: z.string(),
  summaryKey: z.string(),
  summaryValues: z.record(z.string(), z.union([z.string(), z.number()])),
  summary: z.string(),
  /** What to compare before deciding, `name: value` each. */
  details: z.array(z.string()),
  state: z.enum(['waiting', 'approved', 'rejected', 'withdrawn', 'expired']),
  hash: z.string(),
  regionCode: z.string(),
  proposedBy: z.string(),
  proposedByName: z.string().nullable(),
  officeId: z.string().nullable(),
  proposedAt: z.string(),
  expiresAt: z.string(),
  /** By the register's clock, not the reader's: how long it has waited, and how long it still lives. */
  ageSeconds: z.number(),
  leftSeconds: z.number(),
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  whyNot: z.enum(['own', 'scope', 'region', 'decided']).nullable(),
});

export const assertion = z.discriminatedUnion('method', [
  z.object({ method: z.literal('password'), password: z.string().min(1).max(200) }),
  z.object({ method: z.literal('passkey'), challengeId: z.uuid(), response: z.unknown() }),
]);

export const listProposalsContract = contract({
  method: 'GET',
  path: '/v1/proposals',
  summary: { id: 'Usulan yang menunggu saya', en: 'Proposals waiting for me' },
  output: z.object({ proposals: z.array(proposal) }),
});

export const getProposalContract = contract({
  method: 'GET',
  path: '/v1/proposals/:proposalId',
  summary: { id: 'Satu usulan', en: 'One proposal' },
  params: proposalId,
  output: proposal,
});

export const challengeProposalContract = contract({
  method: 'POST',
  path: '/v1/proposals/:proposalId/challenge',
  summary: { id: 'Tantangan kunci sandi atas satu usulan', en: 'A passkey challenge over one proposal' },
  params: proposalId,
  output: z.object({ challengeId: z.uuid(), options: z.unknown() }),
  repeatable: true,
});

export const approveProposalContract = contract({
  method: 'POST',
  path: '/v1/proposals/:proposalId/approve',
  summary: { id: 'Menyetujui usulan; tindakannya langsung dijalankan', en: 'Approve a proposal; its act runs at once' },
  params: proposalId,
  body: z.object({ assertion }),
  output: proposal,
});

export const rejectProposalContract = contract({
  method: 'POST',
  path: '/v1/proposals/:proposalId/reject',
  summary: { id: 'Menolak usulan', en: 'Reject a proposal' },
  params: proposalId,
  body: z.object({ reason: z.string().trim().min(5).max(500) }),
  output: proposal,
});

export const withdrawProposalContract = contract({
  method: 'POST',
  path: '/v1/proposals/:proposalId/withdraw',
  summary: { id: 'Menarik usulan sendiri', en: "Withdraw one's own proposal" },
  params: proposalId,
  output: proposal,
});
