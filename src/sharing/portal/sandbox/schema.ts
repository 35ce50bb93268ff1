/** What the page for trying is given. Safe in a browser. */
import type { TrialRow } from '../../verification/trial/rules.ts';

export const TYPED = [
  'nik',
  'name',
  'birthDate',
  'motherName',
  'familyCard',
  'address',
  'purpose',
  'basis',
  'unit',
  'endUser',
  'reference',
] as const;
export type Typed = Readonly<Record<(typeof TYPED)[number], string>>;

export interface SandboxPage {
  readonly institution: string;
  readonly origin: string;
  /** The institution's id, which is its client id. */
  readonly clientId: string;
  readonly hasKey: boolean;
  readonly counts: { readonly tokens: number; readonly questions: number };
  readonly rows: readonly TrialRow[];
  readonly typed: Typed;
  /** Of a question that was sent: both as JSON, to be read. */
  readonly tried: { readonly request: string; readonly status: number; readonly answer: string } | null;
  /** The samples as files, by their name. */
  readonly samples: Readonly<Record<'ask.sh' | 'ask.ts' | 'ask.py', string>>;
}
