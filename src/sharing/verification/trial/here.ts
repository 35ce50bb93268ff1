/** A question to the sandbox from a page of ours: through the same reading, judging and writing as one that came over the network. */
import { faultsOf, inputInvalid, problemOf } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { questionShape } from '../schema.ts';
import { tryOne } from './trial.ts';

export interface TriedHere {
  readonly status: number;
  /** The answer or the problem, as JSON. */
  readonly json: string;
}

export async function tryHere(
  tx: Tx,
  given: { institutionId: string; question: unknown; ip: string; language: Language },
): Promise<TriedHere> {
  const { clients } = tx.ground.verification.trial;
  const refused = (refusal: Refusal): TriedHere => ({
    status: refusal.status,
    json: JSON.stringify(problemOf(refusal, tx.ground.speaker, given.language, newId())),
  });
  const read = questionShape.safeParse(given.question, { reportInput: true });
  if (!read.success) return refused(inputInvalid(faultsOf(read.error.issues, tx.ground.speaker)));
  await clients.know(given.institutionId);
  const actor = { ...clients.partner(given.institutionId)!.actor, language: given.language };
  // Whoever is signed in here needs no token, and what a token would have to prove counts as proved.
  const caller = { ip: given.ip, idempotencyKey: null, once: [], bound: true, signed: true };
  const [answer] = await tryOne(tx, [{ actor, caller, input: read.data }]);
  return answer instanceof Refusal ? refused(answer) : { status: 200, json: answer!.json };
}
