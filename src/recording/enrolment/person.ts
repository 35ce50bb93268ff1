/** The recording of a person: where each packet stands, what was, what comes next and who must act; and the pictures in it. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, many, maybeOne, sql, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { openFile } from '../../core/file/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import { record } from '../../core/ledger/index.ts';
import { today } from '../../core/time/index.ts';
import { getResident, nikOf } from '../../register/resident/index.ts';
import type { Modality } from '../biometric/schema.ts';
import { refuse } from './refusals.ts';
import {
  findPacket,
  listItems,
  listPacketsOf,
  listStepsOf,
  type ItemRow,
  type PacketRow,
  type StepRow,
} from './sql.ts';
import { findKnown, standingView } from './standing.ts';
import { STATUSES, type Status } from './status.ts';

/** A status with its words: name, who must act. */
export function statusView(tx: Tx, actor: Actor, status: Status) {
  const { abbreviation, stage, acts, terminal } = STATUSES[status];
  const say = (key: string) => tx.ground.speaker.say(actor.language, key);
  const text = say(`enrolment.status.${status}`);
  return { status, abbreviation, text, stage, acts, actsText: say(`enrolment.acts.${acts}`), terminal };
}

/** All recordings of a person, newest first, and whether he may be recorded now. */
export async function openRecording(tx: Tx, actor: Actor, input: { ref: string }) {
  const nik = nikOf(tx, input.ref);
  await getResident(tx, nik);
  const day = today(tx.ground.clock, actor.zone);
  const known = (await findKnown(tx, nik, day))!;
  await record(tx, actor, { label: 'enrolment.recording_opened', subjects: [{ nik, detail: 'recording' }] });
  const packets = await listPacketsOf(tx, nik);
  const steps = Map.groupBy(await listStepsOf(tx, nik), ({ packet }) => packet);
  const items = Map.groupBy(
    await listItems(
      tx,
      packets.map(({ id }) => ({ nik, packet: id })),
    ),
    ({ packet }) => packet,
  );
  const names = await namesFor(tx, packets, [...steps.values()].flat(), [...items.values()].flat());
  return {
    standing: standingView(tx, actor, known, day),
    appointment: await findHeld(tx, nik),
    packets: packets.map((packet) => ({
      id: packet.id,
      now: statusView(tx, actor, packet.status),
      since: packet.statusSince.toISOString(),
      recordedOn: packet.recordedOn,
      capturedAt: packet.capturedAt.toISOString(),
      receivedAt: packet.receivedAt.toISOString(),
      source: packet.source,
      office: names(packet.officeId),
      officer: names(packet.officerId),
      station: names(packet.stationId),
      next: STATUSES[packet.status].next.map((status) => statusView(tx, actor, status)),
      steps: (steps.get(packet.id) ?? []).map((step) => ({
        status: step.status,
        text: tx.ground.speaker.say(actor.language, `enrolment.status.${step.status}`),
        at: step.at.toISOString(),
        recordedAt: step.recordedAt.toISOString(),
        officer: names(step.officerId),
        why: step.why,
      })),
      items: (items.get(packet.id) ?? []).map((item) => ({
        modality: item.modality,
        position: item.position,
        quality: item.quality,
        tries: item.tries,
        template: item.format !== null,
        picture: item.fileId !== null,
        exception: item.exception,
        approvedBy: names(item.approvedBy),
        approvedAt: item.approvedAt?.toISOString() ?? null,
      })),
    })),
  };
}

/** The number that he holds, wherever it was given. */
async function findHeld(tx: Tx, nik: Nik) {
  const held = await elevated(tx, () =>
    maybeOne<{ day: string; place: string; number: number; state: 'waiting' | 'called' }>(
      tx,
      sql`select a.day::text as day, a.place, a.number, a.state from enrolment.appointment a
           where a.nik = ${nik}::bigint and a.state in ('waiting', 'called') limit 1`,
    ),
  );
  return held ?? null;
}

/** Officers, offices and stations by identifier, in one statement. */
async function namesFor(
  tx: Tx,
  packets: readonly PacketRow[],
  steps: readonly StepRow[],
  items: readonly ItemRow[],
): Promise<(id: string | null) => string | null> {
  const wanted = [
    ...packets.flatMap(({ officeId, officerId, stationId }) => [officeId, officerId, stationId]),
    ...steps.map(({ officerId }) => officerId),
    ...items.map(({ approvedBy }) => approvedBy),
  ].filter((id) => id !== null);
  const ids = sql`any(${[...new Set(wanted)]}::uuid[])`;
  const rows = await many<{ id: string; name: string }>(
    tx,
    sql`select id, name from officer_read.officer where id = ${ids} union all select id, name from office_read.office where id = ${ids}
        union all select id, name from enrolment.station where id = ${ids}`,
  );
  const byId = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (byId.get(id) ?? null));
}

/** A picture that was recorded. Each look is an entry that names what was looked at, with the purpose that was stated. */
export async function openImage(
  tx: Tx,
  actor: Actor,
  input: { id: string; modality: Modality; position: number },
): Promise<FileAnswer> {
  const packet = await findPacket(tx, input.id);
  const items = packet ? await listItems(tx, [{ nik: packet.nik, packet: packet.id }]) : [];
  const item = items.find((each) => each.modality === input.modality && each.position === input.position);
  if (!item) throw refuse('enrolment.image_not_found');
  return openItem(tx, actor, item);
}

/**
 * The face on a person's page: of his latest recording that stands, else of the latest of all. Asked for by the person, so
 * that nobody has to open his recording, which is a look of its own, only to learn whether there is a picture.
 */
export async function openPhoto(tx: Tx, actor: Actor, input: { ref: string }): Promise<FileAnswer> {
  const nik = nikOf(tx, input.ref);
  await getResident(tx, nik);
  const packets = await listPacketsOf(tx, nik);
  const faces = (
    await listItems(
      tx,
      packets.map(({ id }) => ({ nik, packet: id })),
    )
  ).filter(({ modality, fileId }) => modality === 'face' && fileId !== null);
  const best = packets.toSorted((a, b) => Number(STATUSES[b.status].recorded) - Number(STATUSES[a.status].recorded));
  const face = best.flatMap(({ id }) => faces.filter(({ packet }) => packet === id)).at(0);
  if (!face) throw refuse('enrolment.image_not_found');
  return openItem(tx, actor, face);
}

async function openItem(tx: Tx, actor: Actor, item: ItemRow): Promise<FileAnswer> {
  if (!item.fileId) throw refuse('enrolment.image_not_found');
  const { nik, packet, modality, position } = item;
  await record(tx, actor, {
    label: 'enrolment.image_opened',
    subjects: [{ nik, detail: `recording.${modality}${position ? `.${position}` : ''}` }],
    facts: { packet, modality, position },
  });
  const { mediaType, bytes } = await openFile(tx, item.fileId);
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
  return { mediaType, fileName: `${modality}-${position}.${ending}`, bytes };
}
