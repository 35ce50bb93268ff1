import { inTransaction } from '../../../core/notice/index.ts';
import { packetsMoved, packetsReceived, recordingsImported } from '../../enrolment/index.ts';
import { noteAllChanged, noteChanges } from './gallery.ts';
import { askSearches } from './search.ts';

/** Noted and asked for in the act itself: a packet that is at the centre has its search, and every gallery hears of it. */
export const listening = [
  inTransaction(packetsReceived, 'uniqueness.search', async (tx, _actor, packets) => {
    await noteChanges(tx, packets);
    await askSearches(tx, packets);
  }),
  inTransaction(packetsMoved, 'uniqueness.gallery', async (tx, _actor, packets) => noteChanges(tx, packets)),
  inTransaction(recordingsImported, 'uniqueness.gallery', async (tx) => noteAllChanged(tx)),
];
