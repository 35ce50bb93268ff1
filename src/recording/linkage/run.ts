/** `linkage run`: a file in, the pairs that are one person's out, each with its reasons. */
import { createWriteStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeTable, type Row } from '../../core/table/index.ts';
import type { Language } from '../../core/text/index.ts';
import { linkRecords, THRESHOLD, type LinkedPair } from './link.ts';
import { explainer, reasonsOf } from './model/explain.ts';
import { readRecords } from './record/read.ts';
import type { LinkageRecord } from './record/record.ts';
import { refuse } from './refusals.ts';
import { qualityOf, truthOf, type Quality } from './truth.ts';

export interface RunGiven {
  readonly file: string;
  readonly out: string;
  /** A mapping file; without it FEBRL's headers are understood. */
  readonly map?: string | undefined;
  /** Measure against what the ids say. */
  readonly truth?: boolean | undefined;
  readonly threshold?: number | undefined;
  readonly language?: Language | undefined;
  readonly onProgress?: (share: number) => void;
}

export interface RunDone extends Partial<Quality> {
  readonly records: number;
  readonly comparedPairs: number;
  readonly linkedPairs: number;
  /** Persons of whom two or more records speak. */
  readonly clusters: number;
  /** Links that were taken back because they would have made a chain of two persons. */
  readonly brokenLinks: number;
  readonly seconds: number;
}

/** Links the records of a file and writes the pairs as CSV. Refuses what `readRecords` refuses; then nothing is written. */
export async function runLinkage(given: RunGiven): Promise<RunDone> {
  const started = performance.now();
  const { file, onProgress = () => {} } = given;
  const mapping = given.map === undefined ? null : await textOf(given.map);
  await mustBeReadable(file);
  if (resolve(file) === resolve(given.out)) throw refuse('linkage.out_is_file', { values: { file } });
  const records = await readRecords({ name: basename(file), path: file }, mapping);
  if (given.truth) for (const { id } of records) truthOf(id);
  onProgress(0.3);
  const linked = await linkRecords(records, {
    threshold: given.threshold ?? THRESHOLD,
    onProgress: (share) => onProgress(0.3 + 0.6 * share),
  });
  await writePairs(given.out, records, linked.pairs, given.language ?? 'id');
  onProgress(1);
  const pairs = linked.pairs.map(({ a, b }) => [a, b] as const);
  return {
    records: records.length,
    comparedPairs: linked.comparedPairs,
    linkedPairs: linked.pairs.length,
    clusters: new Set(linked.pairs.map(({ cluster }) => cluster)).size,
    brokenLinks: linked.brokenLinks,
    seconds: Number(((performance.now() - started) / 1000).toFixed(3)),
    ...(given.truth
      ? qualityOf(
          records.map(({ id }) => id),
          pairs,
        )
      : {}),
  };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw refuse('linkage.no_file', { values: { file: path } });
  });
}

async function mustBeReadable(path: string): Promise<void> {
  await access(path).catch(() => {
    throw refuse('linkage.no_file', { values: { file: path } });
  });
}

const COLUMNS = ['id_a', 'id_b', 'posterior', 'weight', 'cluster', 'reasons'];

async function writePairs(
  path: string,
  records: readonly LinkageRecord[],
  pairs: readonly LinkedPair[],
  language: Language,
): Promise<void> {
  const texts = explainer();
  function* rows(): Generator<Row> {
    for (const pair of pairs) {
      yield [
        records[pair.a]!.id,
        records[pair.b]!.id,
        Number(pair.posterior.toFixed(6)),
        Number(pair.weight.toFixed(2)),
        records[pair.cluster]!.id,
        texts.sentence(language, reasonsOf(pair.pattern, pair), pair.trap),
      ];
    }
  }
  const table = writeTable({ format: 'csv', columns: COLUMNS, rows: rows() });
  await pipeline(Readable.from(table), createWriteStream(path)).catch(() => {
    throw refuse('linkage.cannot_write', { values: { file: path } });
  });
}
