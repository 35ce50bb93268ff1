/** What the page of the agreement is given: without the names of officers. Safe in a browser. */
import type { Pass } from '../../partner/view/schema.ts';
import type { Way } from '../start/schema.ts';

type Document = Pass['documents'][number];
type Grant = Pass['grants'][number];

export interface AgreementPassPage {
  readonly way: Way;
  readonly documents: readonly Pick<
    Document,
    'id' | 'kind' | 'number' | 'version' | 'sha256' | 'hasFile' | 'latest' | 'signedOn' | 'validFrom' | 'validUntil'
  >[];
  readonly grants: readonly Pick<
    Grant,
    | 'id'
    | 'purpose'
    | 'elements'
    | 'threshold'
    | 'dailyQuota'
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
  >[];
}

export interface OwnAgreementPage {
  readonly institution: string;
  readonly passes: readonly AgreementPassPage[];
}
