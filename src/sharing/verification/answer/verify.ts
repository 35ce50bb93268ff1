/** The two calls of partners: one question, or up to a thousand. */
import type { GatheredCall, Written } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Batch, Question } from '../schema.ts';
import { answerCalls, type Answered } from './answer.ts';
import { asks, type Ask } from './ask.ts';
import { writeCalls } from './written.ts';

/** One question each: those that came together are answered together, each under an entry of its own. */
export function verify(tx: Tx, calls: readonly GatheredCall<Question>[]): Promise<(Written | Refusal)[]> {
  return answerAll(
    tx,
    calls.map((call) => asks(tx, call, call.input, [call.input])),
    false,
  );
}

/** Many questions under one entry, which commits to each of them. */
export function verifyBatch(tx: Tx, calls: readonly GatheredCall<Batch>[]): Promise<(Written | Refusal)[]> {
  return answerAll(
    tx,
    calls.map((call) => asks(tx, call, call.input, call.input.items)),
    true,
  );
}

async function answerAll(tx: Tx, asked: readonly (Ask | Refusal)[], batch: boolean): Promise<(Written | Refusal)[]> {
  const verdicts = await answerCalls(tx, asked);
  const answered = verdicts.filter((verdict): verdict is Answered => !(verdict instanceof Refusal));
  const written = writeCalls(tx, answered, batch)[Symbol.iterator]();
  return verdicts.map((verdict) => (verdict instanceof Refusal ? verdict : written.next().value!));
}
