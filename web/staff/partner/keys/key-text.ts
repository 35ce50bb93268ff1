/** A key as somebody pastes it. A private one is known here and never leaves the device. Pure. */
export type KeyText =
  | { readonly kind: 'jwk'; readonly jwk: Readonly<Record<string, unknown>> }
  | { readonly kind: 'pem'; readonly pem: string }
  | { readonly kind: 'private' | 'many' | 'unreadable' };

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** A JWK, a JWK set of one, or PEM of a public key or a certificate. */
export function readKeyText(text: string): KeyText {
  const typed = text.trim();
  if (/PRIVATE KEY/.test(typed)) return { kind: 'private' };
  if (/^-----BEGIN (?:PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE)-----/.test(typed)) return { kind: 'pem', pem: typed };
  const read = objectIn(typed);
  if (!read) return { kind: 'unreadable' };
  const set = read['keys'];
  if (Array.isArray(set)) {
    if (set.some((key) => isObject(key) && isPrivate(key))) return { kind: 'private' };
    const [only] = set as unknown[];
    if (set.length > 1) return { kind: 'many' };
    return isObject(only) ? { kind: 'jwk', jwk: only } : { kind: 'unreadable' };
  }
  if (isPrivate(read)) return { kind: 'private' };
  return typeof read['kty'] === 'string' ? { kind: 'jwk', jwk: read } : { kind: 'unreadable' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isPrivate = (key: Readonly<Record<string, unknown>>) => PRIVATE.some((member) => member in key);

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}
