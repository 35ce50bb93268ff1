/** `POST /v1/token` (RFC 6749 section 4.4): a token for a client that proves who it is by an assertion (RFC 7523). */
import type { Actor } from '../../../core/access/index.ts';
import type { RequestFacts } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { claimOnce } from '../answer/sql.ts';
import { refuse } from '../refusals.ts';
import type { TokenRequest } from '../schema.ts';
import { TOKEN_SECONDS } from './access-token.ts';
import { readAssertion, type Asserted, type Client } from './assertion.ts';
import { readProof, type Proved } from './dpop.ts';
import { wakeFetching } from './key-set.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface IssuedToken {
  access_token: string;
  token_type: 'Bearer' | 'DPoP';
  expires_in: number;
}

export async function issueToken(tx: Tx, _: Actor, input: TokenRequest, request: RequestFacts): Promise<IssuedToken> {
  const { book, tokens } = tx.ground.verification;
  await book.open();
  // Statements of programs are of true time, also in a story.
  const now = systemClock.now();
  const { client, key, once, proof } = await proveClient(input, request, {
    path: '/v1/token',
    now,
    clientOf: (id) => {
      const partner = book.partner(id);
      return partner && { id, keys: partner.keys };
    },
    keyUnknown: (id) => {
      if (book.partner(id)?.publishedAt) request.afterRefusal((later) => wakeFetching(later, id));
    },
  });
  const free = await claimOnce(tx, [once, ...(proof ? [proof.once] : [])]);
  if (!free.has(once.hash.toString('hex')))
    throw refuse('verification.assertion_replayed', { values: { error: 'invalid_client' } });
  if (proof && !free.has(proof.once.hash.toString('hex')))
    throw refuse('verification.used_before', { values: { error: 'invalid_dpop_proof' } });
  const boundTo = proof?.thumbprint ?? null;
  const token = await tokens.issue({ institutionId: client.id, keyId: key.id, boundTo }, now);
  const partner = book.partner(client.id)!;
  await record(tx, partner.actor, {
    label: 'verification.token_issued',
    facts: { key: key.thumbprint, bound: boundTo !== null },
  });
  return { access_token: token, token_type: boundTo === null ? 'Bearer' : 'DPoP', expires_in: TOKEN_SECONDS };
}

export interface TokenDoor {
  /** Where the token is asked for. */
  readonly path: string;
  readonly now: Date;
  readonly clientOf: (id: string) => Client | null | Promise<Client | null>;
  readonly keyUnknown?: (id: string) => void;
}

/** Who asks for a token, and to which key it shall be bound. */
export async function proveClient(
  input: TokenRequest,
  request: RequestFacts,
  { path, now, clientOf, keyUnknown }: TokenDoor,
): Promise<Asserted & { readonly proof: Proved | null }> {
  if (input.grant_type !== 'client_credentials')
    throw refuse('verification.grant_type', { values: { error: 'unsupported_grant_type' } });
  if (input.client_assertion_type !== ASSERTION_TYPE || input.client_assertion === undefined)
    throw refuse('verification.assertion_unreadable', { values: { error: 'invalid_client' } });
  const { origin } = request;
  const asserted = await readAssertion({
    assertion: input.client_assertion,
    clientId: input.client_id,
    audiences: [origin, `${origin}${path}`],
    now,
    clientOf,
    ...(keyUnknown && { keyUnknown }),
  });
  return { ...asserted, proof: await proofIn(request, path, now) };
}

async function proofIn({ headers, origin }: RequestFacts, path: string, now: Date): Promise<Proved | null> {
  const proof = headers['dpop'];
  if (proof === undefined) return null;
  return readProof({ proof: String(proof), method: 'POST', url: `${origin}${path}`, now, token: null });
}
