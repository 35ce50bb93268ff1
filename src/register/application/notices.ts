/** What this room tells the floors above: a service is carried out by the room whose business it is. */
import { notice } from '../../core/notice/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import type { ServiceKind } from './services.ts';

export interface ApplicationNotice {
  readonly id: Uuid;
  readonly number: string;
  readonly kind: ServiceKind;
  readonly details: Readonly<Record<string, unknown>>;
  readonly subjectNik: string | null;
  readonly applicantNik: string;
  /** As the applicant said it. */
  readonly contact: string | null;
  readonly villageCode: string;
}

/** In the submission's transaction: whoever will carry it out may refuse details that he could not. */
export const applicationsSubmitted = notice<ApplicationNotice>('application.submitted');
/** In the acceptance's transaction: carry it out, and say what came of it with `setOutcome`. */
export const applicationsAccepted = notice<ApplicationNotice>('application.accepted');
