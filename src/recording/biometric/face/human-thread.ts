/** The thread in which faces are found and described; see `human.ts`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Config, FaceResult, Human } from '@vladmandic/human';
import { Refusal } from '../../../core/refusal/index.ts';
import type { FromThread, ToThread } from '../engine/thread.ts';
import { refuse, type BiometricRefusal } from '../refusals.ts';
import type { EncodedFace } from './encoder.ts';
import { normalised } from './face-template.ts';
import { eyesAreOpen, facesThatCount, faceQuality } from './rules.ts';
import type { PictureMessage } from './human.ts';
import { decodePicture, type Pixels } from './picture.ts';

const dist = new URL('./', import.meta.resolve('@vladmandic/human'));
const models = new URL('../models/', dist);

// The package reads its models by fetch, which knows no files; in this thread fetch knows nothing else.
globalThis.fetch = async (asked) => {
  const url = new URL(asked instanceof Request ? asked.url : asked);
  if (!url.href.startsWith(models.href)) throw new Error('nothing is fetched here');
  return new Response(await readFile(url), {
    headers: { 'content-type': url.pathname.endsWith('.json') ? 'application/json' : 'application/octet-stream' },
  });
};

const off = { enabled: false };
const config: Partial<Config> = {
  backend: 'wasm',
  wasmPath: fileURLToPath(new URL('./', import.meta.resolve('@tensorflow/tfjs-backend-wasm'))),
  modelBasePath: models.href,
  // Each picture for itself: nothing is remembered from the last one, as a film would want it.
  cacheSensitivity: 0,
  skipAllowed: false,
  async: false,
  debug: false,
  filter: { ...off } as Config['filter'],
  face: {
    enabled: true,
    detector: { enabled: true, rotation: true, maxDetected: 8, minConfidence: 0.4, return: false },
    // In the dark the mesh is unsure of faces that the detector is sure of.
    mesh: { enabled: true, keepInvalid: true },
    description: { enabled: true },
    iris: off,
    emotion: off,
    antispoof: off,
    liveness: off,
  } as Config['face'],
  body: off as Config['body'],
  hand: off as Config['hand'],
  object: off as Config['object'],
  gesture: off,
  segmentation: off as Config['segmentation'],
};

let loaded: Promise<Human> | null = null;

async function load(): Promise<Human> {
  const path = fileURLToPath(new URL('human.node-wasm.js', dist));
  const made = createRequire(import.meta.url)(path) as { readonly Human: new (given: Partial<Config>) => Human };
  const human = new made.Human(config);
  await human.load();
  return human;
}

// One picture at a time: `human.ts` asks for the next when it has the last one's answer.
parentPort!.on('message', ({ id, message }: ToThread<PictureMessage>) => void answer(id!, message));

async function answer(id: number, { picture }: PictureMessage): Promise<void> {
  try {
    parentPort!.postMessage({ id, answer: await encode(picture) } satisfies FromThread<EncodedFace>);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { code: error.code as BiometricRefusal, values: error.values };
    parentPort!.postMessage({ id, refused } satisfies FromThread<EncodedFace>);
  }
}

async function encode(picture: Uint8Array): Promise<EncodedFace> {
  const pixels = await decodePicture(picture);
  const human = await (loaded ??= load());
  const { face, at, margin } = await theFace(human, pixels);
  const embedding = normalised(face.embedding ?? []);
  if (!embedding) throw refuse('biometric.no_face');
  const [x, y, width, height] = face.box.map((value) => value / pixels.scale) as [number, number, number, number];
  const shift = margin / pixels.scale;
  return {
    embedding,
    quality: faceQuality(face, at),
    box: { x: Math.round(x - shift), y: Math.round(y - shift), width: Math.round(width), height: Math.round(height) },
    eyesOpen: eyesAreOpen(face.mesh),
  };
}

async function theFace(human: Human, pixels: Pixels) {
  for (const share of [0, 0.4]) {
    // A picture that is all face is found with room around it.
    const margin = Math.round(share * Math.min(pixels.width, pixels.height));
    const at = margin === 0 ? pixels : withMargin(pixels, margin);
    const [largest, second] = facesThatCount(await facesIn(human, at));
    if (second) throw refuse('biometric.several_faces');
    if (largest) return { face: largest, at, margin };
  }
  throw refuse('biometric.no_face');
}

async function facesIn(human: Human, { rgb, width, height }: Pixels): Promise<readonly FaceResult[]> {
  const tensor = human.tf.tensor(rgb, [1, height, width, 3], 'float32');
  try {
    const { face, error } = await human.detect(tensor);
    if (error) throw new Error(`human: ${error}`);
    return face;
  } finally {
    tensor.dispose();
  }
}

function withMargin({ rgb, width, height, scale }: Pixels, margin: number): Pixels {
  const wide = width + 2 * margin;
  const high = height + 2 * margin;
  const framed = new Uint8Array(wide * high * 3).fill(128);
  for (let y = 0; y < height; y++) {
    framed.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), ((y + margin) * wide + margin) * 3);
  }
  return { rgb: framed, width: wide, height: high, scale };
}
