/**
 * The built-in gallery: everybody is compared with everybody, nothing is approximated. People lie in shared memory; threads
 * share each search among themselves.
 * Always holds: inserts, deletions and searches happen one after the other in the order of their calls; a change is made in
 * whole or not at all, and a thread that dies loses no one.
 */
import { availableParallelism } from 'node:os';
import { refuse } from '../refusals.ts';
import { thresholdsFor, type Comparison } from '../rules.ts';
import type { Template } from '../schema.ts';
import type { Calibration } from '../score/calibration.ts';
import { checkTemplates } from './body.ts';
import type { Candidate, Identified, IdentifyOptions, Subject } from './engine.ts';
import { openThread, type Thread } from './thread.ts';
import { oneAfterAnother } from './turn.ts';

interface Held {
  readonly slot: number;
  readonly block: SharedArrayBuffer;
}

export interface Scan {
  readonly kind: 'scan';
  readonly probe: SharedArrayBuffer;
  /** The next slot that no thread has taken. */
  readonly cursor: SharedArrayBuffer;
  readonly slots: number;
  readonly except: readonly number[];
  readonly floor: number;
  readonly limit: number;
}

export type GalleryMessage =
  | { readonly kind: 'write'; readonly people: readonly (readonly Template[])[] }
  | { readonly kind: 'hold'; readonly people: readonly Held[] }
  | { readonly kind: 'drop'; readonly slots: readonly number[] }
  | { readonly kind: 'compare'; readonly a: SharedArrayBuffer; readonly b: SharedArrayBuffer }
  | Scan;

export interface Found {
  readonly slot: number;
  readonly comparison: Comparison;
}

export type GalleryAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'written'; readonly blocks: readonly SharedArrayBuffer[] }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'scanned'; readonly found: readonly Found[]; readonly compared: number; readonly power: number };

export interface GalleryOptions {
  readonly calibrations: readonly Calibration[];
  /** As many as the machine has cores, at most eight, where not given. */
  readonly threads?: number;
}

export interface Gallery {
  compare(a: readonly Template[], b: readonly Template[]): Promise<Comparison>;
  insert(people: readonly Subject[]): Promise<void>;
  identify(probe: readonly Template[], options?: Partial<IdentifyOptions>): Promise<Identified>;
  delete(refs: readonly string[]): Promise<number>;
  size(): number;
  refs(): readonly string[];
  /** Bytes of shared memory that the people take. */
  bytes(): number;
  close(): Promise<void>;
}

const MOST_WAITING = 1000;
const PEOPLE_AT_ONCE = 16;

export function openGallery({ calibrations, threads = Math.min(8, availableParallelism()) }: GalleryOptions): Gallery {
  const held = new Map<string, Held>();
  const refBySlot = new Map<number, string>();
  const free: number[] = [];
  let slots = 0;
  const inTurn = oneAfterAnother(MOST_WAITING);
  const file = new URL('./gallery-thread.ts', import.meta.url);
  const crew: Thread<GalleryMessage, GalleryAnswer>[] = Array.from({ length: threads }, () =>
    openThread({ file, data: calibrations, onStart: () => [{ kind: 'hold', people: [...held.values()] }] }),
  );

  function tellAll(message: GalleryMessage): void {
    for (const thread of crew) thread.tell(message);
  }

  async function blocksOf(people: readonly (readonly Template[])[]): Promise<SharedArrayBuffer[]> {
    people.forEach(checkTemplates);
    const blocks: SharedArrayBuffer[] = [];
    let next = 0;
    const work = async (thread: Thread<GalleryMessage, GalleryAnswer>) => {
      while (next < people.length) {
        const from = next;
        next += PEOPLE_AT_ONCE;
        const part = people.slice(from, from + PEOPLE_AT_ONCE).map((each) => each.map(plain));
        const answer = await thread.ask({ kind: 'write', people: part });
        if (answer.kind === 'written') answer.blocks.forEach((block, n) => (blocks[from + n] = block));
      }
    };
    await Promise.all(crew.slice(0, Math.ceil(people.length / PEOPLE_AT_ONCE)).map(work));
    return blocks;
  }

  function remove(refs: readonly string[]): number {
    const gone = refs.flatMap((ref) => {
      const one = held.get(ref);
      held.delete(ref);
      return one ? [one.slot] : [];
    });
    for (const slot of gone) {
      refBySlot.delete(slot);
      free.push(slot);
    }
    if (gone.length > 0) tellAll({ kind: 'drop', slots: gone });
    return gone.length;
  }

  async function search(probe: readonly Template[], options: IdentifyOptions): Promise<Identified> {
    const [block] = await blocksOf([probe]);
    const except = options.except.flatMap((ref) => held.get(ref)?.slot ?? []);
    const { floor, limit } = options;
    const cursor = new SharedArrayBuffer(4);
    const scan: Scan = { kind: 'scan', probe: block!, cursor, slots, except, floor, limit };
    const answers = await Promise.all(crew.map((thread) => thread.ask(scan)));
    const scanned = answers.filter((answer) => answer.kind === 'scanned');
    const candidates = scanned
      .flatMap(({ found }) => found)
      .map(({ slot, comparison }): Candidate => ({ ref: refBySlot.get(slot)!, ...comparison }))
      .sort((a, b) => b.fused - a.fused || (a.ref < b.ref ? -1 : 1))
      .slice(0, limit);
    const gallerySize = scanned.reduce((sum, { compared }) => sum + compared, 0);
    return { candidates, gallerySize, power: scanned[0]?.power ?? 0 };
  }

  return {
    async compare(a, b) {
      const [one, other] = await blocksOf([a, b]);
      const answer = await crew[0]!.ask({ kind: 'compare', a: one!, b: other! });
      if (answer.kind !== 'compared') throw refuse('biometric.engine_failed');
      return answer.comparison;
    },
    insert: (people) =>
      inTurn(async () => {
        const last = new Map(people.map((person) => [person.ref, person.templates]));
        const blocks = await blocksOf([...last.values()]);
        remove([...last.keys()]);
        const fresh = [...last.keys()].map((ref, n) => {
          const one: Held = { slot: free.pop() ?? slots++, block: blocks[n]! };
          held.set(ref, one);
          refBySlot.set(one.slot, ref);
          return one;
        });
        tellAll({ kind: 'hold', people: fresh });
      }),
    identify: (probe, { limit = 20, floor, except = [] } = {}) =>
      inTurn(() => search(probe, { limit, floor: floor ?? thresholdsFor(held.size).review, except })),
    delete: (refs) => inTurn(async () => remove(refs)),
    size: () => held.size,
    refs: () => [...held.keys()],
    bytes: () => [...held.values()].reduce((sum, { block }) => sum + block.byteLength, 0),
    async close() {
      await Promise.all(crew.map((thread) => thread.close()));
      held.clear();
      refBySlot.clear();
    },
  };
}

/** Bytes from a database may be views into a large pool, which would be copied whole to a thread. */
function plain(template: Template): Template {
  return { ...template, bytes: Uint8Array.from(template.bytes) };
}
