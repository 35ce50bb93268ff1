/**
 * A row of a file becomes what the register could take, or a list of what is wrong with it, cell by cell. Pure: the lists it
 * looks things up in are handed over.
 */
import type { Cell } from '../../../core/table/index.ts';
import type { CivilDate } from '../../../core/time/civil-date.ts';
import {
  BLOOD_GROUP,
  DISABILITY,
  EDUCATION,
  FAMILY_RELATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from '../code-table.ts';
import { checkNik } from '../nik.ts';
import {
  cellText,
  joinVillageParts,
  readCard,
  readDate,
  readNik,
  readOptionalNik,
  readSmallNumber,
  readVillageCode,
  splitBirth,
  type Read,
} from './cell.ts';
import { columnLetter, FAULTS, type Fault, type FaultCode } from './faults.ts';
import { FIELDS, HEADERS, type Field } from './fields.ts';
import { columnPositions, type Mapping } from './mapping.ts';

/** What a code of a village is on the day of the import. `hint`: what may have been meant, for the report. */
export interface KnownVillage {
  readonly state: 'present' | 'retired' | 'unknown';
  readonly hint: string | null;
}

/** Regions as the check needs them; made once per import, asked for each row. */
export interface Regions {
  village(code: string): KnownVillage;
  /** Whether a NIK's district is in today's list, in an older one, or in none. */
  district(code: string): 'present' | 'retired' | 'unknown';
}

/** A row that can go in. `null`: the file says nothing, which never erases what the register knows. */
export interface CheckedRow {
  readonly row: number;
  readonly nik: string;
  readonly familyCard: string;
  readonly relation: number;
  readonly name: string;
  readonly sex: number;
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
  readonly bloodGroup: number | null;
  readonly religion: number;
  readonly maritalStatus: number | null;
  readonly disability: number | null;
  readonly education: number | null;
  readonly occupation: number | null;
  readonly motherNik: string | null;
  readonly motherName: string | null;
  readonly fatherNik: string | null;
  readonly fatherName: string | null;
  readonly villageCode: string;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
  readonly hamlet: string | null;
  readonly nationality: string | null;
  readonly birthCertificate: string | null;
  readonly marriageCertificate: string | null;
  readonly marriageDate: CivilDate | null;
  readonly divorceCertificate: string | null;
  readonly divorceDate: CivilDate | null;
  readonly passport: string | null;
  readonly permit: number | null;
}

export interface CheckGiven {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  /** The day of the import, in the office's zone: nobody is born after it. */
  readonly day: CivilDate;
  readonly regions: Regions;
  /** The region in whose villages the officer may import: 0 to 10 digits. */
  readonly jurisdiction: string;
  /** Fields whose column has lost its last digits in a spreadsheet (see `roundedFields`). */
  readonly rounded: ReadonlySet<Field>;
}

export interface Checker {
  /** Gives the row, or `null` when it is refused; adds to `faults` what is to be said either way. `row` as the sheet counts. */
  check(cells: readonly Cell[], row: number, faults: Fault[]): CheckedRow | null;
}

const NUMBERED = ['nik', 'familyCard', 'motherNik', 'fatherNik'] as const satisfies readonly Field[];
/** Fewer say nothing: one NIK in ten ends in 0. */
const ENOUGH_TO_TELL = 10;

/** Fields of 16 digits of which every number in these rows ends in 0: some program has kept fifteen of them. */
export function roundedFields(
  headers: readonly string[],
  mapping: Mapping,
  rows: readonly (readonly Cell[])[],
): Set<Field> {
  const positions = columnPositions(mapping, headers);
  const rounded = new Set<Field>();
  if (!positions) return rounded;
  for (const field of NUMBERED) {
    if (positions[field] < 0) continue;
    const texts = new Set(
      rows.map((row) => cellText(row[positions[field]]).replace(/[^0-9]/g, '')).filter((text) => text.length === 16),
    );
    // Distinct ones: a card's number stands in the rows of its whole family.
    if (texts.size >= ENOUGH_TO_TELL && [...texts].every((text) => text.endsWith('0'))) rounded.add(field);
  }
  return rounded;
}

/** Prepares the check of a file's rows. Refuses (`null`) a mapping that names a header which the file does not have. */
export function rowChecker(given: CheckGiven): Checker | null {
  const { mapping, day, regions, jurisdiction, rounded } = given;
  const positions = columnPositions(mapping, given.headers);
  if (!positions) return null;
  const at = positions;
  const constants = mapping.constants;
  const villageParts = (['provincePart', 'regencyPart', 'districtPart', 'villagePart'] as const).every(
    (field) => at[field] >= 0 || constants[field],
  );
  const districts = new Map<string, 'present' | 'retired' | 'unknown'>();
  const villages = new Map<string, KnownVillage>();

  let cells: readonly Cell[] = [];
  let row = 0;
  let faults: Fault[] = [];
  let refused = false;

  const cellOf = (field: Field): Cell | undefined => (at[field] >= 0 ? cells[at[field]] : constants[field]);

  function fault(field: Field | null, code: FaultCode, hint?: string | null): void {
    if (FAULTS[code] === 'row') refused = true;
    const index = field ? at[field] : -1;
    faults.push({
      row,
      column: field ? (mapping.columns[field] ?? HEADERS[field]) : '',
      letter: index >= 0 ? columnLetter(index) : '',
      code,
      given: hint ?? (field ? maskedCell(field, cellText(cellOf(field))) : null),
    });
  }

  /** The value, or `null` after saying what is wrong; says too when a needed cell is empty. */
  function take<T>(field: Field, read: Read<T>): T | null {
    if (read.fault) {
      fault(field, read.fault);
      return null;
    }
    if (read.value === null) {
      if (FIELDS[field].need) fault(field, 'import.empty');
      return null;
    }
    if (read.cleaned) fault(field, 'import.cleaned');
    return read.value;
  }

  function text(field: Field, longest: number): string | null {
    const value = cellText(cellOf(field));
    if (value === '') {
      if (FIELDS[field].need) fault(field, 'import.empty');
      return null;
    }
    if (value.length <= longest) return value;
    fault(field, FIELDS[field].need ? 'import.too_long' : 'import.optional_too_long');
    return null;
  }

  function code(
    field: Field,
    table: CodeTable,
    ifUnknown: 'import.code_unknown' | 'import.optional_code',
  ): number | null {
    const value = cellText(cellOf(field));
    if (value === '' || value === '0') {
      if (FIELDS[field].need) fault(field, 'import.empty');
      return null;
    }
    const read = table.read(value);
    if (read === null) fault(field, ifUnknown);
    return read;
  }

  function optionalDate(field: Field): CivilDate | null {
    if (at[field] < 0) return null;
    const read = readDate(cells[at[field]], day);
    if (!read.fault) return read.value ?? null;
    fault(field, 'import.optional_date');
    return null;
  }

  function smallNumber(field: 'rt' | 'rw'): number | null {
    if (at[field] < 0 && at.rtRw >= 0) {
      const parts = cellText(cells[at.rtRw]).split(/[/\-\\ ]+/);
      const part = parts[field === 'rt' ? 0 : 1];
      return part ? take('rtRw', readSmallNumber(part)) : null;
    }
    return take(field, readSmallNumber(cellOf(field)));
  }

  function villageCode(): string | null {
    const stated = at.villageCode >= 0 || constants.villageCode;
    const read =
      stated || !villageParts
        ? readVillageCode(cellOf('villageCode'))
        : joinVillageParts([
            cellOf('provincePart'),
            cellOf('regencyPart'),
            cellOf('districtPart'),
            cellOf('villagePart'),
          ]);
    const found = take('villageCode', read);
    if (found === null) return null;
    let known = villages.get(found);
    if (!known) villages.set(found, (known = regions.village(found)));
    if (known.state === 'unknown') fault('villageCode', 'import.village_unknown', hintFor(found, known));
    else if (known.state === 'retired') fault('villageCode', 'import.village_retired', hintFor(found, known));
    else if (!found.startsWith(jurisdiction)) fault('villageCode', 'import.outside_jurisdiction');
    return found;
  }

  function birth(): { place: string | null; date: CivilDate | null } {
    if (at.birthDate >= 0 || at.birthPlaceAndDate < 0) {
      return { place: text('birthPlace', 60), date: take('birthDate', readDate(cellOf('birthDate'), day)) };
    }
    const both = splitBirth(cells[at.birthPlaceAndDate]);
    if (!both) {
      fault('birthPlaceAndDate', 'import.date_shape');
      return { place: null, date: null };
    }
    return { place: both.place || null, date: take('birthPlaceAndDate', readDate(both.date, day)) };
  }

  /** A NIK that contradicts the person is still right (domain 1.1): said, never changed. */
  function judgeNik(nik: string, sex: number | null, birthDate: CivilDate | null): void {
    if (birthDate && sex && nik.slice(6, 12) === codedBirth(birthDate, sex)) {
      // What agrees with a date that exists is well laid out.
    } else {
      const checked = checkNik(nik, { today: day, birthDate, sex });
      if (checked.errors.length > 0) {
        fault('nik', 'import.nik_impossible');
        return;
      }
      if (checked.warnings.includes('nik.birth_date_differs')) fault('nik', 'import.nik_birth_differs');
      if (checked.warnings.includes('nik.sex_differs')) fault('nik', 'import.nik_sex_differs');
    }
    const district = nik.slice(0, 6);
    let known = districts.get(district);
    if (!known) districts.set(district, (known = regions.district(district)));
    if (known === 'unknown') fault('nik', 'import.nik_region_unknown');
    else if (known === 'retired') fault('nik', 'import.nik_region_retired');
  }

  function name(): string | null {
    const value = text('name', 60);
    // One word, old spellings and apostrophes are names; digits are a shifted column.
    if (value !== null && /[0-9]/.test(value)) fault('name', 'import.name_digits');
    return value;
  }

  function nationality(): string | null {
    const value = cellText(cellOf('nationality')).toUpperCase();
    if (value === '') return null;
    if (value === 'WNI' || value === '1' || value === 'INDONESIA' || value === 'IDN') return 'IDN';
    // ICAO Doc 9303 part 3: XXX where the state is not told.
    if (value === 'WNA' || value === '2' || value === 'DUA KEWARGANEGARAAN' || value === '3') return 'XXX';
    if (/^[A-Z]{3}$/.test(value)) return value;
    fault('nationality', 'import.code_unknown');
    return null;
  }

  function permit(): number | null {
    const value = cellText(cellOf('permit')).toUpperCase();
    if (value === '') return null;
    if (/^(1|ITAS|KITAS)\b/.test(value)) return 1;
    if (/^(2|ITAP|KITAP)\b/.test(value)) return 2;
    fault('permit', 'import.optional_code');
    return null;
  }

  return {
    check(given, number, into) {
      cells = given;
      row = number;
      faults = into;
      refused = false;
      const familyCard = take('familyCard', readCard(cellOf('familyCard'), rounded.has('familyCard')));
      const nik = take('nik', readNik(cellOf('nik'), rounded.has('nik')));
      const personName = name();
      const sex = code('sex', SEX, 'import.code_unknown');
      const { place, date } = birth();
      if (nik) judgeNik(nik, sex, date);
      const citizen = nationality();
      const stay = permit();
      if (citizen !== null && citizen !== 'IDN' && stay === null) fault('permit', 'import.permit_missing');
      const disability = code('disability', DISABILITY, 'import.optional_code');
      const checked = {
        row,
        nik,
        familyCard,
        relation: code('relation', FAMILY_RELATION, 'import.code_unknown'),
        name: personName,
        sex,
        birthPlace: place,
        birthDate: date,
        bloodGroup: code('bloodGroup', BLOOD_GROUP, 'import.optional_code'),
        religion: code('religion', RELIGION, 'import.code_unknown'),
        maritalStatus: code('maritalStatus', MARITAL_STATUS, 'import.code_unknown'),
        disability: disability === NO_DISABILITY ? null : disability,
        education: code('education', EDUCATION, 'import.optional_code'),
        occupation: code('occupation', OCCUPATION, 'import.optional_code'),
        motherNik: take('motherNik', readOptionalNik(cellOf('motherNik'), rounded.has('motherNik'))),
        motherName: text('motherName', 60),
        fatherNik: take('fatherNik', readOptionalNik(cellOf('fatherNik'), rounded.has('fatherNik'))),
        fatherName: text('fatherName', 60),
        villageCode: villageCode(),
        address: text('address', 120),
        rt: smallNumber('rt'),
        rw: smallNumber('rw'),
        hamlet: text('hamlet', 60),
        nationality: citizen,
        birthCertificate: text('birthCertificate', 60),
        marriageCertificate: text('marriageCertificate', 60),
        marriageDate: optionalDate('marriageDate'),
        divorceCertificate: text('divorceCertificate', 60),
        divorceDate: optionalDate('divorceDate'),
        passport: text('passport', 20),
        permit: stay,
      };
      return refused ? null : (checked as CheckedRow);
    },
  };
}

/** In village exports 7 says that there is none; the register keeps no code for none. */
const NO_DISABILITY = 7;

function codedBirth(date: CivilDate, sex: number): string {
  const day = sex === 2 ? String(Number(date.slice(8, 10)) + 40) : date.slice(8, 10);
  return day + date.slice(5, 7) + date.slice(2, 4);
}

const hintFor = (code: string, known: KnownVillage): string => (known.hint ? `${code} (${known.hint})` : code);

/** What a report may show of a cell: numbers of persons and families to the district, names as initials, the rest as it stood. */
export function maskedCell(field: Field, text: string): string {
  const shown = text.slice(0, 80);
  if (!FIELDS[field].personal) return shown;
  const digits = shown.replace(/[^0-9]/g, '').length;
  if (digits >= 8) return shown.slice(0, 6) + shown.slice(6).replace(/[0-9]/g, '*');
  return shown.replace(/(\p{L})[\p{L}\p{M}'’]*/gu, '$1***');
}
