/** The search of one packet among all that stand in the gallery, done once, and what follows from it. */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { addJobs, job, type Job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import {
  thresholdsFor,
  type BiometricEngine,
  type Modality,
  type Sample,
  type Template,
} from '../../biometric/index.ts';
import {
  findPacket,
  keepTemplates,
  listItems,
  listPacketsOf,
  openPictures,
  openTemplates,
  settlePackets,
  type PacketRow,
} from '../../enrolment/index.ts';
import { restingStatus } from '../adjudication/resting.ts';
import { follow } from '../adjudication/settle.ts';
import { judge, retryAfterSeconds, type Judged, type Near } from '../rules.ts';
import * as statements from '../sql.ts';
import { noteChanges, soundOf, type Gallery } from './gallery.ts';
import { identify } from './identify.ts';

const actor: Actor = systemActor('uniqueness');

const searchPayload = z.object({ nik: z.string(), packet: z.string() });

/** One packet's search. Whoever dies in it leaves nothing behind; `takeUpSearches` finds it again. */
export const searchPacket: Job<z.output<typeof searchPayload>> = {
  name: 'uniqueness.search_packet',
  payload: searchPayload,
  maxAttempts: 20,
  run: (tx, { nik, packet }) => search(tx, { nik: nik as Nik, packet: packet as Uuid }),
};

const LEFT_AT_ONCE = 500;

/**
 * The queue gives a job that its worker lost back after hours. Every minute each open search at which nobody is gets a job
 * anew; under the packet's key, so that one which still waits is not there twice.
 */
export const takeUpSearches: Job<object> = {
  name: 'uniqueness.take_up_searches',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '* * * * *', catchUpHours: 1 },
  async run(tx) {
    for (const left of await statements.listLeftSearches(tx, LEFT_AT_ONCE)) await addSearch(tx, left);
  },
};

export const jobs = [job(searchPacket), job(takeUpSearches)];

async function addSearch(tx: Tx, of: statements.OfPacket, runAt?: Date): Promise<void> {
  await addJobs(tx, searchPacket, [of], { key: `uniqueness.search ${of.packet}`, ...(runAt && { runAt }) });
}

/** Packets that are at the centre: those that hold anything to compare are searched for, each once. */
export async function askSearches(tx: Tx, received: readonly statements.OfPacket[]): Promise<void> {
  const items = await listItems(tx, received);
  const comparable = new Set(
    items
      .filter(({ modality, format, fileId }) => (isExtracted(modality) && fileId) || (format && modality !== 'iris'))
      .map(({ packet }) => packet),
  );
  const asked = await statements.insertSearches(
    tx,
    tx.ground.clock.now(),
    received.filter(({ packet }) => comparable.has(packet)).map(({ nik, packet }) => ({ nik, packet })),
  );
  for (const each of asked) await addSearch(tx, each);
}

async function search(tx: Tx, of: statements.OfPacket): Promise<void> {
  const open = await statements.findOpenSearch(tx, of);
  if (!open) return;
  const packet = await findPacket(tx, of.packet);
  if (!packet || tx.ground.vault.isErased(of.nik)) return;
  try {
    await extractPictures(tx, of);
    const gallery = await tx.ground.gallery.upToDate(tx);
    await decide(tx, packet, gallery);
  } catch (fault) {
    if (!(fault instanceof Refusal) || !isOfEngine(fault)) throw fault;
    await putOff(tx, packet, open.failures + 1, fault.code);
  }
}

/** The engine was busy, failed or was closed, or the gallery could not be trusted: nothing was decided. */
const isOfEngine = ({ code }: Refusal) => code.startsWith('biometric.engine_') || code === 'uniqueness.gallery_differs';

async function putOff(tx: Tx, packet: PacketRow, failures: number, fault: string): Promise<void> {
  const of = { nik: packet.nik, packet: packet.id };
  const retryAt = new Date(systemClock.now().getTime() + retryAfterSeconds(failures) * 1000);
  await statements.failSearch(tx, of, { fault, retryAt });
  if (packet.status === 'RECEIVED_AT_CENTRAL')
    await settlePackets(tx, actor, [{ packet: packet.id, status: 'SEARCH_FAILURE_AT_CENTRAL', why: fault }]);
  await addSearch(tx, of, retryAt);
}

/** Of whose pictures the engine makes templates. */
const EXTRACTED = ['face', 'finger'] as const satisfies readonly Modality[];
const isExtracted = (modality: Modality): boolean => EXTRACTED.some((each) => each === modality);

/** What came as a picture only becomes a template, once. A picture that shows nothing of the kind leaves the others to say it. */
async function extractPictures(tx: Tx, of: statements.OfPacket): Promise<void> {
  const samples: Sample[] = [];
  const waits = ({ modality, format }: { modality: Modality; format: unknown }) => isExtracted(modality) && !format;
  for await (const { modality, position, bytes } of openPictures(tx, [of], waits))
    samples.push({ modality, position, picture: bytes });
  // All at once: the engine has threads of its own.
  const engine = tx.ground.gallery.engine();
  const found = await Promise.all(samples.map((sample) => templateOf(engine, sample)));
  const made = found.filter((template) => template !== null);
  if (made.length === 0) return;
  const rows = made.map(({ bytes, ...rest }) => ({ ...of, ...rest, bytes: Buffer.from(bytes) }));
  await keepTemplates(tx, rows);
  await noteChanges(tx, [of]);
}

async function templateOf(engine: BiometricEngine, sample: Sample): Promise<Template | null> {
  try {
    return (await engine.extract(sample)).template;
  } catch (fault) {
    if (fault instanceof Refusal && !fault.code.startsWith('biometric.engine_')) return null;
    throw fault;
  }
}

async function decide(tx: Tx, packet: PacketRow, gallery: Gallery): Promise<void> {
  const of = { nik: packet.nik, packet: packet.id };
  const { engine } = gallery;
  const { templates } = await soundOf(engine, await openTemplates(tx, [of]));
  // Who is asked for is himself among them.
  const floor = thresholdsFor(gallery.size() - 1).review;
  const found = await identify(engine, templates, { floor, except: [packet.id], limit: 20 });
  const own = (await listPacketsOf(tx, packet.nik)).filter(({ id }) => gallery.nikOf(id) && id !== packet.id);
  const earlier = own.filter((each) => isBefore(each, packet));
  const later = new Set(own.filter((each) => !isBefore(each, packet)).map(({ id }) => id as string));
  const candidates = found.candidates
    .filter(({ ref }) => !later.has(ref))
    .flatMap(({ ref, ...comparison }): Near[] => {
      const nik = gallery.nikOf(ref);
      return nik && !tx.ground.vault.isErased(nik) ? [{ nik, packet: ref, ...comparison }] : [];
    });
  const judged = judge({
    nik: packet.nik,
    candidates,
    own: await compareOwn(tx, engine, templates, earlier),
    gallerySize: found.gallerySize,
    power: found.power,
  });
  await enter(tx, packet, judged, { candidates, gallerySize: found.gallerySize, engine: engine.name });
}

const isBefore = (a: Pick<PacketRow, 'receivedAt' | 'id'>, b: Pick<PacketRow, 'receivedAt' | 'id'>): boolean =>
  a.receivedAt < b.receivedAt || (a.receivedAt.getTime() === b.receivedAt.getTime() && a.id < b.id);

async function compareOwn(
  tx: Tx,
  engine: BiometricEngine,
  probe: readonly Template[],
  earlier: readonly PacketRow[],
): Promise<Near[]> {
  const near: Near[] = [];
  for (const { nik, id } of earlier) {
    const { templates } = await soundOf(engine, await openTemplates(tx, [{ nik, packet: id }]));
    const comparison = await engine.compare(probe, templates);
    // Nothing in common says neither.
    if (comparison.items.length > 0) near.push({ nik, packet: id, ...comparison });
  }
  return near;
}

interface Entered {
  readonly candidates: readonly Near[];
  readonly gallerySize: number;
  readonly engine: string;
}

async function enter(tx: Tx, packet: PacketRow, judged: Judged, { candidates, gallerySize, engine }: Entered) {
  const of = { nik: packet.nik, packet: packet.id };
  const { outcome, reason, thresholds, pairs } = judged;
  const threshold = Math.round(thresholds.duplicate * 100) / 100;
  const looked = new Set([packet.nik, ...[...candidates, ...pairs].map(({ nik }) => nik as Nik)]);
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.searched',
    subjects: [...looked].map((nik) => ({ nik, detail: 'recording' })),
    facts: { packet: packet.id, gallery: gallerySize, engine, threshold, outcome, candidates: candidates.length },
  });
  const at = tx.ground.clock.now();
  await statements.endSearch(tx, of, { at, gallerySize, engine, threshold, outcome, reason, entryId });
  await statements.insertCandidates(tx, of, [
    ...new Map([...candidates, ...pairs].map((each) => [each.packet, each])).values(),
  ]);
  if (outcome !== 'unique') await openPairs(tx, packet, judged, { at, entryId });
  if (packet.status === 'SEARCH_FAILURE_AT_CENTRAL')
    await settlePackets(tx, actor, [{ packet: packet.id, status: 'RECEIVED_AT_CENTRAL' }]);
  else if (packet.status !== 'RECEIVED_AT_CENTRAL') return;
  await settlePackets(tx, actor, [{ packet: packet.id, status: await statusAfter(tx, packet, judged), why: reason }]);
}

async function statusAfter(tx: Tx, { id }: PacketRow, { outcome }: Judged) {
  if (outcome === 'duplicate') return 'DUPLICATE_RECORD';
  // Another search may have found this one first: then it waits, though its own found nobody.
  const pairs = await statements.listAdjudicationsOfPackets(tx, [id]);
  return restingStatus(pairs, id) ?? 'ADJUDICATE_RECORD';
}

async function openPairs(
  tx: Tx,
  packet: PacketRow,
  { pairs, reason, thresholds, outcome }: Judged,
  { at, entryId }: { at: Date; entryId: Uuid },
): Promise<void> {
  // Of one NIK recorded twice nobody need judge; but the citizen gets his way, his letter and may object, as after any decision.
  const decided = outcome === 'duplicate';
  const standing = decided
    ? { state: 'decided' as const, outcome: 'same_body' as const, decidedAt: at }
    : { state: 'open' as const, outcome: null, decidedAt: null };
  const common = { duplicateAt: thresholds.duplicate, openedAt: at, entryId, ...standing };
  const alone = { nik: packet.nik, packet: packet.id, otherNik: null, otherPacket: null, reason, fused: null };
  const others = await many<Pick<PacketRow, 'id' | 'receivedAt'>>(
    tx,
    sql`select p.id, p.received_at as "receivedAt" from enrolment_read.packet p where p.id = any(${pairs.map((pair) => pair.packet)}::uuid[])`,
  );
  const receivedAt = new Map(others.map((other) => [other.id as string, other]));
  const rows = pairs.map((pair) => {
    const mine = { nik: packet.nik, packet: packet.id };
    const theirs = { nik: pair.nik as Nik, packet: pair.packet as Uuid };
    const [first, last] = isBefore(packet, receivedAt.get(pair.packet)!) ? [mine, theirs] : [theirs, mine];
    return { ...last, otherNik: first.nik, otherPacket: first.packet, reason: pair.reason, fused: pair.fused };
  });
  const opened = (rows.length > 0 ? rows : [alone]).map((row) => ({ id: newId(), ...row, ...common }));
  await statements.insertAdjudications(tx, opened);
  if (!decided) return;
  for (const { id } of opened) {
    await follow(tx, { id, round: 1 }, entryId, { what: 'decided', ref: null, detail: 'same_body' });
    await follow(tx, { id, round: 1 }, entryId, { what: 'packet', ref: packet.id, detail: 'DUPLICATE_RECORD' });
  }
}
