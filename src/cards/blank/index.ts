/**
 * Blanks (blangko KTP-el): deliveries, stores and their keepers, and every movement between them.
 * Always holds: one serial is in one custody; received = handed on + in stock + in transit + personalised + spoiled + missing +
 * destroyed, for every custodian at every moment; nothing is edited, a mistake is reversed; whoever counts is not told
 * what should be there. Law: UU 24/2013 art. 96, PP 40/2019 art. 26, Permendagri 72/2022.
 */
export { deliverBlanks, moveBlanks, reverseMovement, type MoveGiven } from './movement/move.ts';
export { receiveDelivery, takeManifest, type Delivery, type ManifestLine } from './delivery/deliver.ts';
export { sendShipment, takeBack, type Sending } from './shipment/send.ts';
export { countShipment, reportDifference } from './shipment/receive.ts';
export { countDelivery, countStock, openDifference } from './tally/count.ts';
export { settleDifference, type Settling } from './tally/settle.ts';
export { countForHandover, handOverStore } from './store/handover.ts';
export { serialOf, traceBlank } from './trace/trace.ts';
export { uidOf } from './delivery/uid-of.ts';
export { serialsOfUids } from './trace/uids.ts';
export { parseUid, uidText } from './delivery/uid.ts';
export type { Traced } from './schema.ts';
export { getStore, openStore, type NewStore } from './store/store.ts';
export { closeDay, listHolds } from './closing/index.ts';
export { reportIncident } from './incident/report.ts';
export { freezeBlanks, setPoliceReport } from './incident/act.ts';
export { listOpenIncidents } from './incident/index.ts';
export { supplyOf } from './supply/index.ts';
export { viewStores } from './stock/view.ts';
export { difference, STATES, type Balance, type MoveKind, type Span, type State } from './rules.ts';
export { room } from './room.ts';
