/** What the partner's capture component states of a picture: read, compared with the picture, kept in facts; the picture is not. */
import type { Facts } from '../../../core/ledger/index.ts';
import type { Partner } from '../book/partner.ts';
import { refuse } from '../refusals.ts';
import { CLOCK_SKEW_SECONDS, claimsOf, headerOf, isAlgorithm } from '../token/jwt.ts';
import { livenessShape } from './schema.ts';

const LONGEST_SECONDS = 5 * 60;

/** Refuses each fault by a code of its own, in order: signature, shape, picture, time, and what it says itself. */
export async function readLiveness(given: {
  readonly statement: string;
  readonly keys: Partner['keys'];
  /** SHA-256 of the picture, base64url. */
  readonly picture: string;
  readonly now: Date;
}): Promise<Facts> {
  const header = headerOf(given.statement);
  const key =
    header && isAlgorithm(header.alg)
      ? given.keys.find(({ kid, algorithm }) => kid === header.kid && algorithm === header.alg)
      : undefined;
  // Any other statement that was signed with this key is of another kind.
  if (!key || header?.typ !== 'liveness+jwt') throw refuse('verification.liveness_signature');
  const claims = await claimsOf(given.statement, key, () => refuse('verification.liveness_signature'));
  const read = livenessShape.safeParse(claims);
  if (!read.success) throw refuse('verification.liveness_shape');
  const { method, kind, score, decision, picture, iat } = read.data;
  if (picture !== given.picture) throw refuse('verification.liveness_other_picture');
  const age = given.now.getTime() / 1000 - iat;
  if (age > LONGEST_SECONDS || age < -CLOCK_SKEW_SECONDS) throw refuse('verification.liveness_old');
  if (decision === 'attack') throw refuse('verification.liveness_attack');
  return { livenessMethod: method, livenessKind: kind, livenessScore: score };
}
