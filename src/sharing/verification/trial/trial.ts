/**
 * The sandbox's calls: the same questions, refusals, comparison, words and proofs as the true ones, over the published table. No register is
 * read, no entry is made, nothing is billed.
 */
import type { Actor } from '../../../core/access/index.ts';
import type { GatheredCall, RequestFacts, Written } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import type { Answered } from '../answer/answer.ts';
import { asks, type Ask } from '../answer/ask.ts';
import { keyOf } from '../answer/once.ts';
import { writeCalls } from '../answer/written.ts';
import type { Compared } from '../compare/compare.ts';
import { refuse } from '../refusals.ts';
import type { Batch, Question, TokenRequest } from '../schema.ts';
import { TOKEN_SECONDS } from '../token/access-token.ts';
import { proveClient, type IssuedToken } from '../token/issue.ts';
import { OF_ONE, type TrialRow } from './rules.ts';
import { trialRow, trialSubject } from './table.ts';

export const SANDBOX = '/v1/sandbox';

export async function issueTrialToken(
  tx: Tx,
  _: Actor,
  input: TokenRequest,
  request: RequestFacts,
): Promise<IssuedToken> {
  const desk = tx.ground.verification.trial;
  const now = systemClock.now();
  const { client, key, once, proof } = await proveClient(input, request, {
    path: `${SANDBOX}/token`,
    now,
    async clientOf(id) {
      if (!isUuid(id)) return null;
      await desk.clients.know(id);
      const found = desk.clients.partner(id);
      return found && found.keys.length > 0 ? { id, keys: found.keys } : null;
    },
  });
  if (!desk.memory.takeOnce(once, now))
    throw refuse('verification.assertion_replayed', { values: { error: 'invalid_client' } });
  if (proof && !desk.memory.takeOnce(proof.once, now))
    throw refuse('verification.used_before', { values: { error: 'invalid_dpop_proof' } });
  const boundTo = proof?.thumbprint ?? null;
  const token = await desk.tokens.issue({ institutionId: client.id, keyId: key.id, boundTo }, now);
  desk.count(client.id, 'tokens', 1);
  return { access_token: token, token_type: boundTo === null ? 'Bearer' : 'DPoP', expires_in: TOKEN_SECONDS };
}

export async function tryOne(tx: Tx, calls: readonly GatheredCall<Question>[]): Promise<(Written | Refusal)[]> {
  return tryAll(tx, calls, (input) => [input], false);
}

export async function tryBatch(tx: Tx, calls: readonly GatheredCall<Batch>[]): Promise<(Written | Refusal)[]> {
  return tryAll(tx, calls, ({ items }) => items, true);
}

function tryAll<Input extends Question | Batch>(
  tx: Tx,
  calls: readonly GatheredCall<Input>[],
  itemsOf: (input: Input) => Ask['items'],
  batch: boolean,
): (Written | Refusal)[] {
  const sandbox = inSandbox(tx);
  const verdicts = calls.map((call) => {
    const ask = asks(sandbox, call, call.input, itemsOf(call.input));
    return ask instanceof Refusal ? ask : answer(sandbox, ask);
  });
  const answered = verdicts.filter((verdict): verdict is Answered => !(verdict instanceof Refusal));
  const written = writeCalls(sandbox, answered, batch)[Symbol.iterator]();
  return verdicts.map((verdict) => (verdict instanceof Refusal ? verdict : written.next().value!));
}

/** The same ground with another desk: the sandbox's partners, names and signer in place of the true ones. */
function inSandbox(tx: Tx): Tx {
  const { verification } = tx.ground;
  const { clients, pseudonyms, signer } = verification.trial;
  const desk = { ...verification, book: { ...verification.book, ...clients }, pseudonyms, signer };
  return { ...tx, ground: { ...tx.ground, verification: desk } };
}

function answer(tx: Tx, ask: Ask): Answered | Refusal {
  const { trial } = tx.ground.verification;
  const now = systemClock.now();
  if (!ask.caller.once.every((mark) => trial.memory.takeOnce(mark, now))) return refuse('verification.used_before');
  const rows = ask.items.map(({ nik }) => trialRow(nik));
  const stopped = rows.find((row) => row?.is === 'refusal' && !OF_ONE.includes(row.code));
  if (stopped?.is === 'refusal') return refusalOf(stopped);
  const key = keyOf(ask);
  const before = trial.memory.before(key, now);
  if (before && !before.request.equals(key.request) && key.named) return refuse('verification.other_question');
  const outcomes = ask.items.map((item, place) => outcomeOf(tx, ask, item, rows[place]));
  const refused = outcomes.filter((outcome) => outcome instanceof Refusal);
  if (refused.length === outcomes.length) {
    trial.memory.forget(key);
    return refused[0]!;
  }
  trial.count(ask.partner.institutionId, 'questions', outcomes.length - refused.length);
  return { ask, entry: before?.request.equals(key.request) ? before.entry : ask.entry, outcomes };
}

function outcomeOf(
  tx: Tx,
  { grant }: Ask,
  { nik, attributes }: Ask['items'][number],
  row: TrialRow | undefined,
): Compared | Refusal {
  if (row?.is === 'refusal') return refusalOf(row);
  const { subject, state } = trialSubject(nik);
  return tx.ground.verification.comparison.compare(attributes, subject, state, grant.leave);
}

/** As the table names them; the true ones have the same status and words. */
function refusalOf({ code, seconds }: Extract<TrialRow, { is: 'refusal' }>): Refusal {
  const status = STATUS.get(code) ?? 403;
  return new Refusal(code, status, { values: seconds === undefined ? {} : { seconds } });
}

const STATUS = new Map<string, Refusal['status']>(
  (
    [
      'verification.quota_spent',
      'verification.misses_spent',
      'verification.person_misses_spent',
      'verification.slowed_down',
      'verification.proof_demanded',
      'verification.signature_demanded',
      'verification.in_progress',
      'verification.not_ready',
    ] as const
  ).map((code) => [code, refuse(code).status]),
);
