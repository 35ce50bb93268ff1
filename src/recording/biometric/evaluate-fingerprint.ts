import { availableParallelism } from 'node:os';
import type { MessageValues } from '../../core/refusal/index.ts';
import { openThread, type Thread } from './engine/thread.ts';
import type { FingerCode } from './finger/cylinder.ts';
import { eerInterval } from './finger/evaluate/interval.ts';
import { knownScores, type SetScores } from './finger/evaluate/pairs.ts';
import { readPrintSets, type Print, type PrintSet } from './finger/evaluate/print-set.ts';
import type { PrintAnswer, PrintTask } from './finger/evaluate/print-thread.ts';
import { errorRates, type ErrorRates, type KnownScores } from './score/metrics.ts';

/** How many pairs rates rest on. */
interface Counted extends ErrorRates {
  /** Of one finger. */
  readonly genuine: number;
  /** Of two fingers of one set. */
  readonly impostor: number;
}

interface Pooled extends Counted {
  /** Where nine of ten rates lie if other fingers are drawn; null of too few fingers. */
  readonly eerInterval: readonly [number, number] | null;
}

interface SetEvaluation extends Counted {
  readonly name: string;
  readonly prints: number;
  readonly failedToExtract: number;
  /** Files whose names are not FINGER_IMPRESSION.ext. */
  readonly otherFiles: number;
}

export interface FingerprintEvaluation {
  readonly sets: readonly SetEvaluation[];
  /** All sets with one threshold. */
  readonly pooled: Pooled;
  /** Median, of one thread, from grey pixels to minutiae; null where there was none. */
  readonly extractMs: number | null;
  /** Of one thread, at the median row of comparisons. */
  readonly matchesPerSecond: number | null;
  readonly failedToExtract: number;
  readonly otherFiles: number;
  /** Pictures whose files say a resolution that no sensor has; they were taken at 500 dpi. */
  readonly resolutionAssumed: number;
  /** Median count of a print. */
  readonly minutiae: number | null;
}

/** A print that no minutiae were found in; each of its pairs has the score 0. */
export interface FailedPrint {
  readonly set: PrintSet;
  readonly print: Print;
  readonly refused: string;
  readonly values: MessageValues;
}

export interface EvaluatedPrints {
  readonly evaluation: FingerprintEvaluation;
  readonly scores: readonly SetScores[];
  readonly failed: readonly FailedPrint[];
}

export interface EvaluatePrintsGiven {
  readonly folders: readonly string[];
  readonly dpi?: number;
  /** As many as there are processors where nothing is said. */
  readonly threads?: number;
  readonly onProgress?: (what: 'extract' | 'compare', done: number, of: number) => void;
}

type Threads = readonly Thread<PrintTask, PrintAnswer>[];

/**
 * Error rates of the built-in finger engine on sets of prints: every pair of a set is compared, one threshold over all sets
 * gives the pooled rates. Other than in the fingerprint verification competitions all impressions of two fingers are held
 * against one another, not the first of each only. Refuses `biometric.prints_*`.
 */
export async function evaluateFingerprint(given: EvaluatePrintsGiven): Promise<EvaluatedPrints> {
  const sets = await readPrintSets(given.folders);
  const threads = Array.from({ length: given.threads ?? availableParallelism() }, () =>
    openThread<PrintTask, PrintAnswer>({
      file: new URL('./finger/evaluate/print-thread.ts', import.meta.url),
      data: null,
    }),
  );
  try {
    const extracted = await extractAll(threads, sets, given);
    const { scores, usEach } = await compareAll(threads, extracted, given);
    const failed = extracted.flatMap(({ set, answers }) =>
      answers.flatMap((answer, n) => (answer.kind === 'failed' ? [{ set, print: set.prints[n]!, ...answer }] : [])),
    );
    const found = extracted.flatMap(({ answers }) => answers.filter((answer) => answer.kind === 'extracted'));
    const us = median(usEach);
    const pooled = knownScores(scores);
    const evaluation = {
      sets: scores.map((each) => setEvaluation(each)),
      pooled: { ...counted(pooled), eerInterval: eerInterval(scores) },
      extractMs: rounded(median(found.map(({ ms }) => ms)), 2),
      matchesPerSecond: us === null ? null : Math.round(1e6 / us),
      failedToExtract: failed.length,
      otherFiles: sets.reduce((sum, { others }) => sum + others, 0),
      resolutionAssumed: found.filter((each) => each.resolutionAssumed).length,
      minutiae: median(found.map(({ minutiae }) => minutiae)),
    };
    return { evaluation, scores, failed };
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

type Extracted = Extract<PrintAnswer, { kind: 'extracted' | 'failed' }>;

interface ExtractedSet {
  readonly set: PrintSet;
  readonly answers: readonly Extracted[];
}

async function extractAll(
  threads: Threads,
  sets: readonly PrintSet[],
  given: EvaluatePrintsGiven,
): Promise<ExtractedSet[]> {
  const all = sets.flatMap(({ prints }) => prints);
  const answers = new Map<Print, Extracted>();
  await onEach(threads, all.length, async (thread, n) => {
    const print = all[n]!;
    answers.set(print, (await thread.ask({ kind: 'extract', path: print.path, dpi: given.dpi })) as Extracted);
    given.onProgress?.('extract', answers.size, all.length);
  });
  return sets.map((set) => ({ set, answers: set.prints.map((print) => answers.get(print)!) }));
}

async function compareAll(threads: Threads, sets: readonly ExtractedSet[], given: EvaluatePrintsGiven) {
  const pairs = ({ set: { prints } }: ExtractedSet) => (prints.length * (prints.length - 1)) / 2;
  const total = sets.reduce((sum, set) => sum + pairs(set), 0);
  const usEach: number[] = [];
  const scores: SetScores[] = [];
  let done = 0;
  for (const { set, answers } of sets) {
    const codes = answers.map((answer): FingerCode | null => (answer.kind === 'extracted' ? answer.code : null));
    await Promise.all(threads.map((thread) => thread.ask({ kind: 'hold', codes })));
    const rows: Float64Array[] = [];
    await onEach(threads, codes.length, async (thread, row) => {
      const answer = await thread.ask({ kind: 'compare', row });
      if (answer.kind !== 'compared') throw new Error('a thread answered something else');
      rows[row] = answer.scores;
      if (answer.usEach !== null) usEach.push(answer.usEach);
      given.onProgress?.('compare', (done += answer.scores.length), total);
    });
    scores.push({ set, rows, failed: codes.map((code) => code === null) });
  }
  return { scores, usEach };
}

/** Each thread takes the next as soon as it has done one. */
async function onEach(
  threads: Threads,
  count: number,
  work: (thread: Threads[number], n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next < count) await work(thread, next++);
    }),
  );
}

function setEvaluation(scored: SetScores): SetEvaluation {
  const { set, failed } = scored;
  return {
    name: set.name,
    ...counted(knownScores([scored])),
    prints: set.prints.length,
    failedToExtract: failed.filter(Boolean).length,
    otherFiles: set.others,
  };
}

function counted(scores: KnownScores): Counted {
  const { eer, fnmrAtFmr1e2, fnmrAtFmr1e3 } = errorRates(scores);
  return {
    eer: rounded(eer, 6),
    fnmrAtFmr1e2: rounded(fnmrAtFmr1e2, 6),
    fnmrAtFmr1e3: rounded(fnmrAtFmr1e3, 6),
    genuine: scores.mated.length,
    impostor: scores.nonMated.length,
  };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
