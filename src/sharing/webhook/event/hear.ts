/** What lower rooms say, as events: which notice becomes which, with what in it. */
import { inTransaction, type Listening, type Notice } from '../../../core/notice/index.ts';
import { disputesMoved } from '../../citizen/index.ts';
import { matchingsMoved } from '../../matching/index.ts';
import { balancesLow, paymentsEntered, statementsClosed } from '../../metering/index.ts';
import { accessDecided, reportsOwed } from '../../partner/index.ts';
import { keysChanged, pacesChanged } from '../../verification/index.ts';
import { raise } from './raise.ts';
import { ownWords } from './rules.ts';
import type { Told } from './schema.ts';

type Heard<Of> = Of extends Notice<infer Item> ? NonNullable<Item> : never;

function telling<Item>(notice: Notice<Item>, told: (item: Item) => Told | null): Listening {
  return inTransaction(notice, 'webhook.raise', async (tx, _actor, items) => {
    await raise(
      tx,
      items.flatMap((item) => told(item) ?? []),
    );
  });
}

export function accessTold(item: Heard<typeof accessDecided>): Told {
  const { institutionId, cooperationId: cooperation } = item;
  switch (item.what) {
    case 'suspended': {
      const { cause, until } = item;
      const code = `partner.suspended_${cause}`;
      return { kind: 'access.suspended', institutionId, data: { cooperation, cause, code, until } };
    }
    case 'restored':
      return { kind: 'access.restored', institutionId, data: { cooperation } };
    case 'granted': {
      const { grantId: grant, purpose, validUntil } = item;
      return { kind: 'access.granted', institutionId, data: { cooperation, grant, purpose, validUntil } };
    }
    case 'grant_ended':
      return { kind: 'access.grant_ended', institutionId, data: { cooperation, grant: item.grantId } };
    case 'ended':
      return { kind: 'access.ended', institutionId, data: { cooperation } };
  }
}

export function reportTold(item: Heard<typeof reportsOwed>): Told {
  const { institutionId, reportId: report, semester, dueOn, what, level } = item;
  const data = { report, semester, dueOn };
  switch (what) {
    case 'opened':
      return { kind: 'report.due', institutionId, data };
    case 'warned':
      return { kind: 'report.warned', institutionId, data: { ...data, level: level ?? 1 } };
    case 'cut_due':
      return { kind: 'report.cut_due', institutionId, data };
  }
}

export function paceTold({ institutionId, what, signal, until }: Heard<typeof pacesChanged>): Told {
  if (what === 'slowed' && signal !== null && until !== null)
    return { kind: 'pace.slowed', institutionId, data: { signal, code: 'verification.slowed_down', until } };
  return what !== 'lifted' && until !== null
    ? { kind: 'pace.held', institutionId, data: { until } }
    : { kind: 'pace.lifted', institutionId, data: {} };
}

/** What an institution did itself is not told. */
export function matchingTold({
  institutionId,
  matchingId,
  state,
  why,
  deleteAt,
}: Heard<typeof matchingsMoved>): Told | null {
  const matching = matchingId;
  switch (state) {
    case 'approval':
    case 'held':
      return { kind: 'matching.waiting', institutionId, data: { matching, state } };
    case 'done':
      return deleteAt === null ? null : { kind: 'matching.ready', institutionId, data: { matching, deleteAt } };
    case 'failed':
    case 'stopped':
      return { kind: 'matching.failed', institutionId, data: { matching, state, why: why ?? state } };
    case 'uploading':
    case 'running':
    case 'deleted':
    case 'cancelled':
      return null;
  }
}

export function disputeTold(item: Heard<typeof disputesMoved>): Told | null {
  const { institutionId, disputeId, number, reference, entryId: entry, dueAt, step } = item;
  const data = { dispute: disputeId, number, reference: ownWords(reference), entry, dueAt };
  switch (step) {
    case 'opened':
      return { kind: 'dispute.opened', institutionId, data };
    case 'reminded':
      return { kind: 'dispute.due_soon', institutionId, data };
    case 'overdue':
      return { kind: 'dispute.overdue', institutionId, data };
    case 'upheld':
    case 'rejected':
      return { kind: 'dispute.decided', institutionId, data: { ...data, decision: step } };
    case 'accepted':
    case 'withdrawn':
      return { kind: 'dispute.closed', institutionId, data: { ...data, how: step } };
    // Its own answers; and what the person objects to is between him and the ministry until it is decided.
    case 'answered':
    case 'admitted':
    case 'objected':
      return null;
  }
}

export const listening: readonly Listening[] = [
  telling(accessDecided, accessTold),
  telling(reportsOwed, reportTold),
  telling(pacesChanged, paceTold),
  telling(keysChanged, ({ institutionId, what, kid }) => ({
    kind: what === 'added' ? 'key.added' : 'key.ended',
    institutionId,
    data: { kid: ownWords(kid) },
  })),
  telling(matchingsMoved, matchingTold),
  telling(disputesMoved, disputeTold),
  telling(balancesLow, ({ institutionId, ...data }) => ({ kind: 'balance.low', institutionId, data })),
  telling(paymentsEntered, ({ institutionId, paymentId: payment, amount }) => ({
    kind: 'payment.entered',
    institutionId,
    data: { payment, amount },
  })),
  telling(statementsClosed, ({ institutionId, statementId: statement, ...data }) => ({
    kind: 'statement.closed',
    institutionId,
    data: { statement, ...data },
  })),
];
