/**
 * Who calls: the token, the proof that its holder holds its key, the signature of what was sent; all before the body is read.
 * A token that was read once is remembered, so that a call costs no signature; the partner and the key it was made under are looked up
 * in the book each time, so that what is cut off stays out.
 */
import { hash } from 'node:crypto';
import { refuseAccess } from '../../../core/access/index.ts';
import type { Admitted, Gatekeeper, Once, PartnerCall } from '../../../core/http/index.ts';
import type { Clock } from '../../../core/time/index.ts';
import type { Book } from '../book/book.ts';
import type { Partner } from '../book/partner.ts';
import { refuse } from '../refusals.ts';
import type { AccessTokens, TokenFacts } from './access-token.ts';
import { readProof } from './dpop.ts';
import { isSigned, readSignature } from './signature.ts';

const AUTHORIZATION = /^(Bearer|DPoP) ([A-Za-z0-9._~+/-]{1,4096}=*)$/i;
const MOST_REMEMBERED = 20_000;

interface Known extends TokenFacts {
  /** As long as the book gives this very partner, this very answer holds. */
  admitted: { readonly partner: Partner; readonly plain: Admitted } | null;
}

export function openGatekeeper(given: {
  book: Pick<Book, 'open' | 'partner'>;
  tokens: AccessTokens;
  clock: Clock;
}): Gatekeeper {
  const { book, tokens, clock } = given;
  // By the token's hash: a memory dump then holds no tokens.
  const known = new Map<string, Known>();

  async function read(token: string, key: string): Promise<Known> {
    await book.open();
    const facts = await tokens.read(token, clock.now());
    if (facts === 'expired') throw refuse('verification.token_expired');
    if (facts === null) throw refuse('verification.token_invalid');
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
    const made = { ...facts, admitted: null };
    known.set(key, made);
    return made;
  }

  function mustLive(token: Known, key: string): Partner {
    if (token.expiresAt <= clock.now()) {
      known.delete(key);
      throw refuse('verification.token_expired');
    }
    const partner = book.partner(token.institutionId);
    if (!partner || (token.admitted?.partner !== partner && !partner.keys.some(({ id }) => id === token.keyId))) {
      throw refuse('verification.token_invalid');
    }
    return partner;
  }

  return {
    admit(call) {
      const match = AUTHORIZATION.exec(String(call.headers['authorization'] ?? ''));
      if (!match) throw refuseAccess('access.not_a_partner');
      const [, scheme, token] = match as unknown as [string, string, string];
      const key = hash('sha256', token, 'base64url');
      const found = known.get(key);
      const let_in = (facts: Known) => admit(call, { scheme, token, facts, partner: mustLive(facts, key) });
      return found ? let_in(found) : read(token, key).then(let_in);
    },
  };

  function admit(
    call: PartnerCall,
    { scheme, token, facts, partner }: { scheme: string; token: string; facts: Known; partner: Partner },
  ): Admitted | Promise<Admitted> {
    const bound = facts.boundTo !== null;
    if (bound !== (scheme.toLowerCase() === 'dpop')) throw refuse('verification.token_bound');
    if (!bound && !isSigned(call.headers)) return plain(facts, partner);
    return proved(call, { token, boundTo: facts.boundTo, partner });
  }

  function plain(facts: Known, partner: Partner): Admitted {
    if (facts.admitted?.partner !== partner) {
      const { actor } = partner;
      facts.admitted = { partner, plain: { actor, once: [], bound: false, signed: false, body: null, digest: null } };
    }
    return facts.admitted.plain;
  }

  async function proved(
    call: PartnerCall,
    { token, boundTo, partner }: { token: string; boundTo: string | null; partner: Partner },
  ): Promise<Admitted> {
    const { method, url, headers } = call;
    const now = clock.now();
    const once: Once[] = [];
    if (boundTo !== null) {
      const proof = headers['dpop'];
      if (typeof proof !== 'string') throw refuse('verification.token_bound');
      const proven = await readProof({ proof, method, url, now, token });
      if (proven.thumbprint !== boundTo) throw refuse('verification.proof_invalid', { detail: 'another key' });
      once.push(proven.once);
    }
    const signed = isSigned(headers) ? readSignature({ method, url, headers, keys: partner.keys, now }) : null;
    if (signed) once.push(signed.once);
    return {
      actor: partner.actor,
      once,
      bound: boundTo !== null,
      signed: signed !== null,
      body: signed && ((raw) => signed.body(raw)),
      digest: signed && signed.digest,
    };
  }
}
