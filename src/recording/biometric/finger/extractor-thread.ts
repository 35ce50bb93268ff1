/** The thread behind `fingerExtractor`. */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../core/refusal/index.ts';
import type { FromThread, ToThread } from '../engine/thread.ts';
import type { BiometricRefusal } from '../refusals.ts';
import type { ExtractedFinger, FingerMessage } from './extractor.ts';
import { takeMinutiae } from './take-minutiae.ts';

parentPort!.on('message', ({ id, message }: ToThread<FingerMessage>) => void answer(id!, message));

async function answer(id: number, { picture, finger }: FingerMessage): Promise<void> {
  try {
    const { template, found } = await takeMinutiae(picture, { dpi: undefined, finger, assume: true });
    const made: ExtractedFinger = { bytes: template, quality: found.quality };
    parentPort!.postMessage({ id, answer: made } satisfies FromThread<ExtractedFinger>);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { code: error.code as BiometricRefusal, values: error.values };
    parentPort!.postMessage({ id, refused } satisfies FromThread<ExtractedFinger>);
  }
}
