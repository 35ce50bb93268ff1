import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvaluatedPrints } from '../../evaluate-fingerprint.ts';
import { drawPair } from '../drawing/index.ts';
import { drawn } from '../drawn.ts';
import { matchedMinutiae } from '../matched.ts';
import { readMinutiaeRecord } from '../minutiae-record.ts';
import type { ScoredPair, Worst } from './pairs.ts';
import type { Print } from './print-set.ts';

import { takeMinutiae, type TakenMinutiae } from '../take-minutiae.ts';
import { worstPage, type PagePair } from './worst-page.ts';

export interface WriteWorstGiven extends EvaluatedPrints {
  readonly folder: string;
  readonly worst: Worst;
  readonly dpi: number | undefined;
  readonly onPair: (done: number, of: number) => void;
}

/** A picture of each pair, `genuine-01.svg` and `impostor-01.svg` the worst, and an `index.html` to look at them. */
export async function writeWorst(given: WriteWorstGiven): Promise<void> {
  const { folder, worst, evaluation, failed, onPair } = given;
  await mkdir(folder, { recursive: true });
  const draw = drawer(given.dpi);
  const written: Record<'genuine' | 'impostor', PagePair[]> = { genuine: [], impostor: [] };
  const all = [
    ...worst.mated.map((pair) => ({ kind: 'genuine' as const, pair })),
    ...worst.nonMated.map((pair) => ({ kind: 'impostor' as const, pair })),
  ];
  for (const [n, { kind, pair }] of all.entries()) {
    const file = `${kind}-${String(written[kind].length + 1).padStart(3, '0')}.svg`;
    const { svg, matched } = await draw(pair);
    await writeFile(join(folder, file), svg);
    written[kind].push({ file, pair, matched });
    onPair(n + 1, all.length);
  }
  await writeFile(join(folder, 'index.html'), worstPage({ evaluation, failed, ...written }));
}

interface Drawn {
  readonly svg: string;
  readonly matched: number;
}

/** A print that is in several pairs is read once. */
function drawer(dpi: number | undefined): (pair: ScoredPair) => Promise<Drawn> {
  const known = new Map<Print, TakenMinutiae>();
  async function taken(print: Print): Promise<TakenMinutiae> {
    const before = known.get(print);
    if (before) return before;
    const now = await takeMinutiae(await readFile(print.path), { dpi, assume: true });
    known.set(print, now);
    return now;
  }
  return async ({ a, b, set, score }) => {
    const [one, other] = [await taken(a), await taken(b)];
    const matched = matchedMinutiae(readMinutiaeRecord(one.template), readMinutiaeRecord(other.template));
    const title = `${set.name}: ${a.name}, ${b.name}: ${score.toFixed(3)}`;
    return { svg: drawPair(await drawn(one), await drawn(other), { matched, title }), matched: matched.length };
  };
}
