/**
 * Asks one question and checks the proof of its answer, with nothing but Node: SERVER, CLIENT (the institution's id), KEY (an Ed25519
 * private key in PEM) and KID from the environment, the question as JSON on standard input. API=/v1/sandbox asks the published test
 * numbers instead.
 */
import { createHash, createPrivateKey, createPublicKey, randomUUID, sign, verify, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const { SERVER = '', CLIENT = '', KEY = '', KID = '', API = '/v1' } = process.env;

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
interface Answered {
  readonly answer: { readonly [name: string]: Json };
  readonly proof: {
    readonly key: string;
    readonly signature: string;
    /** Of a tree only; `kind` is `own` otherwise. */
    readonly kind: 'own' | 'tree';
    readonly index: number;
    readonly size: number;
    readonly path: readonly string[];
    readonly root: string;
  };
}

/** A statement who we are (RFC 7523), good for a minute and once. */
function assertion(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: CLIENT, sub: CLIENT, aud: SERVER, jti: randomUUID(), iat: now, exp: now + 60 };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const words = `${part({ alg: 'EdDSA', kid: KID })}.${part(claims)}`;
  return `${words}.${sign(null, Buffer.from(words), createPrivateKey(readFileSync(KEY))).toString('base64url')}`;
}

async function said<Body>(asking: Promise<Response>): Promise<Body> {
  const response = await asking;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

/** A token of five minutes: keep it, and ask for the next one before it ends. */
async function token(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion(),
  });
  return (await said<{ access_token: string }>(fetch(`${SERVER}${API}/token`, { method: 'POST', body }))).access_token;
}

/** RFC 8785 as far as answers need it: keys in order, no blanks. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const object = value as { readonly [name: string]: Json };
  const members = Object.keys(object).toSorted();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(object[name]!)}`).join(',')}}`;
}

const digest = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The root to which a path leads from a leaf (RFC 9162 section 2.1.3.2). */
function rootFrom(leaf: Buffer, { index, size, path }: Answered['proof']): string {
  let [at, last, hash] = [index, size - 1, leaf];
  for (const step of path.map((each) => Buffer.from(each, 'base64'))) {
    if (at % 2 === 1 || at === last) {
      hash = digest('\u0001', step, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else hash = digest('\u0001', hash, step);
    [at, last] = [at >> 1, last >> 1];
  }
  return hash.toString('base64');
}

/** Whether the answer is the server's: the key is published at `/verifications/keys` of the API. */
async function isGenuine({ answer, proof }: Answered): Promise<boolean> {
  const { keys } = await said<{ keys: (JsonWebKey & { kid: string })[] }>(fetch(`${SERVER}${API}/verifications/keys`));
  const jwk = keys.find(({ kid }) => kid === proof.key);
  if (!jwk) return false;
  const words = canonical(answer);
  const tree = proof.kind === 'tree';
  if (tree && rootFrom(digest('\u0000', words), proof) !== proof.root) return false;
  const message = tree ? `jatidiri-answers-v1\n${proof.size}\n${proof.root}\n` : `jatidiri-answer-v1\n${words}`;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(message), key, Buffer.from(proof.signature, 'base64'));
}

const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
const body = await text(process.stdin);
const answered = await said<Answered>(fetch(`${SERVER}${API}/verifications`, { method: 'POST', headers, body }));
console.log(JSON.stringify({ genuine: await isGenuine(answered), ...answered.answer }));
