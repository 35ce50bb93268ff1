/** What the status page and the list of changes are given. Safe in a browser. */
import { z } from 'zod';

const words = z.string().trim().min(10).max(1_000);

export const maintenanceGiven = z
  .object({ wordsId: words, wordsEn: words, from: z.iso.datetime(), until: z.iso.datetime() })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), {
    message: 'portal.field.maintenance_term',
    path: ['until'],
  });

export const maintenanceShape = z.object({
  id: z.uuid(),
  wordsId: z.string(),
  wordsEn: z.string(),
  from: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
});
export type Maintenance = z.output<typeof maintenanceShape>;

export interface StatusPage {
  readonly at: string;
  readonly services: readonly { readonly name: 'answering' | 'log' | 'sandbox'; readonly works: boolean }[];
  readonly now: readonly Notice[];
  readonly planned: readonly Notice[];
  readonly past: readonly Notice[];
}

export interface Notice {
  readonly id: string;
  readonly words: string;
  readonly from: string;
  readonly until: string;
  readonly calledOff: boolean;
}

export interface ChangesPage {
  readonly days: readonly { readonly day: string; readonly changes: readonly string[] }[];
}
