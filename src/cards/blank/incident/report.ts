/** An incident begins: told by an officer or by anybody, with the blanks that a serial or UID names. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { storeFiles } from '../../../core/file/index.ts';
import { newId, NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { findBatchOf } from '../delivery/sql.ts';
import { ordered, type Span } from '../rules.ts';
import { nextNumber } from '../shipment/sql.ts';
import { serialOf } from '../trace/trace.ts';
import { refuse } from './refusals.ts';
import { decidedAt, trackingCode } from './rules.ts';
import type { Report } from './schema.ts';
import { sealWords } from './sealed.ts';
import { insertEvent, insertIncident, regionsOf } from './sql.ts';

export interface Reported {
  readonly id: Uuid;
  readonly number: string;
  readonly tracking: string;
  readonly known: number;
  readonly unknown: readonly string[];
}

/** An officer reports: the incident is open at once. Refuses a theft without a serial, and what is said to be seen tomorrow. */
export async function reportIncident(tx: Tx, actor: Actor, given: Report): Promise<Reported> {
  if (given.kind === 'stolen' && given.seen.length === 0) throw refuse('blank.incident_nothing_seen');
  return begin(tx, actor, { ...given, origin: 'officer', photo: null, key: newId() });
}

export interface Told extends Report {
  /** Random, made with the form: the same form sent twice is one report. */
  readonly key: string;
  readonly photo: { readonly name: string; readonly bytes: Buffer } | null;
}

/** Anybody reports, unnamed: it waits until an officer takes it up. The photo is inspected and kept sealed. */
export function tellIncident(tx: Tx, actor: Actor, given: Told): Promise<Reported> {
  return begin(tx, actor, { ...given, origin: 'public' });
}

async function begin(tx: Tx, actor: Actor, given: Told & { origin: 'officer' | 'public' }): Promise<Reported> {
  if (given.seenOn > today(tx.ground.clock, actor.zone)) throw refuse('blank.incident_future');
  const { spans, unknown } = await elevated(tx, () => knownOf(tx, given.seen));
  const id = newId();
  const photoId = given.photo ? await keepPhoto(tx, actor, given.photo) : null;
  const now = tx.ground.clock.now();
  const openedOn = dayIn(ZONES.WIB, now);
  const known = spans.reduce((n, { first, last }) => n + Number(last - first) + 1, 0);
  const { origin, kind } = given;
  const { entryId } = await record(tx, actor, {
    label: 'blank.incident_opened',
    facts: { incident: id, kind, origin, known, unknown: unknown.length, photo: photoId !== null },
  });
  const tracking = trackingOf(given.key);
  const number = await elevated(tx, () => incidentNumber(tx, openedOn));
  const state = origin === 'officer' ? ('open' as const) : ('reported' as const);
  const by = origin === 'officer' ? actor.id : null;
  await elevated(tx, async () => {
    await insertIncident(tx, {
      id,
      number,
      tracking,
      kind,
      origin,
      state,
      regionCode: await regionOf(tx, spans),
      place: given.place,
      seenOn: given.seenOn as CivilDate,
      words: sealWords(tx, id, given.words),
      unknown,
      photoId,
      openedAt: now,
      openedOn,
      openedBy: by,
      spans,
      police: given.police ?? null,
      entryId,
    });
    const opened = { id: newId(), incidentId: id, kind: 'opened', at: now, recordedAt: now } as const;
    await insertEvent(tx, { ...opened, by, askedBy: null, words: null, spans: null, entryId });
  });
  return { id, number, tracking, known, unknown };
}

export const trackingOf = (key: string) => trackingCode(createHash('sha256').update(`incident ${key}`).digest());

/** Serials of what was read or told; what no delivery holds is kept as it was told. */
export async function knownOf(tx: Tx, seen: readonly string[]): Promise<{ spans: Span[]; unknown: string[] }> {
  const serials = new Set<bigint>();
  const unknown: string[] = [];
  for (const what of seen) {
    const found = await serialOf(tx, what);
    if (found && (await findBatchOf(tx, found.serial))) serials.add(found.serial);
    else unknown.push(what);
  }
  const { spans } = ordered([...serials].map((serial) => ({ first: serial, last: serial })));
  return { spans, unknown: [...new Set(unknown)] };
}

async function keepPhoto(tx: Tx, actor: Actor, photo: NonNullable<Told['photo']>): Promise<Uuid> {
  const file = { nik: NOBODY, villageCode: '0', kind: 'incident.photo', allowed: ['image/jpeg', 'image/png'] as const };
  const [id] = await storeFiles(tx, actor, [{ ...file, name: photo.name, bytes: photo.bytes }]);
  return id!;
}

/** One level above the store that has them; the nation when they lie in two provinces or nobody knows them. */
export async function regionOf(tx: Tx, spans: readonly Span[]): Promise<string> {
  const regions = new Set((await regionsOf(tx, spans)).map(decidedAt));
  return regions.size === 1 ? [...regions][0]! : '';
}

/** `470/0007/INSIDEN-BLANGKO/2018`. */
async function incidentNumber(tx: Tx, on: CivilDate): Promise<string> {
  const year = on.slice(0, 4);
  const n = await nextNumber(tx, `incident ${year}`);
  return `470/${String(n).padStart(4, '0')}/INSIDEN-BLANGKO/${year}`;
}
