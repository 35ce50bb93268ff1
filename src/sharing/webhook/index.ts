/**
 * Webhooks: institutions are told at their own address, signed as Standard Webhooks 1.0 has it, of what concerns their agreement.
 * Always holds: an event stands exactly if its act does; no event holds a NIK, a name or a pseudonym; the same event has the same id and
 * bytes however often it is sent; no transaction waits for an answer; whoever is stopped is told that and nothing else.
 * Law: Permendagri 102/2019 and 17/2023 (agreements, supervision), UU 27/2022 art. 16 (no more data than needed).
 */
export { ping, replay, replayFailed, viewDeliveries, SHOWN } from './delivery/delivery.ts';
export type { DeliveryRow } from './delivery/sql.ts';
export { openWebhookDesk, type WebhookDesk } from './desk.ts';
export {
  addEndpoint,
  changeEvents,
  removeEndpoint,
  rotateSecret,
  switchEndpoint,
  viewEndpoints,
  type EndpointView,
} from './endpoint/endpoint.ts';
export { raiseForAll } from './event/raise.ts';
export { endpointsStopped } from './notice.ts';
export { refusals as webhookRefusals } from './refusals.ts';
export { PURPOSE as WEBHOOK_PURPOSE } from './send/job.ts';
export { room } from './room.ts';
