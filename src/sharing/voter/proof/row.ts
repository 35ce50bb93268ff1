/** The row that somebody has in a list, from his own record: what COPY wrote of him, made again. Pure. */
import type { foldHistory } from '../../../register/resident/rules.ts';
import { csvField } from '../extract/layout.ts';

export type RowOf = Pick<
  ReturnType<typeof foldHistory>,
  'name' | 'birthPlace' | 'birthDate' | 'sex' | 'maritalStatus' | 'address' | 'rt' | 'rw' | 'villageCode'
>;

export interface RowGiven {
  readonly nik: string;
  readonly familyCard: string | null;
  readonly person: RowOf;
  /** Where he lived at the cut-off. */
  readonly home: Pick<RowOf, 'address' | 'rt' | 'rw' | 'villageCode'>;
  readonly mission: string | null;
}

/** As `listQuery` has it, without the newline. */
export function rowText({ nik, familyCard, person, home, mission }: RowGiven): string {
  const number = (value: number | null) => (value === null ? null : String(value));
  return [
    nik,
    familyCard,
    person.name,
    person.birthPlace,
    person.birthDate,
    person.sex === 1 ? 'L' : 'P',
    person.maritalStatus === 1 ? 'B' : person.maritalStatus === 2 ? 'S' : 'P',
    home.address,
    number(home.rt),
    number(home.rw),
    home.villageCode,
    mission,
  ]
    .map(csvField)
    .join(',');
}
