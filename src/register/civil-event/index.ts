/**
 * Civil events: what happens to people and what follows for the register (UU 23/2006 jo. 24/2013; Perpres 96/2018).
 * Always holds: an event and all its effects are one act; late is noted, never refused; by religion as the law has it, a
 * Muslim marriage or divorce is a notification without a certificate; who moves between regencies is counted once; an
 * event is undone by another event, never deleted, and its certificate then says so.
 */
export { recordEvent, type Recorded, type RecordGiven } from './record.ts';
export { recordAndIssue, issueCertificates, openCertificate, type EventPaper } from './paper/index.ts';
export { previewEvent } from './preview.ts';
export { cancelMove, listMovesUnderway, recordArrival } from './move/index.ts';
export { undoEvent, type UndoInput } from './undo/index.ts';
export { listEvents, listEventsOf, openEvent } from './open.ts';
export { civilEventsRecorded, civilEventsUndone, type CivilEventNotice } from './notices.ts';
export { DEADLINES, OTHER_EVENTS } from './deadlines.ts';
export type { DetailsOf, EventKindName, EventState, RecordableKind } from './schema.ts';
export { room } from './room.ts';
