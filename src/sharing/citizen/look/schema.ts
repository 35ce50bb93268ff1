/** What the pages on who looked are given. Safe in a browser. */
import type { DisputeState } from '../dispute/rules.ts';
import type { Capacity } from '../representation/rules.ts';
import type { LookKind, LookWay } from './rules.ts';

export interface ShownField {
  /** In words. */
  readonly name: string;
  readonly result: 'match' | 'no_match' | 'not_granted' | 'score';
  readonly score: number | null;
}

export interface ShownLook {
  readonly entryId: string;
  readonly at: string;
  /** Nothing but that it was may be told. */
  readonly closed: boolean;
  readonly who: {
    readonly is: 'institution' | 'office' | 'system' | 'self' | 'public' | Capacity;
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly unit: string | null;
  /** In a word for the room that did it; `label` says it exactly, where it is no institution's question. */
  readonly what: string;
  readonly label: string | null;
  readonly purpose: string | null;
  readonly basis: string | null;
  readonly fields: readonly ShownField[];
  /** What else was told of the record: `deceased`, `locked`. */
  readonly state: string | null;
  readonly way: LookWay;
  readonly reference: string | null;
  readonly dispute: { readonly id: string; readonly state: DisputeState } | null;
  /** By whom it was done for the person, where it was not he himself. */
  readonly hand: Capacity | 'assisted' | null;
}

export interface LooksFilter {
  readonly kind: LookKind;
  readonly by: string | null;
  /** A day; `null` for all. */
  readonly since: string | null;
}

export interface LooksPageData {
  readonly filter: LooksFilter;
  readonly byName: string | null;
  /** What was typed for a day that is on no calendar. */
  readonly wrongSince: string | null;
  readonly looks: readonly ShownLook[];
  /** Goes on from here; `null` at the end. */
  readonly next: string | null;
  /** Whether this is not the first page. */
  readonly later: boolean;
}

export interface OneLookPage {
  readonly looks: readonly ShownLook[];
  readonly mayDispute: boolean;
  readonly faults: readonly 'words'[];
  readonly typed: string;
}
