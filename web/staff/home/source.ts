import type { Client } from '../../kit/client.ts';
import type { Language } from '../../kit/text.tsx';
import type { texts } from './texts.ts';

export type WorkKind =
  | 'proposal'
  | 'application'
  | 'move'
  | 'headless'
  | 'case'
  | 'appeal'
  | 'packet'
  | 'exception'
  | 'quarantine'
  | 'visit'
  | 'pair'
  | 'print'
  | 'takeIn'
  | 'cards'
  | 'remote'
  | 'shipment'
  | 'delivery'
  | 'difference'
  | 'find'
  | 'incident'
  | 'blankRequest'
  | 'alarm'
  | 'balance'
  | 'dispute'
  | 'right'
  | 'matching'
  | 'partnerAppeal'
  | 'voterList';

/** One thing that waits for this officer. */
export interface Work {
  readonly key: string;
  readonly kind: WorkKind;
  /** In the reader's language already, as the server says it. */
  readonly title: string;
  readonly why: keyof typeof texts.id;
  /** Since when, where the device's clock can tell; and until when (ms), `null`: no term. */
  readonly since?: number;
  readonly dueAt: number | null;
  /** For terms in days, by the office's calendar; below 0 it is overdue. */
  readonly daysLeft?: number;
  readonly path: string;
  /** Filters of the page, such as which of its packets is meant. */
  readonly search?: Readonly<Record<string, string>>;
}

/** Where work comes from. A room with work of its own is one more of these. */
export interface WorkSource {
  readonly kind: WorkKind;
  readonly scope: string;
  readonly list: (client: Client, language: Language) => Promise<readonly Work[]>;
}

export const DAY_MS = 86_400_000;

/** Terms in days, by the office's calendar. */
export const inDays = (daysLeft: number) => ({ daysLeft, dueAt: Date.now() + daysLeft * DAY_MS });
