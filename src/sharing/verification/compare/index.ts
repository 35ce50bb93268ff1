/**
 * The comparison: what somebody was told of a person beside what the register says, field by field.
 * Always holds: one code compares single questions, batches and files; the same work is done whoever is asked about; no value is given back.
 * A door of its own, so that a thread that only compares loads nothing that serves.
 */
export { comparison, type Compared, type Comparison, type Leave, type ResultClass, type Subject } from './compare.ts';
export { isHit } from './hit.ts';
export { LOCKED, stateOf } from './state.ts';
