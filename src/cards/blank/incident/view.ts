/** An incident as it stands: from what was seen to its custodians, what else is at risk, what was done. */
import { covers, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { openFile } from '../../../core/file/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { stateOf, type Span } from '../rules.ts';
import type { Traced } from '../schema.ts';
import { spanText } from '../stock/view.ts';
import { namesOf } from '../trace/sql.ts';
import { traceSerial } from '../trace/trace.ts';
import { getIncident } from './act.ts';
import { refuse } from './refusals.ts';
import type { IncidentState } from './rules.ts';
import type { Incident } from './schema.ts';
import { openWords } from './sealed.ts';
import {
  hadInHand,
  listBoxesAtRisk,
  listEvents,
  listFrozen,
  listIncidents,
  listSeen,
  listShipmentsAtRisk,
  type IncidentRow,
  type RiskRow,
} from './sql.ts';

const MOST_TRACES = 20;

function lineOf(row: IncidentRow) {
  const { id, number, kind, origin, state, regionCode, place, seenOn, seen, frozen, outcome } = row;
  const [openedAt, closedAt] = [row.openedAt.toISOString(), row.closedAt?.toISOString() ?? null];
  return { id, number, kind, origin, state, regionCode, place, seenOn, openedAt, seen, frozen, outcome, closedAt };
}

/** Incidents that the officer's region decides on, and those he reported; of a region only, where one is asked for. */
export async function viewIncidents(
  tx: Tx,
  actor: Actor,
  input: { state?: IncidentState | undefined; region?: string | undefined },
) {
  const region = actor.jurisdiction?.code ?? 'none';
  const state = input.state ?? null;
  const rows = await elevated(tx, () =>
    listIncidents(tx, { region, within: input.region ?? '', officerId: actor.id, state }),
  );
  return { incidents: rows.map((row) => ({ ...lineOf(row), mayDecide: decides(actor, row, row.hadInHand) })) };
}

/** Whoever answers for its region, had none of its blanks in hand, and whose office it is to decide. */
const decides = (actor: Actor, { state, regionCode }: IncidentRow, had: boolean) =>
  state !== 'closed' && !had && actor.scopes.has('blank.incident.decide') && covers(actor.jurisdiction, regionCode);

export async function openIncident(tx: Tx, actor: Actor, input: { id: string }): Promise<Incident> {
  const row = await getIncident(tx, actor, input.id);
  await record(tx, actor, { label: 'blank.traced', facts: { incident: row.id } });
  return elevated(tx, async () => {
    const seen = await listSeen(tx, row.id);
    const events = await listEvents(tx, row.id);
    const people = [row.openedBy, ...events.flatMap(({ by, askedBy }) => [by, askedBy])];
    const names = await namesOf(tx, { stores: [], officers: people.filter((id) => id !== null) });
    const nameOf = (id: string | null) => (id === null ? null : names.officer(id));
    const { policeNumber: number, policeOffice: office } = row;
    return {
      ...lineOf(row),
      tracking: row.tracking,
      words: openWords(tx, row.id, row.words),
      openedBy: nameOf(row.openedBy),
      police: number === null || office === null ? null : { number, office },
      spans: seen.map(spanText),
      unknown: [...row.unknown],
      photo: row.photoId !== null,
      traces: await tracesOf(tx, seen),
      atRisk: {
        boxes: (await listBoxesAtRisk(tx, row.id)).map((risk) => ({ code: risk.name, ...risked(risk) })),
        shipments: (await listShipmentsAtRisk(tx, row.id)).map((risk) => ({
          id: risk.id,
          number: risk.name,
          from: risk.from!,
          to: risk.to!,
          sentAt: risk.sentAt!.toISOString(),
          spans: [...risk.spans],
          ...risked(risk),
        })),
      },
      frozenSpans: (await listFrozen(tx, row.id)).map(spanText),
      events: events.map(({ id, kind, at, recordedAt, by, askedBy, n, words, entryId }) => ({
        kind,
        at: at.toISOString(),
        recordedAt: recordedAt.toISOString(),
        by: nameOf(by),
        askedBy: nameOf(askedBy),
        n,
        words: words && openWords(tx, id, words),
        entryId,
      })),
      mayDecide: decides(actor, row, await hadInHand(tx, row.id, actor.id)),
    };
  });
}

function risked({ first, last, n, seen, frozen, states }: RiskRow) {
  return { first, last, n, seen, frozen, states: states.map((each) => ({ state: stateOf(each.state), n: each.n })) };
}

async function tracesOf(tx: Tx, seen: readonly Span[]): Promise<Traced[]> {
  const traces: Traced[] = [];
  for (const { first, last } of seen)
    for (let serial = first; serial <= last && traces.length < MOST_TRACES; serial++) {
      const traced = await traceSerial(tx, { serial, uid: null });
      if (traced) traces.push(traced);
    }
  return traces;
}

/** The photo that came with a report. */
export async function openIncidentPhoto(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const { id, photoId, number } = await getIncident(tx, actor, input.id);
  if (photoId === null) throw refuse('blank.no_photo');
  const { mediaType, bytes } = await elevated(tx, () => openFile(tx, photoId));
  await record(tx, actor, { label: 'blank.incident_photo_opened', facts: { incident: id } });
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
  return { mediaType, fileName: `${number.replaceAll('/', '-')}.${ending}`, bytes };
}
