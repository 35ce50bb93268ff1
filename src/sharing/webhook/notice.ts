import { notice } from '../../core/notice/index.ts';

/** Endpoints that were switched off, because they said so themselves or because nothing has got through for days. */
export const endpointsStopped = notice<{
  readonly institutionId: string;
  readonly endpointId: string;
  readonly host: string;
  readonly why: 'gone' | 'failing';
}>('webhook.endpoints_stopped');
