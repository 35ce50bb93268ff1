/** A packet that was opened becomes a recording: its row, its steps, what it holds under the person's key, and the entry. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { storeFiles, type MediaType } from '../../../core/file/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { dayIn } from '../../../core/time/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { zoneOf } from '../../../register/region/index.ts';
import type { Resident } from '../../../register/resident/index.ts';
import { itemKey } from '../../biometric/schema.ts';
import { packetsReceived } from '../notices.ts';
import { sha256Hex, type OpenedPacket } from '../packet.ts';
import { appointmentsKept } from '../queue/index.ts';
import { refuse } from '../refusals.ts';
import type { PacketItem } from '../schema.ts';
import { insertItems, insertPacket, insertSteps, openRecordings, type NewItem, type StepRow } from '../sql.ts';
import type { Status } from '../status.ts';
import { templateFault, templatePlace } from '../template.ts';
import type { IntakeRow } from './sql.ts';

export interface Taken {
  readonly status: Status;
}

/** SHA-256 over the checksums of all items in order: what was captured, whatever the packet is called. */
export function contentOf({ manifest }: OpenedPacket): Promise<string> {
  const text = manifest.items.map((item) => `${itemKey(item)} ${item.sha256}`).join('\n');
  return sha256Hex(new TextEncoder().encode(`${manifest.nik}\n${manifest.capturedAt}\n${text}`));
}

/** Takes it in; runs over the nation, as recording out of domicile is allowed. With exceptions it waits for a supervisor. */
export async function takePacket(
  tx: Tx,
  actor: Actor,
  intake: IntakeRow,
  opened: OpenedPacket,
  resident: Resident,
): Promise<Taken> {
  const { manifest, head } = opened;
  const id = head.id as Uuid;
  const { nik, villageCode } = resident;
  const now = tx.ground.clock.now();
  const content = await contentOf(opened);
  const exceptions = manifest.items.filter((item) => item.exception !== null).length;
  const office = await getOffice(tx, manifest.office);
  const recordedOn = dayIn(office.zone, intake.capturedAt);
  const through: Status[] = ['BIO_CAPTURED', 'PROCESSING'];
  if (exceptions === 0) through.push('SENT_FOR_ENROLLMENT', 'RECEIVED_AT_CENTRAL');
  const status = through.at(-1)!;
  return elevated(tx, async () => {
    const items = await keepItems(tx, actor, { nik, villageCode, packet: id }, opened);
    await insertPacket(tx, {
      nik,
      id,
      status,
      source: 'station',
      stationId: intake.stationId,
      officerId: manifest.officer,
      officeId: manifest.office,
      villageCode,
      capturedAt: intake.capturedAt,
      recordedOn,
      receivedAt: now,
      content,
      version: through.length,
    });
    await insertItems(tx, items);
    const { entryId } = await record(tx, actor, {
      label: 'enrolment.packet_taken',
      subjects: [{ nik, detail: 'recording' }],
      facts: { packet: id, station: intake.stationId, status, items: manifest.items.length, exceptions, content },
    });
    const zone = zoneOf(villageCode);
    const steps = through.map((each, n): StepRow => {
      const captured = each === 'BIO_CAPTURED';
      return {
        nik,
        packet: id,
        version: n + 1,
        status: each,
        at: captured ? intake.capturedAt : each === 'RECEIVED_AT_CENTRAL' ? now : intake.openedAt,
        occurredOn: captured ? recordedOn : dayIn(zone, now),
        recordedAt: now,
        officerId: captured ? manifest.officer : actor.id,
        why: null,
      };
    });
    await insertSteps(tx, entryId, steps);
    await openRecordings(tx, now, [{ nik, packet: id, version: 1, on: recordedOn }]);
    await appointmentsKept(tx, [nik]);
    if (exceptions === 0) await speak(tx, actor, packetsReceived, [{ nik, packet: id, villageCode }]);
    return { status };
  });
}

/** Templates as they are, sealed; pictures as the person's files. A finger's two parts become one item. */
async function keepItems(
  tx: Tx,
  actor: Actor,
  of: { nik: Nik; villageCode: string; packet: Uuid },
  { manifest, bytesOf }: OpenedPacket,
): Promise<NewItem[]> {
  const bufferOf = (item: PacketItem) => Buffer.from(bytesOf(item));
  for (const item of manifest.items) {
    const fault = item.format && templateFault(item.format, bufferOf(item), item.position);
    if (fault) throw refuse('enrolment.template_unreadable', { values: { item: itemKey(item) }, detail: fault });
  }
  const pictured = manifest.items.filter((item) => item.mediaType !== null);
  const files = await storeFiles(
    tx,
    actor,
    pictured.map((item) => ({
      nik: of.nik,
      villageCode: of.villageCode,
      kind: `recording.${item.modality}`,
      name: `item.${item.mediaType === 'image/png' ? 'png' : 'jpg'}`,
      bytes: bufferOf(item),
      allowed: [item.mediaType as MediaType],
    })),
  );
  const fileOf = new Map(pictured.map((item, n) => [itemKey(item), files[n]!]));
  const { vault } = tx.ground;
  const whole = new Map<string, NewItem>();
  for (const item of manifest.items) {
    const key = itemKey(item);
    const { modality, position, quality, tries, format, exception } = item;
    const template =
      format && vault.sealForPerson(of.nik, templatePlace({ packet: of.packet, modality, position }), bufferOf(item));
    const other = whole.get(key);
    whole.set(key, {
      nik: of.nik,
      packet: of.packet,
      modality,
      position,
      quality: quality ?? other?.quality ?? null,
      tries: Math.max(tries, other?.tries ?? 1),
      template: template ?? other?.template ?? null,
      format: format ?? other?.format ?? null,
      fileId: fileOf.get(key) ?? null,
      exception,
    });
  }
  return [...whole.values()];
}

/** One at a time for a person, so that two packets of one capture see one another. Until the transaction ends. */
export async function alonePerson(tx: Tx, nik: Nik): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('enrolment.person', ${nik}::bigint))`);
}
