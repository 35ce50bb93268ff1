/// <reference lib="webworker" />
/**
 * The thread that finds faces: two of the networks that come with `@vladmandic/human` (one finds, one lays a mesh), on
 * WebAssembly. Always holds: nothing is fetched but the models beside this file, and no picture leaves the device from here.
 */
import { Human, type Config } from '@vladmandic/human';
import {
  eyesAreOpen,
  facesThatCount,
  faceQuality,
  lightOn,
} from '../../../../../src/recording/biometric/face/rules.ts';
import type { FromThread, SeenFace, ToThread } from './seen.ts';

declare const self: DedicatedWorkerGlobalScope;

const here = new URL('./', self.location.href).href;
const off = { enabled: false };
const config: Partial<Config> = {
  backend: 'wasm',
  wasmPath: here,
  modelBasePath: here,
  // Each picture for itself: what was seen a moment ago proves nothing about now.
  cacheSensitivity: 0,
  skipAllowed: false,
  async: false,
  debug: false,
  filter: { ...off } as Config['filter'],
  face: {
    enabled: true,
    detector: { enabled: true, rotation: true, maxDetected: 4, minConfidence: 0.4, return: false },
    mesh: { enabled: true, keepInvalid: true },
    description: off,
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
let turn: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ToThread>) => {
  turn = turn.then(() => answer(data));
});

async function answer({ id, bitmap }: ToThread): Promise<void> {
  try {
    const faces = await facesIn(bitmap);
    self.postMessage({ id, faces } satisfies FromThread);
  } catch {
    // A model that did not come is asked for again with the next picture.
    loaded = null;
    self.postMessage({ id, faces: null } satisfies FromThread);
  } finally {
    bitmap.close();
  }
}

async function load(): Promise<Human> {
  const human = new Human(config);
  await human.load();
  return human;
}

async function facesIn(bitmap: ImageBitmap): Promise<SeenFace[]> {
  const human = await (loaded ??= load());
  const { width, height } = bitmap;
  const rgb = pixelsOf(bitmap);
  const tensor = human.tf.tensor(rgb, [1, height, width, 3], 'float32');
  try {
    const { face, error } = await human.detect(tensor);
    if (error) throw new Error(error);
    const pixels = { rgb, width, height, scale: 1 };
    return facesThatCount(face).map((each) => {
      const [x, y, wide, high] = each.box;
      const { yaw, pitch, roll } = each.rotation?.angle ?? { yaw: 0, pitch: 0, roll: 0 };
      return {
        box: { x, y, width: wide, height: high },
        turned: { yaw, pitch, roll },
        light: lightOn(each, pixels),
        eyesOpen: eyesAreOpen(each.mesh),
        quality: faceQuality(each, pixels),
      };
    });
  } finally {
    tensor.dispose();
  }
}

function pixelsOf(bitmap: ImageBitmap): Uint8Array {
  const { width, height } = bitmap;
  const brush = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  brush.drawImage(bitmap, 0, 0);
  const { data } = brush.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from]!;
    rgb[to++] = data[from + 1]!;
    rgb[to++] = data[from + 2]!;
  }
  return rgb;
}
