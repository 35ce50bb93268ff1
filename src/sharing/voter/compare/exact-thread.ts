/** The thread of one list: first what its rows say, then, told which of them are set aside, a copy of the others. */
import { parentPort } from 'node:worker_threads';
import { readList, writeRest, type Keys, type Shape } from './lines.ts';

export type ListAsked =
  | { readonly kind: 'read'; readonly path: string; readonly shape: Shape; readonly seeds: readonly [number, number] }
  | { readonly kind: 'rest'; readonly to: string; readonly aside: Uint8Array };
/** Where lines begin stays in the thread. */
export type ListSaid = Omit<Keys, 'begin'> | null;

const port = parentPort!;
let list: (Pick<Keys, 'begin' | 'lines'> & { readonly path: string; readonly shape: Shape }) | null = null;

port.on('message', async (asked: ListAsked) => {
  if (asked.kind === 'rest') {
    if (list) await writeRest(list.path, asked.to, { ...list, aside: asked.aside });
    port.postMessage(null);
    return;
  }
  const { path, shape } = asked;
  const keys = await readList(path, shape, asked.seeds);
  if (!keys) return port.postMessage(null);
  const { begin, ...said } = keys;
  list = { path, shape, begin, lines: keys.lines };
  port.postMessage(
    said,
    said.heaps.map((heap) => heap.buffer as ArrayBuffer),
  );
});
