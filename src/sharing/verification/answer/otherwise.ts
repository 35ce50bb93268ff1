/**
 * For rooms that speak with partners in another language than `/v1`: the same bounds, budgets, comparison, entry and bill; only the
 * words of question and answer are theirs.
 */
import type { GatheredCall } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { refuseAsking } from '../../partner/index.ts';
import type { Compared, Leave } from '../compare/compare.ts';
import type { Item } from '../schema.ts';
import { answerCalls } from './answer.ts';
import { asks, type Ask, type Why } from './ask.ts';

export interface Otherwise extends Pick<GatheredCall, 'actor' | 'caller'> {
  readonly why: Why & { readonly via: string };
  readonly item: Item;
  /** The one grant under which it may be asked: another of the same purpose does not do. */
  readonly grantId: string;
  /** From what likeness on it wants a match; never less than the grant does. */
  readonly threshold: number;
}

/** What came of one question: fields and state as far as they may be told, and what the agreement lets be told. */
export interface AnsweredOtherwise extends Pick<Compared, 'results' | 'state'> {
  readonly leave: Leave;
}

/** In the order of the calls. */
export async function answerOtherwise(tx: Tx, calls: readonly Otherwise[]): Promise<(AnsweredOtherwise | Refusal)[]> {
  const verdicts = await answerCalls(
    tx,
    calls.map((call) => narrowed(call, asks(tx, call, call.why, [call.item]))),
  );
  return verdicts.map((verdict) => {
    if (verdict instanceof Refusal) return verdict;
    const outcome = verdict.outcomes[0]!;
    return outcome instanceof Refusal
      ? outcome
      : { results: outcome.results, state: outcome.state, leave: verdict.ask.grant.leave };
  });
}

function narrowed({ grantId, threshold }: Otherwise, ask: Ask | Refusal): Ask | Refusal {
  if (ask instanceof Refusal) return ask;
  const { grant } = ask;
  if (grant.id !== grantId) return refuseAsking('partner.grant_ended');
  const leave = { ...grant.leave, threshold: Math.max(grant.leave.threshold, threshold) };
  return { ...ask, grant: { ...grant, leave } };
}
