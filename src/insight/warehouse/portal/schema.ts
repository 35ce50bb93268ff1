/** What the portal's page of the statistics store shows; safe in a browser. */
import type { Note } from '../../../sharing/portal/account/schema.ts';
import type { Catalogue } from '../catalogue/schema.ts';
import type { Answer } from '../query/schema.ts';

export const PURPOSES = ['development_planning', 'budget_allocation'] as const;

/** As the form has it; '' where nothing was chosen. */
export interface AskedStatistics {
  readonly table: string;
  readonly asOf: string;
  readonly dimensions: readonly string[];
  readonly column: string;
  readonly value: string;
}

export interface StatisticsPage {
  readonly note: Note | null;
  /** Null where no agreement of the institution has a purpose for which the store may be asked. */
  readonly catalogue: Catalogue | null;
  readonly asked: AskedStatistics;
  readonly answer: Answer | null;
}
