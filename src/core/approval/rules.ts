import { createHash } from 'node:crypto';
import { covers, type Actor } from '../access/index.ts';
import { canonicalJson } from '../idempotency/index.ts';

export const HOURS_TO_LIVE = 24;

/** An office with fewer than this many officers who may approve is small: nobody there would be a second person. */
export const ENOUGH_APPROVERS = 2;

/** Exactly what will happen: the act, its whole input, and the state that it was proposed on. */
export function proposalHash(act: string, input: unknown, fingerprint: string): Buffer {
  return createHash('sha256')
    .update('jatidiri/proposal/1\n')
    .update(canonicalJson({ act, input, fingerprint }))
    .digest();
}

/** The region one level up: 317507 → 3175 → 31 → the nation, villages by their district. */
export function parentRegion(code: string): string {
  return code.length === 10 ? code.slice(0, 6) : code.slice(0, Math.max(code.length - 2, 0));
}

export interface Standing {
  readonly act: string;
  readonly regionCode: string;
  readonly proposedBy: string;
  /** Region of the proposer's office; `null` abroad. */
  readonly officeRegion: string | null;
  /** Officers at the proposer's office who hold `<act>.approve`. */
  readonly approversThere: number;
}

/**
 * Why an officer may not be the second person, or `null` when he may. His region must hold the proposal's; only when the
 * proposer's office is small will an office of the same or a higher level in the region above do.
 */
export function whyNotApprove(
  actor: Pick<Actor, 'id' | 'scopes' | 'jurisdiction'>,
  standing: Standing,
): 'own' | 'scope' | 'region' | null {
  if (actor.id === standing.proposedBy) return 'own';
  if (!actor.scopes.has(`${standing.act}.approve`)) return 'scope';
  if (covers(actor.jurisdiction, standing.regionCode)) return null;
  const small = standing.approversThere < ENOUGH_APPROVERS;
  if (!small || !actor.jurisdiction || standing.officeRegion === null) return 'region';
  const level = actor.jurisdiction.code.length;
  const near = actor.jurisdiction.code.startsWith(parentRegion(standing.officeRegion));
  return near && level <= standing.officeRegion.length ? null : 'region';
}
