export { announcePacket, openReceipt, putPiece } from './announce.ts';
export { completePacket } from './complete.ts';
export { putAway } from './put-away.ts';
export { decideQuarantine, listQuarantine } from './quarantine.ts';
