/**
 * A gallery whose people are held by several processes, each a part of them by a hash of the ref. This one routes changes, asks all at once and puts their answers together.
 * Always holds: inserts, deletions and searches happen one after the other; an insert is decided when all have it ready, and who cannot follow then is lost with all it
 * held; while anybody who was lost is not put in again or taken out no search is answered, so none looks at a part alone.
 */
import { crc32 } from 'node:zlib';
import { Refusal } from '../../../core/refusal/index.ts';
import { refuse } from '../refusals.ts';
import { thresholdsFor } from '../rules.ts';
import type { Template } from '../schema.ts';
import { checkTemplates } from './body.ts';
import { openChild, type Child } from './child.ts';
import { openCrew } from './crew.ts';
import type { Identified, IdentifyOptions, Subject } from './engine.ts';
import {
  bestFirst,
  coresToUse,
  lastOf,
  MOST_WAITING,
  type Gallery,
  type GalleryOptions,
  type Laid,
} from './gallery.ts';
import { STAGES, type Stages } from './stages.ts';
import { oneAfterAnother } from './turn.ts';

export type ShardMessage =
  | { readonly kind: 'open'; readonly options: GalleryOptions }
  /** Made ready to be held, and nothing changed. */
  | { readonly kind: 'prepare'; readonly people: readonly Subject[] }
  | { readonly kind: 'prepare laid'; readonly people: readonly Laid[] }
  | { readonly kind: 'abandon' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'delete'; readonly refs: readonly string[] }
  | { readonly kind: 'identify'; readonly probe: readonly Template[]; readonly options: IdentifyOptions };

export type ShardAnswer =
  | { readonly kind: 'standing'; readonly bytes: number; readonly indexed: number }
  | { readonly kind: 'identified'; readonly identified: Identified; readonly size: number };

export interface ShardsOptions extends GalleryOptions {
  /** Two or more. */
  readonly processes: number;
}

export interface Shards extends Gallery {
  /** The ids of the processes that run. */
  processes(): readonly number[];
}

interface Shard {
  readonly child: Child<ShardMessage, ShardAnswer>;
  readonly there: Set<string>;
  /** As it last said. */
  standing: { readonly bytes: number; readonly indexed: number };
}

const EMPTY = { bytes: 0, indexed: 0 };

/** Processes start when they are first needed. Refuses as `openGallery` does, and searches with `biometric.engine_failed` after a process died. */
export function openShards(options: ShardsOptions): Shards {
  const { processes } = options;
  const lost = new Set<string>();
  const shards = Array.from({ length: processes }, (_, n): Shard => openShard(partOf(options, n), lost));
  const shardOf = (ref: string): Shard => shards[crc32(ref) % processes]!;
  // Two people are compared here, whatever the processes do.
  const crew = openCrew(1, options.calibrations);
  const inTurn = oneAfterAnother(MOST_WAITING);
  const size = () => shards.reduce((sum, { there }) => sum + there.size, 0);

  async function put<Person extends { readonly ref: string }>(
    people: readonly Person[],
    prepare: (part: readonly Person[]) => ShardMessage,
  ): Promise<void> {
    const parts = Map.groupBy(lastOf(people), ({ ref }) => shardOf(ref));
    const prepared = await Promise.allSettled([...parts].map(([{ child }, part]) => child.ask(prepare(part))));
    const failed = prepared.find(({ status }) => status === 'rejected');
    if (failed) {
      for (const { child } of parts.keys()) child.tell({ kind: 'abandon' });
      throw (failed as PromiseRejectedResult).reason;
    }
    await Promise.all([...parts].map(([shard, part]) => commit(shard, part)));
  }

  /** From here on they are there; a shard that cannot follow is lost with them. */
  async function commit(shard: Shard, part: readonly { readonly ref: string }[]): Promise<void> {
    for (const { ref } of part) {
      lost.delete(ref);
      shard.there.add(ref);
    }
    await change(shard, { kind: 'commit' });
  }

  async function change(shard: Shard, message: ShardMessage): Promise<void> {
    try {
      const answer = await shard.child.ask(message);
      if (answer.kind === 'standing') shard.standing = answer;
    } catch (fault) {
      if (fault instanceof Refusal && fault.code === 'biometric.engine_closed') throw fault;
      shard.child.end();
      loseAll(shard, lost);
    }
  }

  async function remove(refs: readonly string[]): Promise<number> {
    const own = Map.groupBy(
      new Set(refs).values().filter((ref) => shardOf(ref).there.has(ref)),
      shardOf,
    );
    await Promise.all([...own].map(([shard, leaving]) => change(shard, { kind: 'delete', refs: leaving })));
    for (const [{ there }, leaving] of own) for (const ref of leaving) there.delete(ref);
    for (const ref of refs) lost.delete(ref);
    return [...own.values()].reduce((sum, { length }) => sum + length, 0);
  }

  async function search(probe: readonly Template[], given: IdentifyOptions): Promise<Identified> {
    checkTemplates(probe);
    if (lost.size > 0)
      throw refuse('biometric.engine_failed', { detail: `${lost.size} people were lost with a process` });
    const asked = shards.filter(({ there }) => there.size > 0);
    const settled = await Promise.allSettled(
      (asked.length > 0 ? asked : shards.slice(0, 1)).map((shard) => identifyIn(shard, probe, given)),
    );
    const found = settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    return {
      candidates: bestFirst(
        found.flatMap(({ candidates }) => candidates),
        given.limit,
      ),
      gallerySize: found.reduce((sum, { gallerySize }) => sum + gallerySize, 0),
      power: found[0]!.power,
    };
  }

  return {
    compare: (a, b) => crew.compare(a, b),
    insert: (people) =>
      inTurn(async () => {
        for (const { templates } of people) checkTemplates(templates);
        await put(people, (part) => ({ kind: 'prepare', people: part }));
      }),
    hold: (people) => inTurn(() => put(people, (part) => ({ kind: 'prepare laid', people: part }))),
    identify: (probe, { limit = 20, floor, except = [] } = {}) =>
      inTurn(() => search(probe, { limit, floor: floor ?? thresholdsFor(size()).review, except })),
    delete: (refs) => inTurn(() => remove(refs)),
    size,
    refs: () => shards.flatMap(({ there }) => [...there]),
    bytes: () => shards.reduce((sum, { standing }) => sum + standing.bytes, 0),
    indexed: () => shards.reduce((sum, { standing }) => sum + standing.indexed, 0),
    processes: () => shards.flatMap(({ child }) => child.pid() ?? []),
    async close() {
      await Promise.all([crew.close(), ...shards.map(({ child }) => child.close())]);
      lost.clear();
      for (const { there } of shards) there.clear();
    },
  };
}

function openShard(options: GalleryOptions, lost: Set<string>): Shard {
  const shard: Shard = {
    child: openChild({
      file: new URL('./shard-process.ts', import.meta.url),
      onStart: (): ShardMessage[] => [{ kind: 'open', options }],
      onLost: () => loseAll(shard, lost),
    }),
    there: new Set(),
    standing: EMPTY,
  };
  return shard;
}

function loseAll(shard: Shard, lost: Set<string>): void {
  for (const ref of shard.there) lost.add(ref);
  shard.there.clear();
  shard.standing = EMPTY;
}

async function identifyIn(shard: Shard, probe: readonly Template[], options: IdentifyOptions): Promise<Identified> {
  const answer = await shard.child.ask({ kind: 'identify', probe, options });
  if (answer.kind !== 'identified' || answer.size !== shard.there.size) {
    shard.child.end();
    throw refuse('biometric.engine_failed', { detail: 'a process does not hold the people that it was given' });
  }
  return answer.identified;
}

/** The share of one process: of the threads, and of the sizes from which a gallery is searched in other ways. */
function partOf(
  { processes, calibrations, threads = coresToUse(), search = STAGES }: ShardsOptions,
  n: number,
): GalleryOptions {
  const own = Math.max(1, Math.floor(threads / processes) + (n < threads % processes ? 1 : 0));
  return { calibrations, threads: own, search: search === 'exact' ? search : stagesOf(search, processes) };
}

function stagesOf(stages: Stages, processes: number): Stages {
  const { exactUpTo, index } = stages;
  return {
    ...stages,
    exactUpTo: exactUpTo / processes,
    index: index && { ...index, from: index.from / processes },
  };
}
