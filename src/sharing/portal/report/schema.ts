/** What the page of semester reports is given. Safe in a browser. */
import type { Faults, Note } from '../account/schema.ts';
import type { Purpose } from '../../verification/schema.ts';

export interface ReportLine {
  readonly id: string;
  readonly semester: string;
  readonly dueOn: string;
  readonly filedOn: string | null;
  readonly warnings: readonly { readonly level: number; readonly madeOn: string }[];
}

/** What the log says of a semester: the report begins with it. */
export interface Counted {
  readonly purpose: Purpose | null;
  readonly unit: string;
  readonly calls: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
}

export interface ReportsPage {
  readonly institution: string;
  readonly mayFile: boolean;
  readonly reports: readonly ReportLine[];
  /** The one that is open, with what the log has of its semester. */
  readonly open:
    | (ReportLine & { readonly from: string; readonly until: string; readonly counted: readonly Counted[] })
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
