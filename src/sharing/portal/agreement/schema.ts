/** What the page of the agreement is given: without the names of officers. Safe in a browser. */
import type { Pass } from '../../partner/view/schema.ts';
import type { Faults, Note } from '../account/schema.ts';
import type { Way } from '../start/schema.ts';

type Document = Pass['documents'][number];
type Grant = Pass['grants'][number];
type Suspension = Pass['suspensions'][number];

export interface OwnAppeal extends Pick<
  Suspension['appeals'][number],
  'id' | 'words' | 'receivedOn' | 'dueOn' | 'documentId' | 'outcome' | 'why' | 'decidedAt'
> {
  /** It waits, and should have been decided. */
  readonly late: boolean;
}

export interface OwnSuspension extends Pick<
  Suspension,
  'id' | 'cause' | 'from' | 'until' | 'reason' | 'inForce' | 'liftedAt' | 'liftedHow' | 'liftWhy'
> {
  readonly appeals: readonly OwnAppeal[];
}

export interface AgreementPassPage {
  readonly way: Way;
  readonly suspensions: readonly OwnSuspension[];
  readonly documents: readonly Pick<
    Document,
    'id' | 'kind' | 'number' | 'version' | 'sha256' | 'hasFile' | 'latest' | 'signedOn' | 'validFrom' | 'validUntil'
  >[];
  readonly grants: readonly (Pick<
    Grant,
    | 'id'
    | 'purpose'
    | 'elements'
    | 'threshold'
    | 'dailyQuota'
    | 'packageRows'
    | 'hoursFrom'
    | 'hoursUntil'
    | 'networks'
    | 'place'
    | 'dpop'
    | 'signed'
    | 'tells'
    | 'validFrom'
    | 'validUntil'
    | 'endedAt'
  > & {
    /** Rows of its package that files have taken. */
    readonly packageUsed: number;
  })[];
}

/** An appeal as it is typed, and against which suspension. */
export interface TypedAppeal {
  readonly suspensionId: string;
  readonly words: string;
  readonly number: string;
  readonly signedOn: string;
}

export interface OwnAgreementPage {
  readonly institution: string;
  readonly passes: readonly AgreementPassPage[];
  readonly mayAppeal: boolean;
  /** What came of the form, or what was typed where it was refused. */
  readonly typed: TypedAppeal | null;
  readonly faults: Faults;
  readonly note: Note | null;
}
