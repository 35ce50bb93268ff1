/** Shapes of questions about one face or finger, safe in a browser. */
import { z } from 'zod';
import { fingerPositionShape } from '../../../recording/biometric/schema.ts';
import { BODY_PARTS } from '../attribute.ts';
import { answerShape, mustNameConsent, nikShape, ownWord, proofShape, resultShape, whyShape } from '../schema.ts';

export const MOST_PICTURE_BYTES = 500_000;
const MOST_TEMPLATE_BYTES = 8_192;

/** Bytes as base64 (RFC 4648 section 4). */
function bytes(most: number, message: string) {
  return z
    .string()
    .max(Math.ceil(most / 3) * 4, { message })
    .regex(/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^[A-Za-z0-9+/]{2,3}={1,2}$/, { message });
}

const common = {
  ...whyShape,
  nik: nikShape,
  consent: ownWord(64).optional(),
  reference: ownWord(64),
};

export const faceQuestionShape = z
  .strictObject({
    ...common,
    /** A JPEG with exactly one face. */
    face: bytes(MOST_PICTURE_BYTES, 'verification.jpeg').refine((text) => text.startsWith('/9j/'), {
      message: 'verification.jpeg',
    }),
    /** What the partner's capture component says of how the picture came about: a JWT signed with a key of the partner. */
    liveness: z.string().min(1).max(8_192),
  })
  .superRefine(mustNameConsent);
export type FaceQuestion = z.output<typeof faceQuestionShape>;

export const fingerQuestionShape = z
  .strictObject({
    ...common,
    finger: z.strictObject({
      position: fingerPositionShape,
      /** ISO/IEC 19794-2:2005, one view of this finger. */
      template: bytes(MOST_TEMPLATE_BYTES, 'verification.template'),
    }),
  })
  .superRefine(mustNameConsent);
export type FingerQuestion = z.output<typeof fingerQuestionShape>;

/** What a capture component states, in the terms of ISO/IEC 30107-3. */
export const livenessShape = z.object({
  /** Which component, and its version. */
  method: ownWord(64),
  kind: z.enum(['passive', 'active']),
  /** How sure it is of a bona fide presentation. */
  score: z.number().int().min(0).max(100),
  decision: z.enum(['bona_fide', 'attack']),
  /** SHA-256 of the JPEG's bytes, base64url. */
  picture: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Seconds since 1970: when the picture was taken. */
  iat: z.number().int(),
});

export const bodyAnsweredShape = z.strictObject({
  answer: answerShape.extend({ results: z.partialRecord(z.enum(BODY_PARTS), resultShape) }),
  proof: proofShape,
});
