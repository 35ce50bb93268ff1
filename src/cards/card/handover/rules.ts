/** What a comparison one to one says, in words. Pure and safe in a browser. */
export const STRENGTHS = ['strong', 'good', 'weak', 'against'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * From a log10 likelihood ratio: strong from a thousand times, good from some sixteen times more likely one body than two. One face
 * by the built-in encoder can say no more than "good" (docs/biometrics.md); the officer looks at who stands before him too.
 */
export function strengthOf(fused: number): Strength {
  if (fused >= 3) return 'strong';
  if (fused >= 1.2) return 'good';
  return fused > 0 ? 'weak' : 'against';
}

export const matches = (strength: Strength): boolean => strength === 'strong' || strength === 'good';

/** Why a card that lies here or was brought is taken in. */
export const INTAKE_CAUSES = [
  'damaged',
  'superseded',
  'died',
  'moved_abroad',
  'citizenship_lost',
  'duplicate',
  'decision',
] as const;

/** Whoever was compared takes his card with him now, not another day. */
export const VERIFIED_MINUTES = 15;
/** A supervisor's word holds for the day. */
export const RELEASED_HOURS = 24;
