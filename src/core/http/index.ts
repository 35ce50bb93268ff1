/**
 * HTTP. Fastify over the rooms' routes: session, access, CSRF and rate before the body, one transaction an act, the
 * ledger's duty and the output's schema checked before the commit, refusals as RFC 9457 problems in two languages.
 * Always holds: no answer leaves before its act is durable; no log or address holds a NIK, a name or a secret.
 */
import { en } from './en.ts';
import { id } from './id.ts';
import { httpRefusals } from './refusals.ts';

export { buildServer } from './server.ts';
export type {
  Admitted,
  Doorkeeper,
  Gatekeeper,
  PartnerAnswer,
  PartnerCall,
  ServerOptions,
  Serving,
} from './serving.ts';
export * from './contract.ts';
export * from './route.ts';
export { openCursors, type Cursors } from './cursor.ts';
export { openApiOf, accessText } from './openapi.ts';
export { CSRF_COOKIE, csrfOf, SESSION_COOKIE } from './csrf.ts';
export { faultsOf } from './faults.ts';
export { inputInvalid } from './input.ts';
export { problemOf, type Problem } from './problem.ts';
export * from './web.ts';
export {
  Download,
  Elsewhere,
  visitorDoor,
  wayBack,
  type SetSession,
  type VisitorDoor,
  type VisitorKind,
} from './visitor.ts';
export { httpRefusals } from './refusals.ts';

export const httpRoom = { name: 'http', texts: { id, en }, refusals: httpRefusals };
