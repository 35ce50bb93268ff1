/** What the page of webhooks is given. Safe in a browser. */
import type { Chosen, Kind } from '../../webhook/event/rules.ts';
import type { Faults, Note } from '../account/schema.ts';

export const SAMPLES = ['receive.ts', 'receive.py'] as const;
export type SampleName = (typeof SAMPLES)[number];

export interface EndpointLine {
  readonly id: string;
  readonly url: string;
  readonly events: readonly Chosen[];
  readonly state: 'ON' | 'OFF' | 'BROKEN';
  readonly why: 'own' | 'gone' | 'failing' | null;
  readonly since: string;
  readonly secretAt: string;
  /** Until when the secret before goes on; `null`: there is none. */
  readonly oldUntil: string | null;
  /** Calls that failed since the last that did not. */
  readonly failures: number;
  readonly deliveredAt: string | null;
  readonly waiting: number;
  readonly failed: number;
}

export interface AttemptLine {
  readonly n: number;
  readonly at: string;
  readonly ms: number;
  readonly words: string;
}

export interface DeliveryLine {
  readonly eventId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly kind: Kind;
  readonly at: string;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED';
  readonly nextAt: string | null;
  /** What was answered last, or why nothing was sent; `null`: nothing was tried yet. */
  readonly words: string | null;
  readonly attempts: readonly AttemptLine[];
  /** Its endpoint is on, and it is not on its way. */
  readonly mayReplay: boolean;
}

export interface WebhookPage {
  readonly institution: string;
  readonly endpoints: readonly EndpointLine[];
  /** The id under which the next form's secret is made, so that the form sent twice makes one. */
  readonly form: string;
  /** Shown this once. */
  readonly secret: { readonly url: string; readonly secret: string; readonly oldUntil: string | null } | null;
  /** An endpoint about whose end the page asks once more. */
  readonly removing: EndpointLine | null;
  /** An endpoint whose choice of events could not be taken. */
  readonly editing: string | null;
  readonly typed: { readonly url: string; readonly events: readonly string[] };
  readonly faults: Faults;
  readonly note: Note | null;
  /** Where the note belongs. */
  readonly noteAt: 'top' | 'log';
  readonly today: string;
  readonly filter: { readonly onlyFailed: boolean; readonly endpointId: string | null };
  readonly deliveries: readonly DeliveryLine[];
  /** There are more than are shown. */
  readonly shown: number;
  readonly samples: Readonly<Record<SampleName, string>>;
}
