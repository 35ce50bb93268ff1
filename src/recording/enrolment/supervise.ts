/** Exceptions: what could not be recorded of a body. Another officer, who checks, approves each or sends the recording back. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, many, nikText, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { listResidents, masked, placeLine } from '../../register/resident/index.ts';
import type { Modality } from '../biometric/schema.ts';
import { refuse } from './refusals.ts';
import { advance } from './settle.ts';
import { approveExceptions, findPacket, listItems, type ItemRow, type PacketRow } from './sql.ts';
import { STATUSES } from './status.ts';

const SHOWN = 200;

/** Recordings of the officer's region or office that wait for a supervisor, the longest first. */
export async function listExceptions(tx: Tx, actor: Actor) {
  const rows = await many<{
    nik: Nik;
    id: Uuid;
    since: Date;
    officerId: string | null;
    officer: string | null;
    office: string | null;
  }>(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.id, p.status_since as since, p.officer_id as "officerId", f.name as officer, o.name as office
          from enrolment.packet p left join officer_read.officer f on f.id = p.officer_id left join office_read.office o on o.id = p.office_id
         where p.status = ${STATUSES.PROCESSING.code} order by p.status_since, p.id limit ${SHOWN}`,
  );
  const niks = [...new Set(rows.map(({ nik }) => nik))];
  const people = await elevated(tx, () => listResidents(tx, niks));
  const byNik = new Map(people.map((person) => [person.nik, person]));
  await record(tx, actor, {
    label: 'enrolment.exceptions_listed',
    subjects: niks.map((nik) => ({ nik, detail: 'recording' })),
    facts: { n: rows.length },
  });
  const items = Map.groupBy(
    await listItems(
      tx,
      rows.map(({ nik, id }) => ({ nik, packet: id })),
    ),
    ({ packet }) => packet,
  );
  const packets = rows.map(({ nik, id, since, officerId, officer, office }) => {
    const person = byNik.get(nik);
    const inside = person?.villageCode.startsWith(actor.jurisdiction?.code ?? 'none') ?? false;
    return {
      id,
      ref: inside ? tx.ground.personRefs.of(nik) : null,
      name: person ? (inside ? person.name : masked(person.name)) : '',
      place: person ? placeLine(tx, person.villageCode) : '',
      since: since.toISOString(),
      officer,
      office,
      own: officerId === actor.id,
      exceptions: exceptionsOf(items.get(id) ?? []),
      pictures: (items.get(id) ?? []).filter(({ fileId }) => fileId !== null).map(keyOf),
    };
  });
  return { packets };
}

const exceptionsOf = (items: readonly ItemRow[]) =>
  items.flatMap(({ modality, position, exception, approvedBy }) =>
    exception ? [{ modality, position, reason: exception, approved: approvedBy !== null }] : [],
  );

const keyOf = ({ modality, position }: ItemRow): Key => ({ modality, position });

type Key = { readonly modality: Modality; readonly position: number };

/**
 * Approves the exceptions that are named. When none is left unapproved the packet goes to the centre.
 * @throws Refusal `enrolment.own_recording` for the officer who made it
 */
export async function approveItems(tx: Tx, actor: Actor, input: { id: string; items: readonly Key[] }) {
  const packet = await getWaiting(tx, actor, input.id);
  const approved = await approveExceptions(tx, packet.nik, packet.id, {
    keys: input.items,
    by: actor.id,
    at: tx.ground.clock.now(),
  });
  if (approved < input.items.length) throw refuse('enrolment.no_such_exception');
  await record(tx, actor, {
    label: 'enrolment.exceptions_approved',
    subjects: [{ nik: packet.nik, detail: 'recording' }],
    facts: { packet: packet.id, n: approved },
  });
  const items = await listItems(tx, [{ nik: packet.nik, packet: packet.id }]);
  const left = exceptionsOf(items).filter(({ approved: done }) => !done);
  if (left.length === 0) {
    const through = ['SENT_FOR_ENROLLMENT', 'RECEIVED_AT_CENTRAL'] as const;
    await advance(tx, actor, 'enrolment.packet_sent', [{ packet: packet.id, through, why: null }]);
  }
  return { left: left.length };
}

/** Sends a recording back: it ends here, and the person comes again. */
export async function sendBack(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const packet = await getWaiting(tx, actor, input.id);
  await advance(tx, actor, 'enrolment.sent_back', [
    { packet: packet.id, through: ['ENROLL_FAILURE_AT_REGIONAL'], why: input.reason },
  ]);
}

async function getWaiting(tx: Tx, actor: Actor, id: string): Promise<PacketRow> {
  const packet = await findPacket(tx, id);
  if (!packet) throw refuse('enrolment.packet_not_found');
  if (packet.status !== 'PROCESSING') throw refuse('enrolment.nothing_to_approve');
  if (packet.officerId === actor.id) throw refuse('enrolment.own_recording');
  return packet;
}
