/** What the pages of a holder are given. Nothing of it stands in an address. Safe in a browser. */
import type { RequestKind } from '../request/rules.ts';
import type { CardState } from '../rules.ts';

export const HOLDER_PAGES = ['where', 'report', 'lift'] as const;
export type HolderPageName = (typeof HOLDER_PAGES)[number];

export const HOLDER_PATHS = {
  where: '/di-mana-ktp-saya',
  report: '/laporkan-kehilangan',
  lift: '/batalkan-laporan-kehilangan',
} as const satisfies Record<HolderPageName, `/${string}`>;

export interface HolderStep {
  /** `ASKED`: the request itself. */
  readonly state: 'ASKED' | CardState;
  readonly at: string;
  /** Where; of a card that was sent, whither. */
  readonly office: string | null;
}

/** A card that is on its way to its holder: from the request to the counter. */
export interface CardOnItsWay {
  readonly number: string | null;
  readonly kind: RequestKind;
  /** `waiting` for a print, `made`: the last step says where; `ended` without a card. */
  readonly state: 'waiting' | 'made' | 'ended';
  readonly office: string;
  readonly steps: readonly HolderStep[];
  /** Its data changed after it was printed: it is printed anew. */
  readonly outdated: boolean;
}

export interface CardInHand {
  readonly state: CardState;
  readonly since: string;
  readonly printedOn: string;
  readonly validUntil: string | null;
  readonly replaceSince: string | null;
  readonly died: boolean;
  /** Of a card that was reported lost from afar. */
  readonly loss: { readonly reportedAt: string; readonly liftUntil: string; readonly mayLift: boolean } | null;
}

export interface Standing {
  /** Initials only. */
  readonly holder: string;
  readonly zone: string;
  /** An application for a card that is not decided yet. */
  readonly applications: readonly {
    readonly number: string;
    readonly state: 'submitted' | 'incomplete' | 'assigned';
    readonly submittedAt: string;
    readonly dueOn: string | null;
    readonly office: string;
  }[];
  readonly onItsWay: CardOnItsWay | null;
  readonly inHand: readonly CardInHand[];
}

export interface HolderPage {
  readonly page: HolderPageName;
  readonly faults: readonly ('number' | 'birth' | 'code')[];
  /** What was typed, where it could not be sent. */
  readonly typed: { readonly number: string; readonly birth: string };
  readonly note:
    | { readonly is: 'wait'; readonly minutes: number }
    | { readonly is: 'wrong'; readonly left: number }
    | { readonly is: 'over' | 'visit_over' | 'again' }
    | null;
  /** The ask for which a code is entered; `null`: nothing was asked yet. */
  readonly ticket: string | null;
  readonly visit: string | null;
  readonly standing: Standing | null;
  /** What came of the act that the page is for; `null`: nothing was done yet. */
  readonly done: 'reported' | 'already' | 'lifted' | 'late' | 'nothing' | null;
}
