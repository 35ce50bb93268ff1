/** What may be asked of the store: its tables and columns, as data. Pure, safe in a browser. */
import type { CodeEntry } from '../../../register/resident/rules.ts';
import { BLOOD_GROUP, EDUCATION, MARITAL_STATUS, OCCUPATION, RELIGION, SEX } from '../../../register/resident/rules.ts';

export const TABLES = ['resident', 'event', 'recording', 'card', 'blank', 'disposal', 'verification'] as const;
export type TableName = (typeof TABLES)[number];

export interface Column {
  readonly name: string;
  /** `region`: a code of so many digits; `codes`: of a code table; `band`: five years of age; `month`: 2018-06; `word`: a code in letters. */
  readonly kind: 'region' | 'codes' | 'band' | 'month' | 'word' | 'number';
  readonly digits?: 2 | 4 | 6;
  readonly codes?: readonly CodeEntry[];
  /** What to read in the file, where it is not a column of that name. */
  readonly from?: string;
}

export const REGIONS = ['province', 'regency', 'district'] as const;

const region = (name: (typeof REGIONS)[number], digits: 2 | 4 | 6): Column => ({ name, kind: 'region', digits });
const codes = (name: string, entries: readonly CodeEntry[]): Column => ({ name, kind: 'codes', codes: entries });
const word = (name: string, from: 'first' | 'second'): Column => ({ name, kind: 'word', from });
const month: Column = { name: 'month', kind: 'month' };

export const NATIONALITY: readonly CodeEntry[] = [
  { code: 1, id: 'WNI', en: 'Citizen' },
  { code: 2, id: 'ITAS', en: 'Limited stay (ITAS)' },
  { code: 3, id: 'ITAP', en: 'Permanent stay (ITAP)' },
  { code: 4, id: 'Orang asing lainnya', en: 'Other foreigner' },
];

export const CARD: readonly CodeEntry[] = [
  { code: 0, id: 'Tidak ada', en: 'None' },
  { code: 1, id: 'Tidak berlaku lagi', en: 'No longer valid' },
  { code: 2, id: 'Sedang dibuat', en: 'Being made' },
  { code: 3, id: 'Berlaku', en: 'Valid' },
];

export const RECORDED: readonly CodeEntry[] = [
  { code: 0, id: 'Belum terekam', en: 'Not recorded' },
  { code: 1, id: 'Sudah terekam', en: 'Recorded' },
];

export const BAND_YEARS = 5;
/** From here on one band, as there are few. */
export const LAST_BAND = 75;

/** Villages are in the files and not to be asked for: too few live there. */
export const COLUMNS: Readonly<Record<TableName, readonly Column[]>> = {
  resident: [
    region('province', 2),
    region('regency', 4),
    region('district', 6),
    codes('sex', SEX.entries),
    { name: 'age_group', kind: 'band', from: `least(age // ${BAND_YEARS} * ${BAND_YEARS}, ${LAST_BAND})` },
    codes('religion', RELIGION.entries),
    codes('marital_status', MARITAL_STATUS.entries),
    codes('education', EDUCATION.entries),
    codes('occupation', OCCUPATION.entries),
    codes('blood_group', BLOOD_GROUP.entries),
    codes('nationality', NATIONALITY),
    codes('card', CARD),
    codes('recorded', RECORDED),
  ],
  event: [region('province', 2), region('regency', 4), month, word('kind', 'first')],
  recording: [region('province', 2), region('regency', 4), month, word('source', 'first')],
  card: [month, word('state', 'first'), word('cause', 'second')],
  blank: [region('province', 2), region('regency', 4), month, word('from_state', 'first'), word('to_state', 'second')],
  disposal: [region('province', 2), region('regency', 4), month, word('stage', 'first'), word('cause', 'second')],
  verification: [month, word('purpose', 'first'), word('outcome', 'second')],
};

export function columnOf(table: TableName, name: string): Column | undefined {
  return COLUMNS[table].find((column) => column.name === name);
}

/** Whether a value can stand in the column: what a filter may ask for. */
export function canHold(column: Column, value: string): boolean {
  switch (column.kind) {
    case 'region':
      return new RegExp(`^\\d{${column.digits}}$`).test(value);
    case 'codes':
      return column.codes!.some(({ code }) => String(code) === value);
    case 'band':
      return /^\d{1,2}$/.test(value) && Number(value) % BAND_YEARS === 0 && Number(value) <= LAST_BAND;
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
    case 'word':
      return /^[A-Za-z_-]{1,40}$|^\d{1,2}$/.test(value);
    case 'number':
      return /^\d{1,4}$/.test(value);
  }
}
