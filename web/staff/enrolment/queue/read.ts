import type { listQueueContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';

export type Queue = AnswerOf<typeof listQueueContract>;
export type Appointment = Queue['appointments'][number];

export const QUEUE_KEY = ['queue'] as const;
export const ALONG_KEY = ['along'] as const;

/** Why people are looked at here: they come to be recorded. */
export const PURPOSE = 'service';
