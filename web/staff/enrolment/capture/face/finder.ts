/** Finds faces in pictures, in a thread of its own, so that the picture of the camera never stands still. */
import type { FaceAssets } from '../../../../bundles.ts';
import type { FromThread, SeenFace, ToThread } from './seen.ts';

/** Put in by the build. */
declare const FACE: FaceAssets;

export interface FaceFinder {
  /** The faces in `bitmap`, which is used up. Null: the networks are not there (first use without a network) or broke. */
  look(bitmap: ImageBitmap): Promise<readonly SeenFace[] | null>;
  close(): void;
}

export function openFaceFinder(): FaceFinder {
  const worker = new Worker(`${FACE.folder}thread.js`);
  const waiting = new Map<number, (faces: readonly SeenFace[] | null) => void>();
  let last = 0;
  let broken = false;
  const settle = ({ id, faces }: FromThread) => {
    waiting.get(id)?.(faces);
    waiting.delete(id);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => settle(data));
  worker.addEventListener('error', () => {
    broken = true;
    for (const id of waiting.keys()) settle({ id, faces: null });
  });
  return {
    look(bitmap) {
      if (broken) return Promise.resolve(null);
      return new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, resolve);
        worker.postMessage({ id, bitmap } satisfies ToThread, [bitmap]);
      });
    },
    close() {
      worker.terminate();
      for (const id of waiting.keys()) settle({ id, faces: null });
    },
  };
}

const cacheName = `jatidiri-${FACE.folder}`;

/** Keeps what finds faces on this device, so that the next recording needs no network. Gives whether it is there. */
export async function keepFaceFinder(): Promise<boolean> {
  try {
    const cache = await caches.open(cacheName);
    const there = await cache.keys();
    if (there.length < FACE.files.length) await cache.addAll(FACE.files.map((file) => FACE.folder + file));
    return true;
  } catch {
    // No network yet, or no room: the page says that it works with the network only.
    return false;
  }
}
