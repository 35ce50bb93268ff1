/** An invented person: everything that a question may compare, and the number. */
import type { Nik } from '../../../core/id/index.ts';
import type { Subject } from '../compare/compare.ts';

export interface CanaryPerson {
  readonly nik: Nik;
  readonly subject: Subject & { readonly familyCard: string; readonly motherName: string; readonly fatherName: string };
}
