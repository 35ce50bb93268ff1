import { asProbe, layBody, readBody } from '../../src/recording/biometric/engine/body.ts';
import type { Laid } from '../../src/recording/biometric/engine/gallery.ts';
import { mix } from '../../src/simulation/index.ts';
import { pressAll } from './press.ts';

/** So many bodies of a crowd are pressed; beyond, each finger and face of a person is one of theirs, in ever new company. */
const STOCK = 6000;

export interface Crowd {
  /** How many people are pressed bodies: the first ones, of whom no finger is anybody else's but the stock's. */
  readonly pressed: number;
  /** Everybody, some at a time. */
  people(): Generator<Laid[]>;
}

const AT_ONCE = 500;

/**
 * People `p0` to `p(size - 1)` on their first visit. The first `own` keep their bodies to themselves; to press everybody of a nation takes
 * minutes, to lay people of the fingers of 6,000 bodies takes seconds.
 */
export async function crowdOf(seed: string, { size, own }: { size: number; own: number }): Promise<Crowd> {
  const pressed = Math.min(size, own + STOCK);
  const blocks: ArrayBuffer[] = [];
  await pressAll({ what: 'bodies', seed, visit: 1, end: pressed }, ({ from, bodies }) => {
    bodies.forEach((block, n) => (blocks[from + n] = block));
  });
  const stock = size > pressed ? blocks.slice(own).map((block) => asProbe(readBody(new Int32Array(block)))) : [];
  const drawn = (n: number, part: number) => stock[(mix(n, part) >>> 0) % stock.length]!;
  const laid = (n: number): ArrayBuffer => {
    const { encoder, face } = drawn(n, 0);
    return layBody({
      face: face && { encoder, embedding: face },
      fingers: Array.from({ length: 10 }, (_, at) => at + 1).flatMap((position) => {
        const code = drawn(n, position).fingers[position - 1];
        return code ? [{ position, code }] : [];
      }),
    });
  };
  return {
    pressed,
    *people() {
      for (let from = 0; from < size; from += AT_ONCE)
        yield Array.from({ length: Math.min(AT_ONCE, size - from) }, (_, k) => ({
          ref: `p${from + k}`,
          block: blocks[from + k] ?? laid(from + k),
        }));
    },
  };
}
