/**
 * The built-in gallery. People lie in shared memory, threads share each search among themselves. It compares everybody in full, or in stages: a first look at
 * everybody, a second at the best of those, and the full comparison of the best that are left.
 * Always holds: inserts, deletions and searches happen one after the other in the order of their calls; a change is made in
 * whole or not at all, and a thread that dies loses no one.
 */
import { availableParallelism } from 'node:os';
import { refuse } from '../refusals.ts';
import { thresholdsFor, type Comparison } from '../rules.ts';
import type { Template } from '../schema.ts';
import type { Calibration } from '../score/calibration.ts';
import { checkTemplates, POSITIONS } from './body.ts';
import type { Candidate, Identified, IdentifyOptions, Subject } from './engine.ts';
import type { Look } from './first-look.ts';
import { openSegments, type Shared } from './segments.ts';
import { bestOf, STAGES, type Stages } from './stages.ts';
import { openThread, type Thread } from './thread.ts';
import { oneAfterAnother } from './turn.ts';

export interface Scan {
  readonly kind: 'scan';
  readonly probe: SharedArrayBuffer;
  readonly gallery: Shared;
  /** The next place that no thread has taken. */
  readonly cursor: SharedArrayBuffer;
  /** The slots to compare with; all of them where null. */
  readonly among: Int32Array | null;
  readonly except: readonly number[];
  readonly floor: number;
  readonly limit: number;
}

export type GalleryMessage =
  | { readonly kind: 'write'; readonly people: readonly (readonly Template[])[] }
  | { readonly kind: 'compare'; readonly a: ArrayBuffer; readonly b: ArrayBuffer }
  | Look
  | Scan;

export interface Found {
  readonly slot: number;
  readonly comparison: Comparison;
}

export type GalleryAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'written'; readonly blocks: readonly ArrayBuffer[] }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'scanned'; readonly found: readonly Found[]; readonly power: number };

export interface GalleryOptions {
  readonly calibrations: readonly Calibration[];
  /** As many as the machine has cores, at most eight, where not given. */
  readonly threads?: number;
  /** `exact` compares everybody in full whatever it takes; as `STAGES` says where not given. */
  readonly search?: 'exact' | Stages;
}

/** Somebody whose block was laid elsewhere. */
export interface Laid {
  readonly ref: string;
  readonly block: ArrayBuffer;
}

export interface Gallery {
  compare(a: readonly Template[], b: readonly Template[]): Promise<Comparison>;
  insert(people: readonly Subject[]): Promise<void>;
  /** As `insert`, of blocks that `layBody` made. */
  hold(people: readonly Laid[]): Promise<void>;
  identify(probe: readonly Template[], options?: Partial<IdentifyOptions>): Promise<Identified>;
  delete(refs: readonly string[]): Promise<number>;
  size(): number;
  refs(): readonly string[];
  /** Bytes of shared memory that the people take. */
  bytes(): number;
  close(): Promise<void>;
}

type Unshared = Omit<Look, 'cursor'> | Omit<Scan, 'cursor'>;

const MOST_WAITING = 1000;
const PEOPLE_AT_ONCE = 16;

export function openGallery(options: GalleryOptions): Gallery {
  const { calibrations, threads = Math.min(8, availableParallelism()), search: manner = STAGES } = options;
  const slotOf = new Map<string, number>();
  const refOf: string[] = [];
  const free: number[] = [];
  let slots = 0;
  const segments = openSegments();
  const inTurn = oneAfterAnother(MOST_WAITING);
  const file = new URL('./gallery-thread.ts', import.meta.url);
  const crew: Thread<GalleryMessage, GalleryAnswer>[] = Array.from({ length: threads }, () =>
    openThread({ file, data: calibrations }),
  );

  async function blocksOf(people: readonly (readonly Template[])[]): Promise<ArrayBuffer[]> {
    people.forEach(checkTemplates);
    const blocks: ArrayBuffer[] = [];
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
    let gone = 0;
    for (const ref of refs) {
      const slot = slotOf.get(ref);
      if (slot === undefined) continue;
      segments.drop(slot);
      slotOf.delete(ref);
      free.push(slot);
      gone++;
    }
    return gone;
  }

  /** First everybody is put where nobody is, so that want of memory changes nothing. */
  function add(people: readonly Laid[]): void {
    const taken: number[] = [];
    try {
      for (const { block } of people) {
        const slot = free.pop() ?? slots++;
        taken.push(slot);
        segments.put(slot, new Int32Array(block));
      }
    } catch (fault) {
      for (const slot of taken) segments.drop(slot);
      free.push(...taken);
      throw fault;
    }
    remove(people.map(({ ref }) => ref));
    people.forEach(({ ref }, n) => {
      slotOf.set(ref, taken[n]!);
      refOf[taken[n]!] = ref;
    });
  }

  /** All threads at the same people, each taking the next few that are left. Where one dies the others are waited for: nobody
   * may still read when the next change comes. */
  async function together(message: Unshared): Promise<GalleryAnswer[]> {
    const cursor = new SharedArrayBuffer(4);
    const settled = await Promise.allSettled(crew.map((thread) => thread.ask({ ...message, cursor })));
    return settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
  }

  /** Who is worth the full comparison; null is everybody. */
  async function worthwhile(probe: SharedArrayBuffer, gallery: Shared): Promise<Int32Array | null> {
    if (manner === 'exact' || slotOf.size <= manner.exactUpTo) return null;
    const seen = new SharedArrayBuffer(4 * gallery.slots);
    const numbers = new Float32Array(seen).fill(-Infinity);
    await together({
      kind: 'look',
      probe,
      gallery,
      among: null,
      fingers: manner.fingers,
      hopeless: manner.hopeless,
      seen,
    });
    const again = bestOf(numbers, null, Math.ceil(manner.again * slotOf.size));
    await together({
      kind: 'look',
      probe,
      gallery,
      among: again,
      fingers: POSITIONS.length,
      hopeless: -Infinity,
      seen,
    });
    return bestOf(numbers, again, Math.ceil(manner.inFull * slotOf.size));
  }

  async function search(templates: readonly Template[], options: IdentifyOptions): Promise<Identified> {
    const [block] = await blocksOf([templates]);
    const probe = new SharedArrayBuffer(block!.byteLength);
    new Uint8Array(probe).set(new Uint8Array(block!));
    const except = options.except.flatMap((ref) => slotOf.get(ref) ?? []);
    const { floor, limit } = options;
    const gallery = segments.shared();
    const among = await worthwhile(probe, gallery);
    const answers = await together({ kind: 'scan', probe, gallery, among, except, floor, limit });
    const scanned = answers.filter((answer) => answer.kind === 'scanned');
    const candidates = scanned
      .flatMap(({ found }) => found)
      .map(({ slot, comparison }): Candidate => ({ ref: refOf[slot]!, ...comparison }))
      .sort((a, b) => b.fused - a.fused || (a.ref < b.ref ? -1 : 1))
      .slice(0, limit);
    return { candidates, gallerySize: slotOf.size - new Set(except).size, power: scanned[0]?.power ?? 0 };
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
        const last = lastOf(people);
        const blocks = await blocksOf(last.map(({ templates }) => templates));
        add(last.map(({ ref }, n) => ({ ref, block: blocks[n]! })));
      }),
    hold: (people) => inTurn(async () => add(lastOf(people))),
    identify: (probe, { limit = 20, floor, except = [] } = {}) =>
      inTurn(() => search(probe, { limit, floor: floor ?? thresholdsFor(slotOf.size).review, except })),
    delete: (refs) => inTurn(async () => remove(refs)),
    size: () => slotOf.size,
    refs: () => [...slotOf.keys()],
    bytes: () => segments.bytes(),
    async close() {
      await Promise.all(crew.map((thread) => thread.close()));
      segments.clear();
      slotOf.clear();
    },
  };
}

/** Of somebody who is named twice the last counts. */
function lastOf<Person extends { readonly ref: string }>(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.ref, person])).values()];
}

/** Bytes from a database may be views into a large pool, which would be copied whole to a thread. */
function plain(template: Template): Template {
  return { ...template, bytes: Uint8Array.from(template.bytes) };
}
