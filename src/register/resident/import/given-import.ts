/** What tests of the import begin with: a house, and files as people send them. */
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import { many, one, type sql } from '../../../core/db/index.ts';
import { givenHouse, type GivenHouse } from '../../../../test/given/house.ts';
import { HEADERS, type Field } from './fields.ts';
import { importResidents, type ImportDone, type ImportOptions } from './import.ts';
import type { Fault } from './faults.ts';
import { listFaults } from './sql.ts';

export const importer: Actor = { ...systemActor('import'), jurisdiction: NATION };

export interface GivenImport extends GivenHouse {
  /** Imports this text. */
  bring(text: string, options?: Partial<ImportOptions> & { name?: string }): Promise<ImportDone & { faults: Fault[] }>;
  /** The only row of a statement. */
  ask<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row>;
  askAll<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]>;
}

export async function givenImport(): Promise<GivenImport> {
  const given = await givenHouse();
  return {
    ...given,
    async bring(text, { name = 'penduduk.csv', ...options } = {}) {
      const bytes = Buffer.from(text);
      const done = await importResidents(given.house, { name, bytes }, { actor: importer, ...options });
      return { ...done, faults: await given.system((tx) => listFaults(tx, done.importId, 0, 10_000)) };
    },
    ask: (statement) => given.system((tx) => one(tx, statement)),
    askAll: (statement) => given.system((tx) => many(tx, statement)),
  };
}

/** One good row; a test changes what it is about. NIK: a test number of Duren Sawit, born 5 August 1990, a woman. */
export const GOOD: Partial<Record<Field, string>> = {
  familyCard: '3175070101119001',
  nik: '3175074508909001',
  name: 'SITI CONTOH RAHAYU',
  sex: '2',
  birthPlace: 'JAKARTA',
  birthDate: '05-08-1990',
  bloodGroup: '13',
  religion: '1',
  maritalStatus: '2',
  relation: '1',
  education: '5',
  occupation: '15',
  motherName: 'IBU CONTOH',
  fatherName: 'BAPAK CONTOH',
  villageCode: '31.75.07.1004',
  address: 'JALAN CONTOH 1',
  rt: '003',
  rw: '007',
  nationality: 'WNI',
};

const COLUMNS = [
  ...(Object.keys(GOOD) as Field[]),
  'disability',
  'motherNik',
  'marriageDate',
  'permit',
] as const satisfies Field[];

/** A CSV with our own headers; each row is `GOOD` but for what is given. */
export function csvOf(...rows: readonly Partial<Record<Field, string>>[]): string {
  const lines = rows.map((row) => {
    const whole = { ...GOOD, ...(row.nik ? { motherName: motherOf(row.nik) } : {}), ...row };
    return COLUMNS.map((field) => whole[field] ?? '').join(',');
  });
  return `${[COLUMNS.map((field) => HEADERS[field]).join(','), ...lines].join('\n')}\n`;
}

/** Rows that differ in nothing but the NIK would be one person twice: each has a mother of her own. */
export const motherOf = (nik: string): string => `IBU ${syllables(nik.slice(-4))}`;
/** A word of names for digits, so that each number sounds otherwise. */
export const syllables = (digits: string): string => digits.replace(/[0-9]/g, (digit) => SYLLABLES[Number(digit)]!);
const SYLLABLES = ['BA', 'DO', 'FU', 'GI', 'KE', 'LA', 'MO', 'NU', 'RI', 'TE'];

/** Women of Duren Sawit born on 5 August 1990, by serial: as many people as a test wants. */
export const nikOf = (serial: number): string => `317507450890${9000 + serial}`;
