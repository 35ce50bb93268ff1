/** The report of an import: one line a fault, with the sentence that says what to do. */
import { writeTable, type Row } from '../../../core/table/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { Language, Speaker } from '../../../core/text/index.ts';
import { FAULTS, type Fault } from './faults.ts';
import { listFaults } from './sql.ts';

/** The sentence of a fault: "NIK baris 17 kolom C dibulatkan oleh lembar sebar. ...". */
export function sentenceOf(speaker: Speaker, language: Language, fault: Fault): string {
  const { row, column, letter, given } = fault;
  return speaker.say(language, fault.code, {
    row: String(row),
    column: column || '-',
    letter: letter || '-',
    given: given ?? '',
  });
}

const COLUMNS = {
  id: ['BARIS', 'KOLOM', 'HURUF', 'KODE', 'AKIBAT', 'ISI', 'KETERANGAN'],
  en: ['ROW', 'COLUMN', 'LETTER', 'CODE', 'EFFECT', 'CONTENT', 'EXPLANATION'],
} as const;

const LINES_AT_ONCE = 5000;

/** The report as CSV, piece by piece, in the order of the file. */
export async function* reportCsv(
  read: (offset: number, limit: number) => Promise<readonly Fault[]>,
  speaker: Speaker,
  language: Language,
): AsyncGenerator<Buffer> {
  async function* rows(): AsyncGenerator<Row> {
    for (let offset = 0; ; offset += LINES_AT_ONCE) {
      const faults = await read(offset, LINES_AT_ONCE);
      for (const fault of faults) {
        const effect = speaker.say(language, `import.effect.${FAULTS[fault.code]}`);
        const sentence = sentenceOf(speaker, language, fault);
        yield [fault.row, fault.column, fault.letter, fault.code, effect, fault.given, sentence];
      }
      if (faults.length < LINES_AT_ONCE) return;
    }
  }
  yield* writeTable({ format: 'csv', columns: [...COLUMNS[language]], rows: rows() });
}

export async function reportBytes(tx: Tx, importId: Uuid, language: Language): Promise<Buffer> {
  const parts: Buffer[] = [];
  const read = (offset: number, limit: number) => listFaults(tx, importId, offset, limit);
  for await (const part of reportCsv(read, tx.ground.speaker, language)) parts.push(part);
  return Buffer.concat(parts);
}
