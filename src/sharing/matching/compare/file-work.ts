/** One file in the comparing thread: read ahead, compared batch by batch, written sealed. */
import { ahead } from '../../../core/staged-import/index.ts';
import { readTable } from '../../../core/table/index.ts';
import type { Vault } from '../../../core/vault/index.ts';
import { parentNamesIn } from '../../../register/resident/index.ts';
import type { CanaryPerson } from '../../verification/index.ts';
import type { Comparison, Leave } from '../../verification/compare/index.ts';
import { columnsOf } from '../elements.ts';
import type { Shelf } from '../shelf.ts';
import { compareRow, foundReader, type FoundPerson, type Opened } from './compare-batch.ts';
import { prepare, type Prepared } from './prepare.ts';
import { rowReader } from './read-row.ts';
import { referenceSet } from './reference-set.ts';
import { fileTally } from './tally.ts';
import type { BatchAsked, BatchWritten, FileJob } from './thread.ts';
import { reportLine, resultLine } from './words.ts';

export interface FileWork {
  next(): Promise<BatchAsked | null>;
  found(n: number, piece: Buffer): void;
  compare(n: number, invented: readonly CanaryPerson[]): Promise<BatchWritten>;
  close(): Promise<void>;
}

export interface WorkGround {
  readonly vault: Vault;
  readonly shelf: Shelf;
  readonly comparing: Comparison;
}

export async function openFileWork({ vault, shelf, comparing }: WorkGround, job: FileJob): Promise<FileWork> {
  const { id, columns, attributes, language, region } = job;
  const leave: Leave = { elements: new Map(job.elements), threshold: job.threshold, tells: new Set(job.tells) };
  const tells = leave.tells.size > 0;
  const stored = await shelf.file(id, job.parts);
  const table = await readTable({ name: 'berkas.csv', stored });
  const reader = rowReader({
    headers: table.columns,
    columns,
    consent: job.consent,
    granted: new Set(job.elements.map(([name]) => name)),
  });
  const batches = ahead(
    prepare(table, {
      columns,
      reader,
      references: referenceSet(),
      after: job.lastRow,
      batchRows: job.batchRows,
      mostRows: job.expectedRows,
    }),
  );
  const read = columnsOf(attributes);
  const tally = fileTally();
  const open = (nik: Parameters<typeof parentNamesIn>[1], sealed: Buffer): Opened =>
    parentNamesIn({ ground: { vault } }, nik, sealed);
  let next = job.n;
  const present = new Map<number, { readonly prepared: Prepared; readonly found: ReturnType<typeof foundReader> }>();

  return {
    async next() {
      const { value, done } = await batches.next();
      if (done) return null;
      const { asked, lastRow } = value;
      const n = next++;
      present.set(n, { prepared: value, found: foundReader(read, open) });
      return { n, lastRow, count: asked.length, niks: `{${asked.map(({ nik }) => nik).join(',')}}` };
    },
    found: (n, piece) => present.get(n)!.found.take(piece),
    async compare(n, invented) {
      const { prepared, found } = present.get(n)!;
      present.delete(n);
      const result: string[] = [];
      const strangers = new Map(
        invented.map(({ nik, subject }): [string, FoundPerson] => [nik, { subject, state: 'active' }]),
      );
      for (const row of prepared.asked) {
        const person = found.person(row.nik) ?? strangers.get(row.nik);
        const compared = compareRow(comparing, row, person, { leave, region });
        tally.count(row.nik, compared, row.full);
        result.push(resultLine(row.reference, compared, attributes, tells));
      }
      const report: string[] = [];
      for (const { cells } of prepared.refused) {
        tally.refuse(cells.map(({ fault }) => fault.code));
        for (const { fault, ...cell } of cells) report.push(reportLine(cell, fault, language));
      }
      const [results, reports] = [Buffer.from(result.join('')), Buffer.from(report.join(''))];
      await Promise.all([shelf.writeBatch(id, 'result', n, results), shelf.writeBatch(id, 'report', n, reports)]);
      return { resultBytes: results.length, reportBytes: reports.length, tally: tally.take() };
    },
    close: () => batches.return(undefined).then(() => undefined),
  };
}
