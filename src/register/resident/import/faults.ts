/**
 * What can be wrong with a cell or a row, by code; texts stand in `id.ts` and `en.ts` under the code. Each says the field, what
 * is wrong and what to do.
 * `row`: the row does not go in. `cell`: the row goes in without this cell. `note`: goes in as it stands; somebody should look.
 * `case`: the row waits for a human decision.
 */
export const FAULTS = {
  'import.empty': 'row',
  'import.row_cut': 'row',
  'import.nik_rounded': 'row',
  'import.nik_number': 'row',
  'import.nik_scientific': 'row',
  'import.nik_placeholder': 'row',
  'import.nik_temporary': 'row',
  'import.nik_malformed': 'row',
  'import.nik_impossible': 'row',
  'import.card_rounded': 'row',
  'import.card_scientific': 'row',
  'import.card_placeholder': 'row',
  'import.card_malformed': 'row',
  'import.name_digits': 'row',
  'import.too_long': 'row',
  'import.date_impossible': 'row',
  'import.date_shape': 'row',
  'import.date_two_digit_year': 'row',
  'import.date_future': 'row',
  'import.date_too_old': 'row',
  'import.code_unknown': 'row',
  'import.village_malformed': 'row',
  'import.village_unknown': 'row',
  'import.village_retired': 'row',
  'import.outside_jurisdiction': 'row',
  'import.held_elsewhere': 'row',
  'import.not_alive': 'row',
  'import.permit_missing': 'row',
  'import.nik_of_two': 'case',
  'import.optional_nik': 'cell',
  'import.optional_date': 'cell',
  'import.optional_code': 'cell',
  'import.optional_number': 'cell',
  'import.optional_too_long': 'cell',
  'import.cleaned': 'note',
  'import.nik_twice': 'note',
  'import.likely_duplicate': 'note',
  'import.second_head': 'note',
  'import.card_not_in_force': 'cell',
  'import.nik_region_unknown': 'note',
  'import.nik_region_retired': 'note',
  'import.nik_birth_differs': 'note',
  'import.nik_sex_differs': 'note',
} as const satisfies Record<string, 'row' | 'cell' | 'note' | 'case'>;

export type FaultCode = keyof typeof FAULTS;

/** One line of the report. `row` counts the file's lines as a spreadsheet numbers them (the header is row 1). */
export interface Fault {
  readonly row: number;
  /** Header of the column as the file writes it; '' where the whole row is meant. */
  readonly column: string;
  /** The letter a spreadsheet gives the column; '' where the whole row is meant. */
  readonly letter: string;
  readonly code: FaultCode;
  /** What stood there, masked where it is personal; for some codes a hint instead (see texts). */
  readonly given: string | null;
}

/** A, B, ... Z, AA: a column as spreadsheets name it, from 0. */
export function columnLetter(index: number): string {
  let rest = index;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}
