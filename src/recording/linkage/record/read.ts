/** A file becomes records. Nothing is repaired: a damaged NIK, an unreadable date, an empty cell are silence. */
import { cellText, readTable, type Cell, type TableSource } from '../../../core/table/index.ts';
import { readNikCell, SEX } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { febrlMapping, readMapping, ROW_NUMBER, type Field, type Mapping } from './mapping.ts';
import {
  birthForm,
  formMaker,
  homeForm,
  type FormMaker,
  type HomeForm,
  type LinkageRecord,
  type NumberForm,
} from './record.ts';

/**
 * Reads all records of a table. `mapping` is the text of a mapping file; without it FEBRL's headers are understood. Refuses a file
 * that is cut or empty, a row of another length, a row without an id and an id that comes twice.
 */
export async function readRecords(
  source: TableSource,
  mapping: string | null,
  onRows: (read: number) => void = () => {},
): Promise<LinkageRecord[]> {
  const table = await readTable(source);
  const records: LinkageRecord[] = [];
  const ids = new Map<string, number>();
  let read: ReturnType<typeof reader> | undefined;
  for await (const { rows, numbers, ragged } of table.rows) {
    // Within the loop: whatever is refused, the file is closed as the loop is left.
    read ??= reader(mappingFor(table.columns, mapping), table.columns);
    if (ragged.length > 0) {
      throw refuse('linkage.ragged_row', { values: { name: source.name, row: numbers[ragged[0]!]! } });
    }
    for (let i = 0; i < rows.length; i++) {
      const row = numbers[i]!;
      const record = read(rows[i]!, row);
      if (record.id === '') throw refuse('linkage.no_id', { values: { name: source.name, row } });
      const before = ids.get(record.id);
      if (before !== undefined) throw refuse('linkage.id_twice', { values: { id: record.id, row, before } });
      ids.set(record.id, row);
      records.push(record);
    }
    onRows(records.length);
  }
  if (records.length === 0) throw refuse('linkage.no_records', { values: { name: source.name } });
  return records;
}

function mappingFor(columns: readonly string[], text: string | null): Mapping {
  if (text !== null) return readMapping(text, columns);
  const febrl = febrlMapping(columns);
  if (!febrl) throw refuse('linkage.no_mapping', { values: { column: 'rec_id', columns: columns.join(', ') } });
  return febrl;
}

function reader(mapping: Mapping, columns: readonly string[]): (row: readonly Cell[], number: number) => LinkageRecord {
  const forms = formMaker();
  const cellsOf = (field: Field) => mapping[field]?.map((name) => columns.indexOf(name)) ?? [];
  const at = Object.fromEntries(Object.keys(mapping).map((field) => [field, cellsOf(field as Field)]));
  // Families share a home and thousands a birthday: one form for all of them spares the collector of garbage.
  const births = remembered(birthForm);
  const sexes = remembered((written) => SEX.read(written));
  const homes = remembered<HomeForm | null>();
  const byRowNumber = mapping.id?.[0] === ROW_NUMBER;

  return (row, number) => {
    const text = (field: Field): string => {
      const places = at[field];
      if (!places) return '';
      if (places.length === 1) return cellText(row[places[0]!]).trim();
      return places
        .map((place) => cellText(row[place]).trim())
        .filter(Boolean)
        .join(' ');
    };
    const name = (field: Field) => formed(forms, text(field));
    const [address, place, placeCode] = [text('address'), name('place'), text('placeCode')];
    return {
      id: byRowNumber ? String(number) : text('id'),
      name: name('name'),
      birth: births(text('birthDate')),
      sex: sexes(text('sex')),
      birthPlace: name('birthPlace'),
      number: at['nik'] ? nikForm(row[at['nik'][0]!]) : numberForm(row[at['number']?.[0] ?? -1]),
      familyCard: at['familyCard'] ? (nikForm(row[at['familyCard'][0]!])?.digits ?? null) : null,
      mother: name('motherName'),
      father: name('fatherName'),
      motherKey: null,
      home: homes(`${address}|${place?.text ?? ''}|${placeCode}`, () => homeForm(address, place, placeCode || null)),
    };
  };
}

/** Makes what a key stands for once. */
function remembered<Form>(make?: (key: string) => Form): (key: string, making?: () => Form) => Form {
  const known = new Map<string, Form>();
  return (key, making) => {
    let form = known.get(key);
    if (form === undefined) known.set(key, (form = making ? making() : make!(key)));
    return form;
  };
}

function formed(forms: FormMaker, text: string) {
  return text === '' ? null : forms.name(text);
}

const PLAIN_NIK = /^([1-9])(?!\1{15})[0-9]{15}$/;

/** A NIK or a family card's number; null where a spreadsheet has taken it for a number. */
export function nikForm(cell: Cell | undefined): NumberForm | null {
  // Most are whole and plain: those need no second look.
  if (typeof cell === 'string' && PLAIN_NIK.test(cell) && !cell.endsWith('0000')) return { digits: cell, isNik: true };
  const read = readNikCell(typeof cell === 'boolean' ? null : cell);
  return read.kind === 'nik' ? { digits: read.nik, isNik: true } : null;
}

/** Letters and digits; null where a spreadsheet has rounded it. Sixteen digits are a NIK, whatever the column is called. */
function numberForm(cell: Cell | undefined): NumberForm | null {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return null;
  const text = cellText(cell).trim();
  if (/^\d([.,]\d+)?e[+]?\d+$/i.test(text)) return null;
  const digits = text.toUpperCase().replace(/[^\p{L}\d]/gu, '');
  if (/^\d{16}$/.test(digits)) return nikForm(cell);
  return digits.length < 3 || /^0*$/.test(digits) ? null : { digits, isNik: false };
}
