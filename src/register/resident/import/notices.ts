import { notice } from '../../../core/notice/index.ts';

/**
 * New residents by the batch: who they are stands in `resident_read.act` under `actId` (a notice of a million items would be
 * a second copy of the file). Residents who changed are told by `resident.changed`, one by one.
 */
export const residentsImported = notice<{ importId: string; actId: string; count: number }>('resident.imported');
