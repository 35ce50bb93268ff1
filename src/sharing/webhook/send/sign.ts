/** The signature of Standard Webhooks: HMAC-SHA256 over id, time and body, by every secret that is still good. */
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Within the 24 to 64 of the specification. */
const SECRET_BYTES = 32;

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** As its institution keeps it. */
export const secretText = (secret: Buffer): string => PREFIX + secret.toString('base64');

export interface Signed {
  readonly id: string;
  /** Seconds of true time, also in a story: whoever receives it compares it with his own clock. */
  readonly seconds: number;
  readonly body: string;
}

/** `webhook-id`, `webhook-timestamp` and `webhook-signature`. The id is a UUID, so no dot of it can be taken for the separator. */
export function signedHeaders({ id, seconds, body }: Signed, secrets: readonly Buffer[]): Record<string, string> {
  const words = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(words).digest('base64')}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
