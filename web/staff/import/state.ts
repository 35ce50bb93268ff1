import type { ImportState, ImportView } from '../../../src/register/resident/import/schema.ts';
import type { Standing } from '../../kit/tag.tsx';

export const STANDING = {
  waiting: 'waiting',
  checking: 'waiting',
  checked: 'sealed',
  applying: 'waiting',
  done: 'done',
  failed: 'stopped',
  cancelled: 'plain',
} as const satisfies Record<ImportState, Standing>;

export const isRunning = ({ state }: Pick<ImportView, 'state'>) => state === 'checking' || state === 'applying';

/** Whether what the columns mean may still be changed: nobody has been entered yet. */
export const isChangeable = ({ state, dryRun }: Pick<ImportView, 'state' | 'dryRun'>) =>
  dryRun && (state === 'waiting' || state === 'checked' || state === 'failed');
