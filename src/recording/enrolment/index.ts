/**
 * Recording (perekaman): stations, the packets that they seal, who was recorded and where it stands, coverage, queues
 * (UU 24/2013 art. 63 and 64; Perpres 96/2018; domain: statuses of recording).
 * Always holds: a packet counts once, whatever is repeated; nothing unsigned, altered or replayed is taken; what is odd
 * through no fault of the citizen waits for a person and is never dropped; templates and pictures lie under the person's key
 * and each look at a picture is an entry; a status, its step and who counts as recorded are written together.
 */
export { packetsMoved, packetsReceived, recordingsImported, type ReceivedPacket } from './notices.ts';
export { settlePackets, type Settled } from './settle.ts';
export {
  keepTemplates,
  listGallery,
  openTemplate,
  openTemplates,
  type OpenTemplate,
  type SealedTemplate,
} from './template.ts';
export { openPictures, type OpenPicture } from './picture.ts';
export { announcePacket, completePacket, decideQuarantine, putPiece } from './intake/index.ts';
export { enrolStation, issueStationCode, openCentreKey, revokeStation } from './station/index.ts';
export { approveItems, sendBack } from './supervise.ts';
export { openImage, openRecording, statusView } from './person.ts';
export { findPacket, listItems, listPacketsOf, listRecordedBy, type ItemRow, type PacketRow } from './sql.ts';
export { findKnown, openStanding, type Known } from './standing.ts';
export { importRecordings, openFiles } from './import/index.ts';
export { callNext, changeAppointment, makeAppointment, planVisit, visitDone } from './queue/index.ts';
export { openCoverage } from './coverage/index.ts';
export { sealPacket, type PackedItem, type Recording } from './packet.ts';
export { proofText } from './station/rules.ts';
export { mayFollow, STATUSES, statusOf, type Status } from './status.ts';
export { room } from './room.ts';
