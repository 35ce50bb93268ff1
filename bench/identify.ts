/**
 * `npm run bench -- identify`: how long one probe with a face and ten fingers takes against a gallery of as many people, whether each is found, and what the
 * gallery weighs; exact up to 4,096 people, in stages beyond, in as many processes as `JATIDIRI_BIOMETRIC_PROCESSES` says. The limit of the time is a plain scan of everything: the same number of cylinder pairs,
 * each one loop of AND and a bit count over 12 words, on as many threads.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readConfig } from '../src/core/config/index.ts';
import { openGallery, type Gallery } from '../src/recording/biometric/engine/gallery.ts';
import { openShards } from '../src/recording/biometric/engine/shards.ts';
import { CALIBRATIONS, decide, STAGES, thresholdsFor } from '../src/recording/biometric/index.ts';
import { bodyOf, recordBody } from '../src/simulation/index.ts';
import { figure, median, type Bench } from './bench.ts';
import { crowdOf } from './load/crowd.ts';

const PROBES = 60;
/** The plain scan is measured on so many people and multiplied. */
const SCANNED = 2000;

export const bench: Bench = async ({ size = 2000 }) => {
  const threads = Math.min(8, availableParallelism());
  const processes = readConfig({}, process.env).biometricProcesses;
  const given = { calibrations: CALIBRATIONS, threads };
  const gallery: Gallery = processes > 1 ? openShards({ ...given, processes }) : openGallery(given);
  try {
    const probes = Math.min(PROBES, size);
    const made = performance.now();
    const crowd = await crowdOf('bench', { size, own: probes });
    for (const people of crowd.people()) await gallery.hold(people);
    const makingSeconds = (performance.now() - made) / 1000;
    const took: number[] = [];
    const scans: number[] = [];
    let [found, falsely, missed] = [0, 0, 0];
    const { review } = thresholdsFor(size);
    for (let n = 0; n < probes; n++) {
      const mated = recordBody(bodyOf('bench', n), { number: 2 });
      const began = performance.now();
      const identified = await gallery.identify(mated);
      took.push((performance.now() - began) / 1000);
      if (identified.candidates[0]?.ref === `p${n}` && decide(identified).outcome !== 'unique') found++;
      else if ((await gallery.compare(recordBody(bodyOf('bench', n), { number: 1 }), mated)).fused >= review) missed++;
      const stranger = recordBody(bodyOf('bench', size + n), { number: 1 });
      if (n % 6 === 0 && decide(await gallery.identify(stranger)).outcome === 'duplicate') falsely++;
      if (n % 20 === 0) scans.push((await plainScan(Math.min(size, SCANNED), threads)) * Math.max(1, size / SCANNED));
    }
    return {
      name: 'identify',
      size,
      figures: [
        figure('identify.seconds_per_probe', median(took), 's', median(scans)),
        figure('identify.recall', found / probes, 'share'),
        figure('identify.bytes_per_person', gallery.bytes() / size, 'B'),
      ],
      leftOut: [
        `${probes} probes one after the other, each a second visit of somebody in the gallery; ${threads} threads in ${processes === 1 ? 'this process' : `${processes} processes`}`,
        mannerOf(size, gallery.indexed()),
        `${missed} of them the stages missed: compared in full they would have been found`,
        `${Math.ceil(probes / 6)} strangers besides: ${falsely} called a duplicate`,
        ...(crowd.pressed < size
          ? [
              `${crowd.pressed} bodies were pressed; the others have one of their faces and of each finger one of theirs, in ever new company`,
            ]
          : []),
        `making the gallery, ${makingSeconds.toFixed(0)} s`,
        'the limit counts every pair of cylinders; the search leaves out those turned by over 90 degrees, and does the rest',
        'bodies are simulated; encoding a picture (0.1 s) and the database are not in the time',
      ],
    };
  } finally {
    await gallery.close();
  }
};

function mannerOf(size: number, indexed: number): string {
  if (size <= STAGES.exactUpTo) return 'everybody was compared in full';
  const share = (of: number) => `${(100 * of).toPrecision(2)} %`;
  const later = `${share(STAGES.again)} by all fingers, ${share(0.4 * STAGES.inFull)} in full`;
  return indexed === 0 || !STAGES.index
    ? `stages: everybody by ${STAGES.fingers} fingers, ${later}`
    : `stages: votes for ${indexed} in the index, by ${STAGES.fingers} fingers ${share(STAGES.index.share)} of them and all ${size - indexed} others, ${later}`;
}

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
