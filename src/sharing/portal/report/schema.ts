/** What the page of semester reports is given, and what is counted of a semester. Safe in a browser. */
import { z } from 'zod';
import type { Faults, Note } from '../account/schema.ts';
import { purposeShape } from '../../partner/schema.ts';

export interface ReportLine {
  readonly id: string;
  readonly semester: string;
  readonly dueOn: string;
  readonly filedOn: string | null;
  readonly warnings: readonly { readonly level: number; readonly madeOn: string }[];
}

const count = z.number().int();

/** Calls of one unit for one purpose; `null`: of a former agreement. */
const callsShape = z.object({
  purpose: purposeShape.nullable(),
  unit: z.string(),
  calls: count,
  matched: count,
  partial: count,
  mismatched: count,
});
export type Counted = z.output<typeof callsShape>;

/** "Bukan saya": of those that were opened in the semester, what became of them. */
const disputesShape = z.object({
  opened: count,
  inTime: count,
  /** Answered after 72 hours, or not at all though these are over. */
  late: count,
  waiting: count,
  withdrawn: count,
  /** Found against the institution by the ministry. */
  upheld: count,
});

/** Data given back: how many, and for the ministry alone what became of them. */
const saidShape = z.object({ said: count, differing: count, accepted: count, dismissed: count, waiting: count });
const filesShape = z.object({ files: count, rows: count });

/** Whatever the house knows of how an institution used its access in a semester. */
export const termCountsShape = z.object({
  calls: z.array(callsShape),
  disputes: disputesShape,
  files: filesShape,
  said: saidShape,
});
export type TermCounts = z.output<typeof termCountsShape>;

export const reportCountsShape = z.object({
  semester: z.string(),
  from: z.string(),
  until: z.string(),
  /** When it was counted and kept with the report; `null`: counted now. */
  keptAt: z.string().nullable(),
  counts: termCountsShape,
});

export interface ReportsPage {
  readonly institution: string;
  readonly mayFile: boolean;
  readonly reports: readonly ReportLine[];
  /** The one that is open, with what the log has of its semester: the report begins with it. */
  readonly open:
    | (ReportLine & {
        readonly from: string;
        readonly until: string;
        readonly keptAt: string | null;
        readonly counted: readonly Counted[];
        readonly disputes: TermCounts['disputes'];
        readonly files: TermCounts['files'];
        /** Nobody is told whether what he gave back was right. */
        readonly givenBack: number;
      })
    | null;
  readonly typed: {
    readonly number: string;
    readonly signedOn: string;
    readonly name: string;
    readonly position: string;
  };
  readonly faults: Faults;
  readonly note: Note | null;
}
