import { many, maybeOne, run, sql, type Tx } from '../db/index.ts';

export interface ProposalRow {
  id: string;
  act: string;
  input: Buffer;
  hash: Buffer;
  fingerprint: string;
  regionCode: string;
  summaryKey: string;
  summaryValues: Record<string, string | number>;
  state: 'waiting' | 'approved' | 'rejected' | 'withdrawn';
  proposedBy: string;
  proposedByPseudonym: string;
  officeId: string | null;
  officeRegion: string | null;
  proposedAt: Date;
  expiresAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

const columns = sql`id, act, input, hash, fingerprint, region_code as "regionCode", summary_key as "summaryKey",
  summary_values as "summaryValues", state, proposed_by as "proposedBy", proposed_by_pseudonym as "proposedByPseudonym",
  office_id as "officeId", office_region as "officeRegion", proposed_at as "proposedAt", expires_at as "expiresAt",
  decided_by as "decidedBy", decided_at as "decidedAt", reason`;

export async function insertProposal(tx: Tx, row: ProposalRow): Promise<void> {
  await run(
    tx,
    sql`insert into approval.proposal (id, act, input, hash, fingerprint, region_code, summary_key, summary_values,
          proposed_by, proposed_by_pseudonym, office_id, office_region, proposed_at, expires_at)
        values (${row.id}, ${row.act}, ${row.input}, ${row.hash}, ${row.fingerprint}, ${row.regionCode}, ${row.summaryKey},
          ${JSON.stringify(row.summaryValues)}::jsonb, ${row.proposedBy}, ${row.proposedByPseudonym}, ${row.officeId},
          ${row.officeRegion}, ${row.proposedAt}, ${row.expiresAt})`,
  );
}

export async function findProposal(tx: Tx, id: string): Promise<ProposalRow | undefined> {
  return maybeOne(tx, sql<ProposalRow>`select ${columns} from approval.proposal where id = ${id}`);
}

/** Locks the proposal until the transaction ends: of two deciders one waits and finds it decided. */
export async function findProposalForDecision(tx: Tx, id: string): Promise<ProposalRow | undefined> {
  return maybeOne(tx, sql<ProposalRow>`select ${columns} from approval.proposal where id = ${id} for update`);
}

/** Waiting for anybody of the given acts, or all of one's own; the most urgent first. */
export async function listProposals(
  tx: Tx,
  filter: { acts: readonly string[]; own: string; now: Date; limit: number },
): Promise<ProposalRow[]> {
  return many(
    tx,
    sql<ProposalRow>`
      select ${columns} from approval.proposal
      where (state = 'waiting' and expires_at > ${filter.now} and act = any(${filter.acts as string[]}::text[]))
         or proposed_by = ${filter.own}
      order by state = 'waiting' and expires_at > ${filter.now} desc, expires_at limit ${filter.limit}`,
  );
}

export async function decideProposal(
  tx: Tx,
  row: {
    id: string;
    state: 'approved' | 'rejected' | 'withdrawn';
    decidedBy: string;
    decidedAt: Date;
    reason: string | null;
  },
): Promise<void> {
  await run(
    tx,
    sql`update approval.proposal
        set state = ${row.state}, decided_by = ${row.decidedBy}, decided_at = ${row.decidedAt}, reason = ${row.reason}
        where id = ${row.id}`,
  );
}
