/**
 * `npm run bench -- identify`: how long one probe with a face and ten fingers takes against a gallery of as many people, exact,
 * whether each is found, and what the gallery weighs. The limit of the time is a plain scan: the same number of cylinder pairs,
 * each one loop of AND and a bit count over 12 words, on as many threads.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { decide, openBuiltInEngine, type Subject } from '../src/recording/biometric/index.ts';
import { bodyOf, recordBody } from '../src/simulation/index.ts';
import { figure, median, type Bench } from './bench.ts';

const PROBES = 60;
const BATCH = 100;

export const bench: Bench = async ({ size = 2000 }) => {
  const threads = Math.min(8, availableParallelism());
  const engine = openBuiltInEngine({ threads });
  const person = (n: number): Subject => ({ ref: `p${n}`, templates: recordBody(bodyOf('bench', n), { number: 1 }) });
  try {
    for (let from = 0; from < size; from += BATCH) {
      await engine.insert(Array.from({ length: Math.min(BATCH, size - from) }, (_, n) => person(from + n)));
    }
    const took: number[] = [];
    const scans: number[] = [];
    let found = 0;
    let falsely = 0;
    const probes = Math.min(PROBES, size);
    for (let probe = 0; probe < probes; probe++) {
      const n = Math.floor((probe * size) / probes);
      const mated = recordBody(bodyOf('bench', n), { number: 2 });
      const began = performance.now();
      const identified = await engine.identify(mated);
      took.push((performance.now() - began) / 1000);
      if (identified.candidates[0]?.ref === `p${n}` && decide(identified).outcome !== 'unique') found++;
      const stranger = recordBody(bodyOf('bench', size + probe), { number: 1 });
      if (probe % 6 === 0 && decide(await engine.identify(stranger)).outcome === 'duplicate') falsely++;
      if (probe % 20 === 0) scans.push(await plainScan(size, threads));
    }
    const limit = median(scans);
    return {
      name: 'identify',
      size,
      figures: [
        figure('identify.seconds_per_probe', median(took), 's', limit),
        figure('identify.recall', found / probes, 'share'),
        figure('identify.bytes_per_person', engine.bytes() / size, 'B'),
      ],
      leftOut: [
        `${probes} probes one after the other, each a second visit of somebody in the gallery; ${threads} threads`,
        `${Math.ceil(probes / 6)} strangers besides: ${falsely} called a duplicate`,
        'the limit counts every pair of cylinders; the search leaves out those turned by over 45 degrees, and does the rest',
        'bodies are simulated; encoding a picture (0.1 s) and the database are not in the time',
      ],
    };
  } finally {
    await engine.close();
  }
};

/** Ten fingers of 45 cylinders against as many, for each person: the bit counts alone, without what they are for. */
async function plainScan(people: number, threads: number): Promise<number> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const words = 12, cylinders = 45, a = new Int32Array(cylinders * words).fill(0x5a5a1234), b = a.map((w, n) => w ^ n);
    let sum = 0;
    const began = performance.now();
    for (let finger = 0; finger < workerData; finger++)
      for (let i = 0; i < a.length; i += words)
        for (let j = 0; j < b.length; j += words)
          for (let n = 0; n < words; n++) {
            let v = a[i + n] & b[j + n];
            v -= (v >>> 1) & 0x55555555;
            v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
            sum = (sum + (Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24)) | 0;
          }
    parentPort.postMessage([(performance.now() - began) / 1000, sum]);`;
  const shares = Array.from({ length: threads }, () => Math.ceil((people * 10) / threads));
  const seconds = shares.map(
    (workerData) =>
      new Promise<number>((resolve, reject) => {
        const worker = new Worker(code, { eval: true, workerData });
        worker.once('message', ([took]: [number]) => resolve(took));
        worker.once('error', reject);
      }),
  );
  return Math.max(...(await Promise.all(seconds)));
}
