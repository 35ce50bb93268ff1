/**
 * The built-in gallery. People lie in shared memory, threads share each search among themselves. It compares everybody in full, or in stages: of whom the index of
 * fingers knows the best are looked at, the best of those again, and the best that are left are compared in full.
 * Always holds: inserts, deletions and searches happen one after the other in the order of their calls; a change is made in
 * whole or not at all, and a thread that dies loses no one.
 */
import { availableParallelism } from 'node:os';
import { thresholdsFor, type Comparison } from '../rules.ts';
import type { Template } from '../schema.ts';
import type { Calibration } from '../score/calibration.ts';
import { openCrew } from './crew.ts';
import type { Candidate, Identified, IdentifyOptions, Subject } from './engine.ts';
import { openSegments } from './segments.ts';
import { openShelves } from './shelves.ts';
import { worthwhile } from './staged.ts';
import { STAGES, type Stages } from './stages.ts';
import { oneAfterAnother } from './turn.ts';

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
  /** Bytes of shared memory that the people take, and the index of their fingers. */
  bytes(): number;
  /** People whom the index knows. */
  indexed(): number;
  close(): Promise<void>;
}

/** A gallery in the memory of this process. */
export interface LocalGallery extends Gallery {
  /** The blocks that `insert` would hold; changes nothing. Refuses as `insert`. */
  ready(people: readonly Subject[]): Promise<Laid[]>;
}

/** Changes and searches that wait. */
export const MOST_WAITING = 1000;
const NO_INDEX = { from: Infinity, shelf: 1 };

export function openGallery(options: GalleryOptions): LocalGallery {
  const { calibrations, threads = coresToUse(), search: manner = STAGES } = options;
  const slotOf = new Map<string, number>();
  const refOf: string[] = [];
  const free: number[] = [];
  let slots = 0;
  const segments = openSegments();
  const inTurn = oneAfterAnother(MOST_WAITING);
  const crew = openCrew(threads, calibrations);
  const index = (manner === 'exact' ? null : manner.index) ?? NO_INDEX;
  const shelves = openShelves({
    size: index.shelf,
    async build(from, end) {
      const answers = await crew.together({ kind: 'build', gallery: segments.shared(), from, end });
      return answers.flatMap((answer) => (answer.kind === 'built' ? answer.parts : []));
    },
    forget: async (leaving) => void (await crew.together({ kind: 'forget', shelves: leaving })),
  });

  async function ready(people: readonly Subject[]): Promise<Laid[]> {
    const last = lastOf(people);
    const blocks = await crew.blocksOf(last.map(({ templates }) => templates));
    return last.map(({ ref }, n) => ({ ref, block: blocks[n]! }));
  }

  async function remove(refs: readonly string[]): Promise<number> {
    const leaving = new Map(refs.flatMap((ref) => (slotOf.has(ref) ? [[ref, slotOf.get(ref)!] as const] : [])));
    await shelves.drop([...leaving.values()]);
    for (const [ref, slot] of leaving) {
      segments.drop(slot);
      slotOf.delete(ref);
      free.push(slot);
    }
    return leaving.size;
  }

  /** First everybody is put where nobody is, so that want of memory changes nothing. */
  async function add(people: readonly Laid[]): Promise<void> {
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
    await remove(people.map(({ ref }) => ref));
    people.forEach(({ ref }, n) => {
      slotOf.set(ref, taken[n]!);
      refOf[taken[n]!] = ref;
      shelves.put(taken[n]!);
    });
    await tend();
  }

  const tend = async () => (slotOf.size > index.from ? shelves.tend(slots) : undefined);

  async function search(templates: readonly Template[], options: IdentifyOptions): Promise<Identified> {
    const [block] = await crew.blocksOf([templates]);
    const probe = new SharedArrayBuffer(block!.byteLength);
    new Uint8Array(probe).set(new Uint8Array(block!));
    const except = options.except.flatMap((ref) => slotOf.get(ref) ?? []);
    const { floor, limit } = options;
    const gallery = segments.shared();
    const staged = { crew, probe, gallery, size: slotOf.size, shelves: shelves.indexes() };
    const among = manner === 'exact' ? null : await worthwhile({ ...staged, stages: manner });
    const answers = await crew.together({ kind: 'scan', probe, gallery, among, except, floor, limit });
    const scanned = answers.filter((answer) => answer.kind === 'scanned');
    const candidates = scanned
      .flatMap(({ found }) => found)
      .map(({ slot, comparison }): Candidate => ({ ref: refOf[slot]!, ...comparison }));
    return {
      candidates: bestFirst(candidates, limit),
      gallerySize: slotOf.size - new Set(except).size,
      power: scanned[0]?.power ?? 0,
    };
  }

  return {
    compare: (a, b) => crew.compare(a, b),
    ready,
    insert: (people) => inTurn(async () => add(await ready(people))),
    hold: (people) => inTurn(() => add(lastOf(people))),
    identify: (probe, { limit = 20, floor, except = [] } = {}) =>
      inTurn(() => search(probe, { limit, floor: floor ?? thresholdsFor(slotOf.size).review, except })),
    delete: (refs) =>
      inTurn(async () => {
        const gone = await remove(refs);
        await tend();
        return gone;
      }),
    size: () => slotOf.size,
    refs: () => [...slotOf.keys()],
    bytes: () => segments.bytes() + shelves.bytes(),
    indexed: () => shelves.known(),
    async close() {
      await crew.close();
      segments.clear();
      shelves.clear();
      slotOf.clear();
    },
  };
}

/** As many threads as the machine has cores, at most eight. */
export function coresToUse(): number {
  return Math.min(8, availableParallelism());
}

/** The best first, of equals the smaller ref; at most `limit`. */
export function bestFirst(candidates: readonly Candidate[], limit: number): Candidate[] {
  return candidates.toSorted((a, b) => b.fused - a.fused || (a.ref < b.ref ? -1 : 1)).slice(0, limit);
}

/** Of somebody who is named twice the last counts. */
export function lastOf<Person extends { readonly ref: string }>(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.ref, person])).values()];
}
