import { publicActor } from '../../src/core/access/index.ts';
import type { PublicRequest } from '../../src/core/http/index.ts';

/** What the page of somebody without a session is asked with. */
export function publicRequest(over: Partial<PublicRequest> = {}): PublicRequest {
  return {
    form: null,
    ip: '203.0.113.7',
    language: 'id',
    params: {},
    query: {},
    origin: 'http://localhost',
    actor: publicActor(over.language ?? 'id'),
    sessionOf: () => null,
    setSession: () => {},
    ...over,
  };
}
