import type { PersonView } from '../../../src/register/resident/schema.ts';

/** Whether the person is one whom the counter still serves: not dead, gone abroad, or another record's double. */
export const isHere = ({ state }: PersonView): boolean => state === 'HIDUP' || state === 'NONAKTIF';
