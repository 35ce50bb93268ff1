/** What the page of keys is given. Safe in a browser. */
import type { Algorithm } from '../../verification/schema.ts';
import type { Faults, Note } from '../account/schema.ts';
import type { Expiry } from '../start/rules.ts';

export interface KeyLine {
  readonly id: string;
  readonly kid: string;
  readonly thumbprint: string;
  readonly algorithm: Algorithm;
  readonly addedAt: string;
  readonly endedAt: string | null;
  /** Of a living one: when it should be changed. */
  readonly expiry: Expiry | null;
}

export interface KeysPage {
  readonly institution: string;
  readonly mayManage: boolean;
  readonly living: readonly KeyLine[];
  readonly ended: readonly KeyLine[];
  readonly published: {
    readonly url: string;
    readonly fetchedAt: string | null;
    readonly fault: string | null;
    readonly kids: readonly string[];
  } | null;
  /** A key about whose end the page asks once more. */
  readonly ending: KeyLine | null;
  readonly typed: { readonly key: string; readonly kid: string; readonly url: string };
  readonly faults: Faults;
  readonly note: Note | null;
}
