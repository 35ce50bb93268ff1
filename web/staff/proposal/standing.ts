import type { z } from 'zod';
import type { proposal } from '../../../src/core/approval/contract.ts';
import type { Standing } from '../../kit/tag.tsx';

/** Where a proposal stands, with its shape. */
export const STANDING = {
  waiting: 'waiting',
  approved: 'done',
  rejected: 'stopped',
  withdrawn: 'plain',
  expired: 'stopped',
} as const satisfies Record<z.output<typeof proposal>['state'], Standing>;
