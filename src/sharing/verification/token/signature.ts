/**
 * Signed requests (RFC 9421): method, address, body and token under one of the partner's own keys, once and for a minute.
 * Strict on purpose: one signature, the components below, the parameters below; anything else is refused and not interpreted.
 */
import { constants, hash, verify } from 'node:crypto';
import { refuse } from '../refusals.ts';
import type { Algorithm } from '../schema.ts';
import { CLOCK_SKEW_SECONDS } from './jwt.ts';
import type { PartnerKey } from './key.ts';

const LIFE_SECONDS = 60;
/** What must be signed; a request without a body has no digest. */
export const COMPONENTS = ['@method', '@target-uri', 'authorization', 'content-digest'] as const;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export interface SignedGiven {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly keys: readonly PartnerKey[];
  readonly now: Date;
}

export interface Signed {
  readonly once: { readonly hash: Buffer; readonly until: Date };
  /** Refuses a body that is not the one whose digest was signed. */
  body(raw: string): void;
  readonly digest: { readonly algorithm: 'sha256' | 'sha512'; readonly value: string };
}

const refuseSignature = (detail: string) => refuse('verification.signature_invalid', { detail });

/** Whether a request says that it is signed. */
export function isSigned(headers: Headers): boolean {
  return headers['signature-input'] !== undefined || headers['signature'] !== undefined;
}

export function readSignature(given: SignedGiven): Signed {
  const { headers, now } = given;
  const input = parseInput(headers['signature-input']);
  const signature = parseSignature(headers['signature'], input.label);
  if (!COMPONENTS.every((name) => input.components.includes(name))) throw refuseSignature('components');
  const { created, keyid, nonce, alg, expires } = input.parameters;
  const seconds = now.getTime() / 1000;
  if (typeof created !== 'number' || created > seconds + CLOCK_SKEW_SECONDS || created < seconds - LIFE_SECONDS)
    throw refuseSignature('created');
  if (expires !== undefined && (typeof expires !== 'number' || expires <= seconds)) throw refuseSignature('expires');
  if (typeof nonce !== 'string' || nonce.length < 16 || nonce.length > 256) throw refuseSignature('nonce');
  const key = given.keys.find(({ kid }) => kid === keyid);
  if (!key) throw refuseSignature('keyid');
  if (alg !== undefined && alg !== NAMES[key.algorithm]) throw refuseSignature('alg');
  if (!verifies(key, baseOf(given, input), signature)) throw refuseSignature('signature');
  const digest = digestIn(headers['content-digest']);
  return {
    once: {
      hash: hash('sha256', `signature\0${key.thumbprint}\0${nonce}`, 'buffer'),
      until: new Date((created + LIFE_SECONDS + CLOCK_SKEW_SECONDS + 1) * 1000),
    },
    body(raw) {
      if (hash(digest.algorithm, raw, 'base64') !== digest.value) throw refuseSignature('content-digest');
    },
    digest,
  };
}

/** As the registry of RFC 9421 section 6.2 calls them; PS256's keys sign with SHA-512 here, as it has no other for RSA-PSS. */
const NAMES: Record<Algorithm, string> = {
  EdDSA: 'ed25519',
  ES256: 'ecdsa-p256-sha256',
  PS256: 'rsa-pss-sha512',
};

function verifies({ key, algorithm }: PartnerKey, base: string, signature: Buffer): boolean {
  const message = Buffer.from(base);
  switch (algorithm) {
    case 'EdDSA':
      return verify(null, message, key, signature);
    case 'ES256':
      return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
    case 'PS256':
      return verify('sha512', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }, signature);
  }
}

interface Input {
  readonly label: string;
  readonly components: readonly string[];
  readonly parameters: Readonly<Partial<Record<string, string | number>>>;
  /** The inner list with its parameters, as written: it is signed too. */
  readonly text: string;
}

// label=("a" "b");created=1;keyid="x" - a dictionary of one inner list (RFC 9651), its items without parameters.
const INPUT =
  /^([a-z*][a-z0-9_.*-]{0,63})=(\(("[\x20\x21\x23-\x5b\x5d-\x7e]*"(?: "[\x20\x21\x23-\x5b\x5d-\x7e]*")*)\)((?:;[a-z][a-z0-9_-]*=(?:\d{1,15}|"[\x20\x21\x23-\x5b\x5d-\x7e]*"))*))$/;
const PARAMETER = /;([a-z][a-z0-9_-]*)=(?:(\d{1,15})|"([^"]*)")/g;

function parseInput(header: string | string[] | undefined): Input {
  const match = typeof header === 'string' && header.length <= 2048 ? INPUT.exec(header) : null;
  if (!match) throw refuseSignature('signature-input');
  const [, label, text, list, tail] = match as unknown as [string, string, string, string, string];
  const components = list.split(' ').map((item) => item.slice(1, -1));
  const parameters: Record<string, string | number> = {};
  for (const [, name, digits, word] of tail.matchAll(PARAMETER)) {
    if (name! in parameters) throw refuseSignature('signature-input');
    parameters[name!] = digits === undefined ? word! : Number(digits);
  }
  if (new Set(components).size < components.length) throw refuseSignature('components');
  return { label, components, parameters, text };
}

const SIGNATURE = /^([a-z*][a-z0-9_.*-]{0,63})=:([A-Za-z0-9+/]{1,1400}={0,2}):$/;

function parseSignature(header: string | string[] | undefined, label: string): Buffer {
  const match = typeof header === 'string' ? SIGNATURE.exec(header) : null;
  if (!match || match[1] !== label) throw refuseSignature('signature');
  return Buffer.from(match[2]!, 'base64');
}

/** RFC 9421 section 2.5. */
function baseOf({ method, url, headers }: SignedGiven, { components, text }: Input): string {
  const lines = components.map((name) => `"${name}": ${valueOf(name, method, url, headers)}`);
  return [...lines, `"@signature-params": ${text}`].join('\n');
}

function valueOf(name: string, method: string, url: string, headers: Headers): string {
  if (name === '@method') return method;
  if (name === '@target-uri') return url;
  if (name.startsWith('@')) throw refuseSignature('components');
  const value = headers[name];
  if (typeof value !== 'string') throw refuseSignature('components');
  return value.trim();
}

// RFC 9530.
const DIGEST = /^(sha-256|sha-512)=:([A-Za-z0-9+/]{43,86}={0,2}):$/;

function digestIn(header: string | string[] | undefined): Signed['digest'] {
  const match = typeof header === 'string' ? DIGEST.exec(header) : null;
  if (!match) throw refuseSignature('content-digest');
  const [, name, value] = match as unknown as [string, 'sha-256' | 'sha-512', string];
  return { algorithm: name === 'sha-256' ? 'sha256' : 'sha512', value };
}
