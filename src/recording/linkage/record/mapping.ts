/** Which column of a file means what. FEBRL's headers are known; any other file brings a mapping. Pure. */
import { refuse } from '../refusals.ts';

/** What is compared; `nik` is checked as one, `number` is any other number that belongs to one person. */
export const FIELDS = [
  'id',
  'name',
  'birthDate',
  'sex',
  'birthPlace',
  'nik',
  'number',
  'familyCard',
  'motherName',
  'fatherName',
  'address',
  'place',
  'placeCode',
] as const;

export type Field = (typeof FIELDS)[number];

/** Columns of a field; several are read one after another with a blank between them. */
export type Mapping = Readonly<Partial<Record<Field, readonly string[]>>>;

/** As the Freely Extensible Biomedical Record Linkage program writes its test files. */
const FEBRL: Mapping = {
  id: ['rec_id'],
  name: ['given_name', 'surname'],
  birthDate: ['date_of_birth'],
  number: ['soc_sec_id'],
  address: ['street_number', 'address_1', 'address_2'],
  place: ['suburb'],
  placeCode: ['postcode'],
};

/** The mapping for FEBRL's headers, in whatever order; what is absent beyond id and names is not compared. Null for other files. */
export function febrlMapping(columns: readonly string[]): Mapping | null {
  const here = new Set(columns);
  if (!here.has('rec_id') || !(here.has('given_name') || here.has('surname'))) return null;
  const found = Object.entries(FEBRL).map(([field, names]) => [field, names.filter((name) => here.has(name))] as const);
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

/** `#` as the id: the rows' own numbers, for files in which no column tells rows apart. */
export const ROW_NUMBER = '#';

/**
 * Reads a mapping file: `{"id": "NO", "name": ["DEPAN", "BELAKANG"], "birthDate": "TGL_LAHIR"}`. Refuses a field that is not
 * compared, a mapping without id, name or anything beside the name, and a column that the file does not have.
 */
export function readMapping(text: string, columns: readonly string[]): Mapping {
  const mapping: Partial<Record<Field, readonly string[]>> = {};
  for (const [field, given] of Object.entries(parsed(text))) {
    if (!(FIELDS as readonly string[]).includes(field)) {
      throw refuse('linkage.mapping_field', { values: { field, fields: FIELDS.join(', ') } });
    }
    const names = typeof given === 'string' ? [given] : given;
    if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string')) {
      throw refuse('linkage.mapping_unreadable', { values: { why: field } });
    }
    mapping[field as Field] = names as string[];
  }
  for (const needed of ['id', 'name'] as const) {
    if (!mapping[needed]) throw refuse('linkage.mapping_needs', { values: { field: needed } });
  }
  if (Object.keys(mapping).length < 3) throw refuse('linkage.mapping_needs', { values: { field: 'birthDate' } });
  for (const [field, names] of Object.entries(mapping)) {
    for (const column of names) {
      if ((field === 'id' && column === ROW_NUMBER) || columns.includes(column)) continue;
      throw refuse('linkage.no_column', { values: { column, field, columns: columns.join(', ') } });
    }
  }
  return mapping;
}

function parsed(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refuse('linkage.mapping_unreadable', { values: { why: (error as Error).message } });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw refuse('linkage.mapping_unreadable', { values: { why: '{}' } });
}
