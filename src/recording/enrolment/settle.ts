/** The one way in which a packet goes from status to status: its row, its step, the standing of its person and the entry together. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { dayIn } from '../../core/time/index.ts';
import { zoneOf } from '../../register/region/index.ts';
import { packetsMoved, packetsReceived } from './notices.ts';
import { refuse } from './refusals.ts';
import {
  endRecordings,
  insertSteps,
  listPacketsForUpdate,
  openRecordings,
  updatePackets,
  type Counted,
  type PacketRow,
  type StepRow,
} from './sql.ts';
import { mayFollow, STATUSES, type Status } from './status.ts';

export interface Settled {
  readonly packet: string;
  readonly status: Status;
  /** Statuses that it goes through on the way there. */
  readonly through?: readonly Status[];
  readonly why?: string | null;
}

/**
 * Moves packets on, each once, as the check at the centre or the printing decided: RECEIVED_AT_CENTRAL to
 * PRINT_READY_RECORD and so on. All or none. A packet that stands there already stays, so that a job may say it twice.
 * @throws Refusal `enrolment.packet_not_found`, `enrolment.status_not_next`
 */
export async function settlePackets(tx: Tx, actor: Actor, settled: readonly Settled[]): Promise<void> {
  await advance(
    tx,
    actor,
    'enrolment.packet_settled',
    settled.map(({ packet, through = [], status, why }) => ({
      packet,
      through: [...through, status],
      why: why ?? null,
    })),
  );
}

export interface Advance {
  readonly packet: string;
  /** Statuses one after the other. */
  readonly through: readonly Status[];
  readonly why: string | null;
}

export async function advance(tx: Tx, actor: Actor, label: string, moves: readonly Advance[]): Promise<PacketRow[]> {
  const wanted = new Map(moves.map((move) => [move.packet, move]));
  const packets = await listPacketsForUpdate(tx, [...wanted.keys()]);
  if (packets.length < wanted.size) throw refuse('enrolment.packet_not_found');
  const moving = packets.filter((packet) => packet.status !== wanted.get(packet.id)!.through.at(-1));
  if (moving.length === 0) return packets;
  const now = tx.ground.clock.now();
  const by = actor.kind === 'officer' ? actor.id : null;
  const steps = moving.flatMap((packet) => stepsOf(packet, wanted.get(packet.id)!, now, by));
  const { entryId } = await record(tx, actor, {
    label,
    subjects: subjectsOf(moving),
    facts: { packets: moving.length, ...factsOf(moving, steps) },
  });
  await updatePackets(
    tx,
    moving.map(({ nik, id, version }) => {
      const { through } = wanted.get(id)!;
      return { nik, id, status: through.at(-1)!, since: now, version: version + through.length };
    }),
  );
  await insertSteps(tx, entryId, steps);
  await followStanding(tx, now, moving, steps);
  await tell(tx, actor, moving, steps);
  return moving;
}

function stepsOf(packet: PacketRow, { through, why }: Advance, now: Date, by: string | null): StepRow[] {
  let from = packet.status;
  return through.map((status, n) => {
    if (!mayFollow(from, status)) throw refuse('enrolment.status_not_next', { values: { from, to: status } });
    from = status;
    return {
      nik: packet.nik,
      packet: packet.id,
      version: packet.version + n + 1,
      status,
      at: now,
      occurredOn: dayIn(zoneOf(packet.villageCode), now),
      recordedAt: now,
      officerId: by,
      why: n === through.length - 1 ? why : null,
    };
  });
}

// One access row a person, though he may have two packets here.
function subjectsOf(packets: readonly PacketRow[]): { nik: Nik; detail: string }[] {
  return [...new Set(packets.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'recording' }));
}

function factsOf(moving: readonly PacketRow[], steps: readonly StepRow[]): Record<string, string | number> {
  if (moving.length === 1) return { packet: moving[0]!.id, status: steps.at(-1)!.status };
  const counts: Record<string, number> = {};
  const last = new Map(steps.map((step) => [step.packet, step.status]));
  for (const status of last.values()) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Whoever counted as recorded by a packet and does no more, and the other way round. */
async function followStanding(
  tx: Tx,
  now: Date,
  moving: readonly PacketRow[],
  steps: readonly StepRow[],
): Promise<void> {
  const last = new Map(steps.map((step) => [step.packet, step]));
  const turned = (into: boolean): Counted[] =>
    moving.flatMap((packet) => {
      const step = last.get(packet.id)!;
      const before = STATUSES[packet.status].recorded;
      const after = STATUSES[step.status].recorded;
      return before !== after && after === into
        ? [{ nik: packet.nik, packet: packet.id, version: step.version, on: step.occurredOn }]
        : [];
    });
  await endRecordings(tx, now, turned(false));
  await openRecordings(tx, now, turned(true));
}

async function tell(tx: Tx, actor: Actor, moving: readonly PacketRow[], steps: readonly StepRow[]): Promise<void> {
  const last = new Map(steps.map((step) => [step.packet, step.status]));
  await speak(
    tx,
    actor,
    packetsMoved,
    moving.map(({ nik, id, status }) => ({ nik, packet: id, from: status, to: last.get(id)! })),
  );
  await speak(
    tx,
    actor,
    packetsReceived,
    moving
      .filter(({ id }) => last.get(id) === 'RECEIVED_AT_CENTRAL')
      .map(({ nik, id, villageCode }) => ({ nik, packet: id, villageCode })),
  );
}
