/** Markers of two bytes, as JPEG has them and WSQ took them over: 0xff, as often as it likes, and what kind. Pure. */
import { faultAt, uint8At, type Source } from './source.ts';

/** The marker that must stand here, and where what follows it begins. */
export function nextMarker(source: Source, at: number): { marker: number; from: number } {
  if (uint8At(source, at) !== 0xff) throw faultAt(source, 'order', { byte: at, field: 'marker' });
  let from = at + 1;
  while (uint8At(source, from) === 0xff) from += 1;
  const marker = source.bytes[from]!;
  if (marker === 0) throw faultAt(source, 'order', { byte: from - 1, field: 'marker' });
  return { marker, from: from + 1 };
}

/** Where coded data ends: at the last 0xff before a marker's second byte. In coded data 0xff is followed by 0. */
export function markerAfter(source: Source, from: number): number {
  const { bytes } = source;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = uint8At(source, at + 1);
    if (next === 0) at += 1;
    else if (next !== 0xff) return at;
  }
  throw faultAt(source, 'cut', { byte: bytes.length });
}
