/** A row of a partner's file as the question that it is: read by the very shapes of single questions, or refused cell by cell. Pure. */
import type { Nik } from '../../../core/id/index.ts';
import { dayOfCell } from '../../../core/staged-import/index.ts';
import type { Row } from '../../../core/table/index.ts';
import { columnLosesDigits, readNikCell } from '../../../register/resident/index.ts';
import {
  givenShape,
  INVISIBLE,
  isAnchor,
  LEAST_ATTRIBUTES,
  ownWord,
  type Attribute,
  type Given,
} from '../../verification/schema.ts';
import { attributesIn, type Columns, type Field } from '../columns.ts';

export type RowCode =
  | 'ragged'
  | 'reference_missing'
  | 'reference_form'
  | 'reference_twice'
  | 'nik_missing'
  | 'nik_rounded'
  | 'nik_temporary'
  | 'nik_malformed'
  | 'invisible'
  | 'two_more'
  | 'no_anchor'
  | 'too_few_granted'
  | 'consent_missing'
  | 'family_card'
  | 'day'
  | 'code_unknown'
  | 'neighbourhood'
  | 'too_long'
  | 'value';

export interface CellFault {
  /** `null`: of the whole row. */
  readonly field: Field | null;
  readonly code: RowCode;
}

export interface AskedRow {
  readonly nik: Nik;
  readonly reference: string;
  readonly given: Given;
  /** Every column of the file is filled in. */
  readonly full: boolean;
}

export interface ReadingGiven {
  readonly headers: readonly string[];
  readonly columns: Columns;
  /** Whether the basis is consent, so that each row names one. */
  readonly consent: boolean;
  readonly granted: ReadonlySet<Attribute>;
}

export interface RowReader {
  read(row: Row): AskedRow | readonly CellFault[];
  /** Looked at once, over the first rows: a spreadsheet that rounds spoils a whole column. */
  learn(rows: readonly Row[]): void;
}

/** Nearly every number and reference; what is unusual about the others is looked at. */
const PLAIN_NIK = /^(?!(\d)\1{15})[1-9]\d{14}[1-9]$/;
const PLAIN_REFERENCE = /^[!-~]{1,15}$/;
/** Nearly every name and address: read as it stands, as its shape would. */
const PLAIN_TEXT = /^[!-~](?:[ -~]{0,98}[!-~])?$/;

/** Days that every month has. */
const PLAIN_DAY = /^(?:1[89]|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Values that return: so many of each attribute are remembered as they were read. */
const REMEMBERED = 50_000;
const ownReference = ownWord(64);

const CODES: Readonly<Record<string, RowCode>> = {
  'verification.invisible': 'invisible',
  'verification.family_card': 'family_card',
  'verification.day': 'day',
  'verification.code_unknown': 'code_unknown',
  'verification.neighbourhood': 'neighbourhood',
};

/** Of these few come twice. */
const TEXTS: ReadonlySet<Attribute> = new Set(['name', 'birthPlace', 'address', 'motherName', 'fatherName']);

type Value = Given[Attribute] | CellFault;

export function rowReader({ headers, columns, consent, granted }: ReadingGiven): RowReader {
  const placeOf = (field: Field) => (columns[field] === undefined ? -1 : headers.indexOf(columns[field]));
  const [nikAt, referenceAt, consentAt] = [placeOf('nik'), placeOf('reference'), placeOf('consent')];
  const attributes = attributesIn(columns).map((name) => ({ name, at: placeOf(name), read: valueReader(name) }));
  let rounded = false;

  function nikIn(text: string): Nik | CellFault {
    if (PLAIN_NIK.test(text)) return text as Nik;
    const fault = (code: RowCode): CellFault => ({ field: 'nik', code });
    if (INVISIBLE.test(text)) return fault('invisible');
    const cell = readNikCell(text);
    switch (cell.kind) {
      case 'nik':
        return rounded && cell.nik.endsWith('0') ? fault('nik_rounded') : cell.nik;
      case 'damaged':
        return fault('nik_rounded');
      case 'malformed':
        return fault('nik_malformed');
      case 'placeholder':
        return fault(
          cell.why === 'none' ? 'nik_missing' : cell.why === 'temporary' ? 'nik_temporary' : 'nik_malformed',
        );
    }
  }

  return {
    learn(rows) {
      rounded = columnLosesDigits(rows.map((row) => cellAt(row, nikAt)).filter((text) => text !== ''));
    },
    read(row) {
      if (row.length !== headers.length) return [{ field: null, code: 'ragged' }];
      const faults: CellFault[] = [];
      const reference = cellAt(row, referenceAt);
      if (reference === '') faults.push({ field: 'reference', code: 'reference_missing' });
      else if (!PLAIN_REFERENCE.test(reference) && !ownReference.safeParse(reference).success)
        faults.push({ field: 'reference', code: 'reference_form' });
      const nik = nikIn(cellAt(row, nikAt));
      if (typeof nik !== 'string') faults.push(nik);
      const given: Record<string, unknown> = {};
      let [filled, allowed, anchor] = [0, 0, false];
      for (const { name, at, read } of attributes) {
        const text = cellAt(row, at);
        if (text === '' || text === '-') continue;
        const value = read(text);
        if (typeof value === 'object') {
          faults.push(value);
          continue;
        }
        given[name] = value;
        filled += 1;
        if (granted.has(name)) allowed += 1;
        if (isAnchor(name)) anchor = true;
      }
      if (faults.length === 0) {
        // As single questions are held to it; a faulty cell says enough of its own.
        if (filled < LEAST_ATTRIBUTES) faults.push({ field: null, code: 'two_more' });
        else if (!anchor) faults.push({ field: null, code: 'no_anchor' });
        else if (allowed < LEAST_ATTRIBUTES) faults.push({ field: null, code: 'too_few_granted' });
        if (consent && cellAt(row, consentAt) === '') faults.push({ field: 'consent', code: 'consent_missing' });
      }
      if (faults.length > 0) return faults;
      return { nik: nik as Nik, reference, given: given as Given, full: filled === attributes.length };
    },
  };
}

function cellAt(row: Row, at: number): string {
  const cell = row[at];
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

function valueReader(name: Attribute): (text: string) => Value {
  const shape = givenShape.shape[name];
  const known = new Map<string, Value>();
  const read = (text: string): Value => {
    // Days also as lists write them: day first.
    const given = name === 'birthDate' ? (dayOfCell(text) ?? text) : text;
    const parsed = shape.safeParse(given);
    if (parsed.success) return parsed.data as Given[Attribute];
    const [issue] = parsed.error.issues;
    const code = CODES[issue!.message] ?? (issue!.code === 'too_big' ? 'too_long' : 'value');
    return { field: name, code };
  };
  if (TEXTS.has(name)) return (text) => (PLAIN_TEXT.test(text) ? text : read(text));
  if (name === 'birthDate') return (text) => (PLAIN_DAY.test(text) ? text : recall(text));
  return recall;

  function recall(text: string): Value {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size < REMEMBERED) known.set(text, value);
    }
    return value;
  }
}
