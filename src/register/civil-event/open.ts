/** Opening events: one with everybody in it, an office's list, those of one person. */
import { covers, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { listNamesIn, listResidents, nikOf, placeLine } from '../resident/index.ts';
import { nameFor } from './effects.ts';
import { papersOf } from './paper/index.ts';
import { refuse } from './refusals.ts';
import {
  findEvent,
  listEventLines,
  listEventLinesOf,
  listParticipants,
  type CivilEvent,
  type EventLine,
} from './sql.ts';
import { mayUndo } from './undo/index.ts';

/** An event as its page shows it. People of other regions are named by initials. */
export async function openEvent(tx: Tx, actor: Actor, input: { readonly id: string }) {
  const event = await findEvent(tx, input.id);
  if (!event) throw refuse('civil_event.not_found');
  const participants = await listParticipants(tx, event.id);
  const niks = [...new Set(participants.map(({ nik }) => nik))];
  const people = new Map((await elevated(tx, () => listResidents(tx, niks))).map((person) => [person.nik, person]));
  await record(tx, actor, {
    label: 'civil_event.opened',
    subjects: niks.map((nik) => ({ nik, detail: event.kind })),
    facts: { event: event.id },
  });
  const first = participants[0] && people.get(participants[0].nik);
  return {
    ...lineOf(tx, event, participants[0]?.nik ?? null, first ? nameFor(actor, first) : null),
    villageCode: event.villageCode,
    officeId: event.officeId,
    office: event.office ?? null,
    officerId: event.officerId,
    officer: event.officer ?? null,
    applicationId: event.applicationId,
    legalBasis: event.legalBasis,
    details: { ...event.details },
    people: await listNamesIn(tx, actor, event.details),
    participants: participants.flatMap(({ nik, role }) => {
      const person = people.get(nik);
      if (!person) return [];
      const masked = !covers(actor.jurisdiction, person.villageCode);
      return [{ ref: tx.ground.personRefs.of(nik), role, name: nameFor(actor, person), masked }];
    }),
    papers: papersOf(tx, actor, event, participants),
    undoneBy: event.undoneBy,
    undoes: event.undoes,
    mayUndo: mayUndo(actor, event),
  };
}

type Line = Omit<CivilEvent, 'details' | 'family'>;

function lineOf(tx: Tx, event: Line, nik: Nik | null, name: string | null) {
  return {
    id: event.id,
    kind: event.kind,
    state: event.state,
    occurredOn: event.occurredOn,
    reportedOn: event.reportedOn,
    recordedAt: event.recordedAt.toISOString(),
    place: placeLine(tx, event.villageCode),
    daysLate: event.daysLate,
    certificateNumber: event.certificateNumber,
    person: nik && tx.ground.personRefs.of(nik),
    personName: name,
  };
}

const shown = (tx: Tx, line: EventLine) => lineOf(tx, line, line.nik, line.name);

const PAGE = 50;

/** What the office, or all offices of its region, recorded: newest first, fifty at a time; by the days on which it was reported and by kind. */
export async function listEvents(
  tx: Tx,
  actor: Actor,
  input: {
    from?: CivilDate | undefined;
    to?: CivilDate | undefined;
    kind?: string | undefined;
    of: 'office' | 'region';
    cursor?: string | undefined;
  },
) {
  const after = input.cursor
    ? tx.ground.cursors.open<{ recordedAt: string; id: string }>('events', input.cursor)
    : null;
  const { from = null, to = null, kind = null } = input;
  const officeId = input.of === 'office' ? actor.officeId : null;
  const lines = await listEventLines(tx, { from, to, kind, officeId, after }, PAGE + 1);
  const page = lines.slice(0, PAGE);
  const last = page.at(-1);
  await record(tx, actor, {
    label: 'civil_event.listed',
    subjects: [...new Set(page.flatMap((line) => line.nik ?? []))].map((nik) => ({ nik })),
    facts: { n: page.length },
  });
  return {
    events: page.map((line) => shown(tx, line)),
    next:
      lines.length > PAGE && last
        ? tx.ground.cursors.seal('events', { recordedAt: last.recordedAt.toISOString(), id: last.id })
        : null,
  };
}

/** What happened to one person, newest first. */
export async function listEventsOf(tx: Tx, actor: Actor, input: { readonly ref: string }) {
  const nik = nikOf(tx, input.ref);
  const lines = await listEventLinesOf(tx, nik);
  await record(tx, actor, { label: 'civil_event.listed', subjects: [{ nik, detail: 'events' }] });
  return { events: lines.map((line) => shown(tx, line)) };
}
