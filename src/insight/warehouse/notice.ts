import { notice } from '../../core/notice/index.ts';

/** A state of a day is kept for the first time. */
export const snapshotsMade = notice<{ readonly asOf: string }>('warehouse.snapshots_made');
