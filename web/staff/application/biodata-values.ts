import type { CivilDate } from '../../../src/core/time/civil-date.ts';
import { nameFaults } from '../../../src/register/resident/rules.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import type { FamilyDraft, Faults } from '../event/draft.ts';
import { EMPTY, entryOf, missingIn, type NewPerson } from '../new-person/values.ts';
import type { Values } from '../register/biodata-values.ts';

export const SEATS = ['new_card', 'card'] as const;

/** What the form of new biodata holds; kept among the details of the form's draft. */
export interface BiodataDraft {
  readonly values?: Values;
  readonly village?: Region | null;
  readonly legalBasis?: string;
  /** Into which family card: a new one that he heads, one in force, or none yet. */
  readonly seat?: string;
  readonly card?: FamilyDraft | undefined;
  readonly relation?: string;
  /** Of the likely duplicates, those of whom the officer said that they are somebody else. */
  readonly looked?: readonly string[];
}

export function personOf({ values, village, legalBasis }: BiodataDraft): NewPerson {
  return { values: { ...EMPTY.values, ...values }, village: village ?? null, legalBasis: legalBasis ?? '' };
}

/** The details as the room takes them. */
export function biodataSent(draft: BiodataDraft): Record<string, unknown> {
  const seat =
    draft.seat === 'card'
      ? { in: 'card', card: draft.card?.ref, relation: Number(draft.relation) }
      : draft.seat === 'new_card'
        ? { in: 'new_card' }
        : null;
  return { ...entryOf(personOf(draft), draft.looked ?? []), seat };
}

/** What is missing or against the rules, by path, as message keys. */
export function biodataFaults(draft: BiodataDraft, day: CivilDate): Faults {
  const person = personOf(draft);
  const faults: Record<string, string> = Object.fromEntries(
    missingIn(person).map((path) => [`details.${path}`, 'field.needed']),
  );
  const [fault] = nameFaults(person.values['name'] ?? '', day);
  if (fault) faults['details.biodata.name'] ??= fault;
  if (draft.seat === 'card' && !draft.card) faults['details.seat.card'] = 'field.needed';
  if (draft.seat === 'card' && !draft.relation) faults['details.seat.relation'] = 'field.needed';
  return faults;
}
