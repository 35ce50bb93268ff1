/** What this room tells the floors above. */
import { notice } from '../../core/notice/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { EventKindName, EventState } from './schema.ts';

export interface CivilEventNotice {
  readonly id: Uuid;
  readonly kind: EventKindName;
  readonly state: EventState;
  readonly occurredOn: CivilDate;
  readonly villageCode: string;
  readonly participants: readonly { readonly nik: Nik; readonly role: string }[];
}

/** Every event, arrivals too. What changed about residents is said by the register of residents itself. */
export const civilEventsRecorded = notice<CivilEventNotice>('civil_event.recorded');
/** An event was taken back; `by` is the event that did it. */
export const civilEventsUndone = notice<CivilEventNotice & { readonly by: Uuid }>('civil_event.undone');
