/** Sent with every answer. The content policy is for answers of the API; pages bring a wider one of their own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The scheme, host and port under which the browser knows us, or `null` when the request names a host that is not ours:
 * without a configured origin only loopback names are, so that a foreign name that resolves to us opens nothing.
 */
export function originOf(host: string | undefined, publicOrigin: string | undefined): string | null {
  if (host === undefined) return null;
  if (publicOrigin !== undefined && new URL(publicOrigin).host === host) return publicOrigin;
  const name = host.replace(/:\d+$/, '');
  return LOOPBACK.has(name) ? `http://${host}` : null;
}

/** For a download: an ASCII name and the full one (RFC 6266). */
export function attachment(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
