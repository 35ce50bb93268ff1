import { en } from './fault/en.ts';
import { id } from './fault/id.ts';

/** Short names for the codes of the report, for its filter; the report's own sentences say what to do. */
export const FAULT_NAMES = { id, en };
