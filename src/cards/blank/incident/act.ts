/** What is done about an incident: notes with their times, the police report, freezing and lifting, the end. */
import { createHash } from 'node:crypto';
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { lockStores } from '../movement/sql.ts';
import { refuse as refuseBlank } from '../refusals.ts';
import { countOf, ordered, type Span } from '../rules.ts';
import { refuse } from './refusals.ts';
import { knownOf, regionOf } from './report.ts';
import { freezeNeedsTwo, type EventKind, type Outcome } from './rules.ts';
import { freezeShape, type FreezeInput } from './schema.ts';
import { sealWords } from './sealed.ts';
import {
  findIncident,
  hadInHand,
  holdIncident,
  insertEvent,
  listFrozen,
  listSeen,
  markLots,
  setIncident,
  touched,
  type IncidentRow,
} from './sql.ts';

/** The incident, if the officer decides on its region or reported it himself. */
export async function getIncident(tx: Tx, actor: Actor, id: string): Promise<IncidentRow> {
  const found = await elevated(tx, () => findIncident(tx, id));
  if (!found || !maySee(actor, found)) throw refuse('blank.incident_not_found');
  return found;
}

export const maySee = (actor: Actor, { openedBy, regionCode }: IncidentRow) =>
  openedBy === actor.id || covers(actor.jurisdiction, regionCode);

/** The open incident, held, by an officer of its region who never had its blanks in hand. A report told by the public is taken up so. */
async function getToDecide(tx: Tx, actor: Actor, id: string): Promise<IncidentRow> {
  await getIncident(tx, actor, id);
  const incident = (await elevated(tx, () => holdIncident(tx, id)))!;
  mustCover(actor, incident.regionCode);
  if (incident.state === 'closed') throw refuse('blank.incident_closed');
  if (await elevated(tx, () => hadInHand(tx, id, actor.id))) throw refuse('blank.incident_party');
  if (incident.state === 'reported') {
    await elevated(tx, () => setIncident(tx, id, { state: 'open' }));
    await enter(tx, actor, incident, { kind: 'taken_up' });
  }
  return incident;
}

interface Entered {
  readonly kind: EventKind;
  readonly at?: Date;
  readonly words?: string;
  readonly spans?: readonly Span[];
  readonly n?: bigint;
  readonly askedBy?: string;
}

const LABELS = {
  opened: 'blank.incident_opened',
  taken_up: 'blank.incident_noted',
  identified: 'blank.incident_noted',
  noted: 'blank.incident_noted',
  police: 'blank.incident_noted',
  frozen: 'blank.frozen',
  lifted: 'blank.freeze_lifted',
  closed: 'blank.incident_closed',
} as const satisfies Record<EventKind, string>;

async function enter(tx: Tx, actor: Actor, incident: IncidentRow, given: Entered): Promise<void> {
  const { kind, n } = given;
  const facts = { incident: incident.id, what: kind, ...(n !== undefined && { n: Number(n) }) };
  const { entryId } = await record(tx, actor, { label: LABELS[kind], facts });
  const id = newId();
  const now = tx.ground.clock.now();
  const words = given.words === undefined ? null : sealWords(tx, id, given.words);
  await elevated(tx, () =>
    insertEvent(tx, {
      id,
      incidentId: incident.id,
      kind,
      at: given.at ?? now,
      recordedAt: now,
      by: actor.id,
      askedBy: given.askedBy ?? null,
      words,
      spans: given.spans ?? null,
      entryId,
    }),
  );
}

/** An officer takes a report of the public up: from now on whoever follows it reads that somebody looks into it. */
export async function takeUpIncident(tx: Tx, actor: Actor, input: { id: string }): Promise<void> {
  const { state } = await getIncident(tx, actor, input.id);
  if (state === 'open') throw refuse('blank.incident_taken_up');
  await getToDecide(tx, actor, input.id);
}

/**
 * Enters blanks that were read later, as from a photo; what no delivery holds is kept as it was read. The incident goes to the region
 * that decides on all of its blanks.
 */
export async function identifyBlanks(
  tx: Tx,
  actor: Actor,
  input: { id: string; seen: readonly string[] },
): Promise<{ known: number; unknown: string[] }> {
  const incident = await getToDecide(tx, actor, input.id);
  const { before, read } = await elevated(tx, async () => ({
    before: await listSeen(tx, incident.id),
    read: await knownOf(tx, input.seen),
  }));
  const unknown = read.unknown.filter((each) => !incident.unknown.includes(each));
  const fresh = read.spans.filter(({ first }) => !before.some((span) => first >= span.first && first <= span.last));
  if (fresh.length === 0 && unknown.length === 0) throw refuse('blank.incident_known');
  const { spans: serials } = ordered([...before, ...fresh]);
  const n = countOf(fresh);
  await enter(tx, actor, incident, {
    kind: 'identified',
    spans: fresh,
    n,
    ...(unknown.length > 0 && { words: unknown.join(', ') }),
  });
  await elevated(tx, async () =>
    setIncident(tx, incident.id, {
      serials,
      unknown: [...incident.unknown, ...unknown],
      regionCode: await regionOf(tx, serials),
    }),
  );
  return { known: Number(n), unknown };
}

/** A note, with the time at which it happened; whoever may see the incident may add to it. */
export async function noteIncident(
  tx: Tx,
  actor: Actor,
  input: { id: string; words: string; at?: string | undefined },
): Promise<void> {
  await getIncident(tx, actor, input.id);
  const incident = (await elevated(tx, () => holdIncident(tx, input.id)))!;
  if (incident.state === 'closed') throw refuse('blank.incident_closed');
  const at = input.at === undefined ? tx.ground.clock.now() : new Date(input.at);
  if (at > tx.ground.clock.now()) throw refuse('blank.incident_future');
  await enter(tx, actor, incident, { kind: 'noted', words: input.words, at });
}

export async function setPoliceReport(
  tx: Tx,
  actor: Actor,
  input: { id: string; number: string; office: string },
): Promise<void> {
  const incident = await getToDecide(tx, actor, input.id);
  const { number, office } = input;
  await elevated(tx, () => setIncident(tx, incident.id, { police: { number, office } }));
  await enter(tx, actor, incident, { kind: 'police', words: `${number}, ${office}` });
}

/** Ends it with its result. Refuses while blanks are frozen by it: what becomes of them is decided first. */
export async function closeIncident(
  tx: Tx,
  actor: Actor,
  input: { id: string; outcome: Outcome; words: string },
): Promise<void> {
  const incident = await getToDecide(tx, actor, input.id);
  if (incident.frozen > 0) throw refuse('blank.incident_freezes', { values: { n: incident.frozen } });
  await enter(tx, actor, incident, { kind: 'closed', words: input.words });
  const at = tx.ground.clock.now();
  const { outcome } = input;
  const to = { state: 'closed', outcome, at, on: dayIn(ZONES.WIB, at), by: actor.id } as const;
  await elevated(tx, () => setIncident(tx, incident.id, to));
}

interface Freezing {
  readonly id: string;
  readonly way: 'freeze' | 'lift';
  readonly spans: readonly Span[];
  readonly reason: string;
}

/**
 * Freezes blanks so that nothing moves them, or lifts that again. Within one box the officer does it himself; more waits for a second
 * person, and then nothing has happened yet.
 */
export async function freezeBlanks(
  tx: Tx,
  actor: Actor,
  given: Freezing,
): Promise<{ n: bigint; proposalId: string | null }> {
  const incident = await getToDecide(tx, actor, given.id);
  const spans = distinct(given.spans);
  const { boxes } = await elevated(tx, () => touched(tx, spans));
  if (!freezeNeedsTwo({ boxes, n: countOf(spans) }))
    return { n: await mark(tx, actor, incident, { ...given, spans }), proposalId: null };
  const { id } = await propose(tx, actor, freezing.act, {
    incidentId: incident.id,
    way: given.way,
    spans: spans.map(({ first, last }) => ({ first: String(first), last: String(last) })),
    reason: given.reason,
    askedBy: actor.id,
  });
  return { n: 0n, proposalId: id };
}

function distinct(given: readonly Span[]): readonly Span[] {
  const { spans, twice } = ordered(given);
  if (twice !== null) throw refuseBlank('blank.serial_twice', { values: { serial: String(twice) } });
  return spans;
}

async function mark(
  tx: Tx,
  actor: Actor,
  incident: IncidentRow,
  given: Omit<Freezing, 'id'> & { askedBy?: string },
): Promise<bigint> {
  const { way, spans, reason, askedBy } = given;
  const n = await elevated(tx, async () => {
    await holdStores(tx, spans);
    const [free, own] = [null, incident.id];
    return markLots(tx, spans, way === 'freeze' ? { from: free, to: own } : { from: own, to: free });
  });
  if (n === 0n) throw refuse('blank.nothing_to_freeze');
  const kind = way === 'freeze' ? 'frozen' : 'lifted';
  await enter(tx, actor, incident, { kind, spans, n, words: reason, ...(askedBy && { askedBy }) });
  return n;
}

const TRIES = 5;

/** Holds the stores in which the spans lie; looks again when a shipment was accepted in between. */
async function holdStores(tx: Tx, spans: readonly Span[]): Promise<void> {
  let held = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const { stores } = await touched(tx, spans);
    if (stores.join() === held) return;
    await lockStores(tx, stores);
    held = stores.join();
  }
}

const spansOf = ({ spans }: FreezeInput): Span[] =>
  spans.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));

export const freezing = proposable<FreezeInput>({
  act: 'blank.freeze',
  input: freezeShape,
  region: async (tx, { incidentId }) => (await elevated(tx, () => findIncident(tx, incidentId)))?.regionCode ?? '',
  summary: async (tx, input) => ({
    messageKey: `proposal.blank.${input.way}`,
    values: {
      n: Number(countOf(spansOf(input))),
      number: (await elevated(tx, () => findIncident(tx, input.incidentId)))?.number ?? '',
    },
  }),
  // What is frozen by it at this moment: when that has changed, another one has decided meanwhile.
  fingerprint: async (tx, { incidentId }) => {
    const frozen = await elevated(tx, () => listFrozen(tx, incidentId));
    return createHash('sha256')
      .update(frozen.map(({ first, last }) => `${first}-${last}`).join())
      .digest('hex');
  },
  execute: async (tx, actor, input) => {
    const incident = await getToDecide(tx, actor, input.incidentId);
    await mark(tx, actor, incident, { ...input, spans: spansOf(input) });
  },
});
