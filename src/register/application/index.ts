/**
 * Applications (permohonan): what somebody asks of an office, on one way that every service shares (Perpres 96/2018).
 * Always holds: nothing is accepted whose documents were not checked by an officer; every state has a step with who and
 * when; a decided application never moves again. The service itself is carried out by the room whose business it is, in
 * the acceptance's transaction.
 */
export { applicationsAccepted, applicationsSubmitted, type ApplicationNotice } from './notices.ts';
export {
  acceptApplication,
  assignApplication,
  checkDocuments,
  handInDocument,
  refuseApplication,
  returnApplication,
  setOutcome,
  submitApplication,
  withdrawApplication,
} from './carry.ts';
export { listWork } from './open.ts';
export { withinDetails } from './within-details.ts';
export { draftApplication } from './draft.ts';
export { requirementsOf, SERVICES, type DocumentCode, type ServiceKind } from './services.ts';
export { room } from './room.ts';
