import { notice } from '../../core/notice/index.ts';

export interface FileGiven {
  readonly matchingId: string;
  readonly institutionId: string;
  /** As many rows as it may have at most. */
  readonly expectedRows: number;
}

/** A file was opened: said before anything of it is sent, so that who listens may refuse what it would refuse later. */
export const filesOpened = notice<FileGiven>('matching.files_opened');

/** A file is whole and its columns are read; nothing of it has been compared. Who listens may refuse it. */
export const filesHandedIn = notice<FileGiven>('matching.files_handed_in');

/** Files that were handed in have ended, in whatever way. Those whose result was given stand in `matching_read.package`. */
export const filesEnded = notice<{ readonly matchingId: string }>('matching.files_ended');
