import { notice } from '../../../core/notice/index.ts';
import type { DisputeState, StepKind } from './rules.ts';

/** Each step on a case of "bukan saya", for whoever tells the institution: nothing about the person that it had not. */
export const disputesMoved = notice<{
  readonly institutionId: string;
  readonly disputeId: string;
  readonly number: string;
  readonly step: StepKind;
  readonly state: DisputeState;
  /** The entry of the look, and the institution's own number of it. */
  readonly entryId: string;
  readonly reference: string | null;
  readonly dueAt: string;
}>('citizen.disputes_moved');
