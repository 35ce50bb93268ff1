/** The gallery of this process: an engine, and how it follows the store. Opened when first needed, by whoever works through jobs. */
import { createHash } from 'node:crypto';
import { many, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { asNik, type Nik, type Uuid } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { BiometricEngine, Subject, Template } from '../../biometric/index.ts';
import { listGallery, openTemplates, statusOf, STATUSES, type OpenTemplate } from '../../enrolment/index.ts';
import { refuse } from '../refusals.ts';

export interface GalleryDesk {
  /** The engine, its gallery as the store is at this moment. What committed before the call is in it. */
  upToDate(tx: Tx): Promise<Gallery>;
  /** The engine, for comparing two people; its gallery may be behind. */
  readonly engine: () => BiometricEngine;
  close(): Promise<void>;
}

export interface Gallery {
  readonly engine: BiometricEngine;
  /** Whose recording a ref is. */
  nikOf(ref: string): Nik | undefined;
  size(): number;
}

declare module '../../../core/db/tx.ts' {
  interface Ground {
    readonly gallery: GalleryDesk;
  }
}

export type OfPacket = { readonly nik: Nik; readonly packet: Uuid };

const PAGE = 200;

/** `open` gives the operator's engine; it is asked once, at the first search. */
export function openGalleryDesk(open: () => BiometricEngine): GalleryDesk {
  let opened: BiometricEngine | null = null;
  const engine = () => (opened ??= open());
  const held = new Map<string, Nik>();
  let applied = new Set<string>();
  let since: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function follow(tx: Tx): Promise<void> {
    const { xmin, changes } = await readChanges(tx, since);
    // While an older transaction runs rows are given again.
    const fresh = changes.filter(({ seq }) => !applied.has(seq));
    if (since === null || fresh.some(({ packet }) => packet === null)) await rebuild(tx);
    else await apply(tx, fresh);
    applied = new Set(changes.map(({ seq }) => seq));
    since = xmin;
    await putBack(tx);
  }

  /** An engine of several processes loses people with one that dies, and searches nobody until they are there again. */
  async function putBack(tx: Tx): Promise<void> {
    if ((await engine().size()) === held.size) return;
    const there = new Set(await engine().refs());
    const lost = [...held].flatMap(([ref, nik]) => (there.has(ref) ? [] : [{ nik, packet: ref as Uuid }]));
    for (let from = 0; from < lost.length; from += PAGE) await put(tx, lost.slice(from, from + PAGE));
    const [wanted, found] = [held.size, await engine().size()];
    if (wanted !== found)
      throw refuse('uniqueness.gallery_differs', { detail: `${wanted} are held, ${found} are here` });
  }

  async function apply(tx: Tx, changes: readonly Change[]): Promise<void> {
    const packets = [...new Set(changes.flatMap(({ packet }) => packet ?? []))];
    if (packets.length === 0) return;
    const there = await listPresent(tx, packets);
    const staying = new Set(there.map(({ packet }) => packet as string));
    await take(packets.filter((packet) => !staying.has(packet)));
    for (let from = 0; from < there.length; from += PAGE) await put(tx, there.slice(from, from + PAGE));
  }

  async function take(refs: readonly string[]): Promise<void> {
    if (refs.length === 0) return;
    await engine().delete(refs);
    for (const ref of refs) held.delete(ref);
  }

  async function put(tx: Tx, packets: readonly OfPacket[]): Promise<void> {
    const people = await bodiesOf(tx, engine(), packets);
    await engine().insert(people);
    const nikOf = new Map(packets.map(({ nik, packet }) => [packet as string, nik]));
    for (const { ref } of people) held.set(ref, nikOf.get(ref)!);
    // Whose templates are gone (he was erased) is not compared any longer.
    const there = new Set(people.map(({ ref }) => ref));
    await take([...nikOf.keys()].filter((ref) => !there.has(ref)));
  }

  /** From the store, page by page; then both are counted and their digests compared. */
  async function rebuild(tx: Tx): Promise<void> {
    const wanted = new Map<string, Nik>();
    let after: OfPacket | null = null;
    const there = new Set(await engine().refs());
    for (;;) {
      const page: readonly OfPacket[] = await listGallery(tx, after, PAGE);
      if (page.length === 0) break;
      const people = await bodiesOf(tx, engine(), page);
      const nikOf = new Map(page.map(({ nik, packet }) => [packet as string, nik]));
      for (const { ref } of people) wanted.set(ref, nikOf.get(ref)!);
      await engine().insert(people);
      after = page.at(-1)!;
    }
    await engine().delete([...there].filter((ref) => !wanted.has(ref)));
    const [store, memory] = [digestOf(wanted.keys()), digestOf(await engine().refs())];
    if (store !== memory)
      throw refuse('uniqueness.gallery_differs', { detail: `${store} in the store, ${memory} here` });
    held.clear();
    for (const [ref, nik] of wanted) held.set(ref, nik);
  }

  const gallery = (): Gallery => ({ engine: engine(), nikOf: (ref) => held.get(ref), size: () => held.size });

  return {
    engine,
    upToDate(tx) {
      // One after the other in this process; each reads the store in its own turn, so after its own packet was committed.
      const mine = turn
        .then(() => follow(tx))
        .catch((fault: unknown) => {
          // Half a change is no gallery: the next search begins from the store. An engine that fails does so in whole: the same changes come again.
          if (!isOfEngine(fault)) since = null;
          throw fault;
        });
      turn = mine.catch(() => undefined);
      return mine.then(gallery);
    },
    async close() {
      await turn;
      await opened?.close();
      opened = null;
      since = null;
    },
  };
}

/** Count and digest: two galleries of the same people say the same. */
function digestOf(refs: Iterable<string>): string {
  const sorted = [...refs].toSorted();
  return `${sorted.length} ${createHash('sha256').update(sorted.join('\n')).digest('hex')}`;
}

interface Change {
  readonly seq: string;
  readonly packet: Uuid | null;
}

/**
 * Changes that were not finished when `since` was read, or came later, and the oldest transaction that runs now. Both in one
 * statement, so of one moment: what is not seen now is younger than what is given and will be seen next time.
 */
function readChanges(tx: Tx, since: string | null): Promise<{ xmin: string; changes: Change[] }> {
  return one<{ xmin: string; changes: Change[] }>(
    tx,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
               coalesce((select json_agg(json_build_object('seq', c.seq::text, 'packet', c.packet_id) order by c.seq)
                           from uniqueness.gallery_change c where c.xid >= ${since}::xid8), '[]'::json) as changes`,
  );
}

const stands = (status: number): boolean => {
  const { recorded, stage } = STATUSES[statusOf(status)];
  return recorded && stage !== 'station' && stage !== 'transit';
};

/** Which of these packets belong into the gallery now. */
async function listPresent(tx: Tx, packets: readonly string[]): Promise<OfPacket[]> {
  const rows = await many<{ nik: string; packet: Uuid; status: number }>(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.id as packet, p.status from enrolment_read.packet p where p.id = any(${[...packets]}::uuid[])`,
  );
  return rows.filter(({ status }) => stands(status)).map(({ nik, packet }) => ({ nik: asNik(nik), packet }));
}

export async function noteChanges(tx: Tx, packets: readonly { nik: string; packet: string }[]): Promise<void> {
  await run(
    tx,
    sql`insert into uniqueness.gallery_change (nik, packet_id)
        select nik, packet from json_to_recordset(${JSON.stringify(packets)}::json) as s(nik bigint, packet uuid)`,
  );
}

/** Many packets came at once: whoever holds a gallery reads the store anew. */
export async function noteAllChanged(tx: Tx): Promise<void> {
  await run(tx, sql`insert into uniqueness.gallery_change (nik, packet_id) values (null, null)`);
}

async function bodiesOf(tx: Tx, engine: BiometricEngine, packets: readonly OfPacket[]): Promise<Subject[]> {
  const byPacket = Map.groupBy(await openTemplates(tx, packets), ({ packet }) => packet as string);
  const people: Subject[] = [];
  for (const [ref, opened] of byPacket) {
    const { templates } = await soundOf(engine, opened);
    if (templates.length > 0) people.push({ ref, templates });
  }
  return people;
}

/** What the engine can compare of what was kept, and which items it cannot read. */
export async function soundOf(
  engine: BiometricEngine,
  opened: readonly OpenTemplate[],
): Promise<{ templates: Template[]; faulty: string[] }> {
  const all = opened
    .filter(({ modality }) => modality === 'face' || modality === 'finger')
    .map(({ modality, position, format, quality, bytes }): Template => ({
      modality,
      position,
      format: format as Template['format'],
      quality: quality ?? 0,
      bytes,
    }));
  if (await isSound(engine, all)) return { templates: all, faulty: [] };
  const templates: Template[] = [];
  const faulty: string[] = [];
  for (const template of all) {
    if (await isSound(engine, [template])) templates.push(template);
    else faulty.push(`${template.modality}:${template.position}`);
  }
  return { templates, faulty };
}

const isOfEngine = (fault: unknown) => fault instanceof Refusal && fault.code.startsWith('biometric.engine_');

async function isSound(engine: BiometricEngine, templates: readonly Template[]): Promise<boolean> {
  try {
    await engine.check(templates);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && !isOfEngine(fault)) return false;
    throw fault;
  }
}
