/** Shapes of what the public page is given. */
import type { ApplicationState } from './rules.ts';

export interface FollowPage {
  /** What was typed. The number stays in the form when nothing was found; the birth date is asked again. */
  readonly number: string;
  readonly faults: readonly ('number' | 'birth_date' | 'not_found')[];
  readonly application: {
    readonly number: string;
    /** In the reader's language. */
    readonly service: string;
    readonly state: ApplicationState;
    readonly stateText: string;
    readonly submittedAt: string | null;
    readonly dueOn: string | null;
    /** Days since it should have been decided; 0 where the office is in time, or the applicant's turn has come. */
    readonly daysLate: number;
    readonly decidedAt: string | null;
    readonly reason: string | null;
  } | null;
}
