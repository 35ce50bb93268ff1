import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FaceFinder } from './finder.ts';
import { PORTRAIT, steadySince, advise, STEADY_MS, type Seen } from './guidance.ts';
import { frameOf } from './take.ts';

/** What is seen before the camera now; `null` until the first look, `missing` where the networks are not on this device. */
export type Sight = Seen | 'missing' | null;

/** Looks again and again while `wanted`, and calls `onSteady` when all has been good for a second. */
export function useGuidance(
  video: RefObject<HTMLVideoElement | null>,
  finder: FaceFinder,
  wanted: boolean,
  onSteady: () => void,
): Sight {
  const [sight, setSight] = useState<Sight>(null);
  const steady = useRef(onSteady);
  useEffect(() => {
    steady.current = onSteady;
  });
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    let since: number | null = null;
    setSight(null);
    const look = async () => {
      const faces = await finder.look(await frameOf(video.current!));
      if (left) return;
      if (faces === null) {
        setSight('missing');
        // The network may come back; until then the officer's eye is enough.
        await rest(5_000);
        return;
      }
      const seen = { ...PORTRAIT, faces };
      setSight(seen);
      const now = performance.now();
      since = steadySince(since, advise(seen), now);
      if (since === null || now - since < STEADY_MS) return;
      since = null;
      steady.current();
    };
    const watch = async () => {
      while (!left) {
        await rest();
        // A camera that goes away in the middle of a look is told by its own state.
        if (!left && isShowing(video.current)) await look().catch(() => {});
      }
    };
    void watch();
    return () => {
      left = true;
    };
  }, [video, finder, wanted]);
  return sight;
}

function isShowing(video: HTMLVideoElement | null): video is HTMLVideoElement {
  return video !== null && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0;
}

// Some six looks a second guide a person; more only heat a tablet.
const rest = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
