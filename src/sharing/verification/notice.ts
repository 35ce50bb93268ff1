import { notice } from '../../core/notice/index.ts';
import type { Signal } from './signal/rules.ts';

/** How fast an institution may ask was changed: by signals that nobody decided, or by an officer. Canaries are never told of. */
export const pacesChanged = notice<{
  readonly institutionId: string;
  readonly what: 'slowed' | 'held' | 'lifted';
  readonly signal: Signal | null;
  readonly until: string | null;
}>('verification.paces_changed');

/** A key was handed in or ended, by whomever: an institution that did neither should look. */
export const keysChanged = notice<{
  readonly institutionId: string;
  readonly what: 'added' | 'ended';
  readonly kid: string;
}>('verification.keys_changed');
