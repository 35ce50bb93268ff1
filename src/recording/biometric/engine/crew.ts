/** The threads of a gallery: they make templates ready and share each search among themselves. They hold no memory that is not shared, so one that dies loses no one. */
import { refuse } from '../refusals.ts';
import type { Comparison } from '../rules.ts';
import type { Template } from '../schema.ts';
import type { Calibration } from '../score/calibration.ts';
import { checkTemplates } from './body.ts';
import type { Look } from './first-look.ts';
import type { Shared } from './segments.ts';
import { openThread, type Thread } from './thread.ts';
import type { Build, BuiltPart, Forget, Vote } from './vote.ts';

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

export type CrewMessage =
  | { readonly kind: 'write'; readonly people: readonly (readonly Template[])[] }
  | { readonly kind: 'compare'; readonly a: ArrayBuffer; readonly b: ArrayBuffer }
  | Look
  | Vote
  | Build
  | Forget
  | Scan;

export interface Found {
  readonly slot: number;
  readonly comparison: Comparison;
}

export type CrewAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'written'; readonly blocks: readonly ArrayBuffer[] }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'built'; readonly parts: readonly BuiltPart[] }
  | { readonly kind: 'scanned'; readonly found: readonly Found[]; readonly power: number };

/** What all threads work at together. */
export type Together =
  | Omit<Look, 'cursor'>
  | Omit<Vote, 'cursor'>
  | Omit<Build, 'cursor'>
  | Omit<Forget, 'cursor'>
  | Omit<Scan, 'cursor'>;

export interface Crew {
  /** The blocks of people; refuses templates of which none can be made. */
  blocksOf(people: readonly (readonly Template[])[]): Promise<ArrayBuffer[]>;
  compare(a: readonly Template[], b: readonly Template[]): Promise<Comparison>;
  /**
   * All threads at the same work, each taking the next piece that is left. Where one dies the others are waited for: nobody may still read
   * when the next change comes.
   */
  together(work: Together): Promise<CrewAnswer[]>;
  close(): Promise<void>;
}

const PEOPLE_AT_ONCE = 16;

export function openCrew(threads: number, calibrations: readonly Calibration[]): Crew {
  const file = new URL('./gallery-thread.ts', import.meta.url);
  const crew: Thread<CrewMessage, CrewAnswer>[] = Array.from({ length: threads }, () =>
    openThread({ file, data: calibrations }),
  );

  async function blocksOf(people: readonly (readonly Template[])[]): Promise<ArrayBuffer[]> {
    people.forEach(checkTemplates);
    const blocks: ArrayBuffer[] = [];
    let next = 0;
    const work = async (thread: Thread<CrewMessage, CrewAnswer>) => {
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

  return {
    blocksOf,
    async compare(a, b) {
      const [one, other] = await blocksOf([a, b]);
      const answer = await crew[0]!.ask({ kind: 'compare', a: one!, b: other! });
      if (answer.kind !== 'compared') throw refuse('biometric.engine_failed');
      return answer.comparison;
    },
    async together(work) {
      const cursor = new SharedArrayBuffer(4);
      const settled = await Promise.allSettled(crew.map((thread) => thread.ask({ ...work, cursor })));
      return settled.map((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
    },
    async close() {
      await Promise.all(crew.map((thread) => thread.close()));
    },
  };
}

/** Bytes from a database may be views into a large pool, which would be copied whole to a thread. */
function plain(template: Template): Template {
  return { ...template, bytes: Uint8Array.from(template.bytes) };
}
