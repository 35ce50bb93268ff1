import type { Officer } from '../../../src/register/officer/schema.ts';
import type { Standing } from '../../kit/tag.tsx';

export const STANDING = {
  invited: 'waiting',
  active: 'done',
  disabled: 'stopped',
  retired: 'plain',
} as const satisfies Record<Officer['state'], Standing>;
