/** What a decision does to the packets, and how it is written down so that it can be taken back. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { findPacket, mayFollow, settlePackets, type Status } from '../../enrolment/index.ts';
import * as statements from '../sql.ts';
import { restingStatus } from './resting.ts';

const WAITING: readonly Status[] = ['ADJUDICATE_RECORD', 'ADJUDICATE_IN_PROCESS'];

/**
 * Moves both packets of a pair to where all their pairs put them. One that waits goes on when none of its pairs is open; one
 * that went on before turns only where it is now the duplicate, and back only where a merge says so. Runs as `system`.
 */
export async function settlePair(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  { entryId, mayReturn = false }: { entryId: Uuid; mayReturn?: boolean },
): Promise<void> {
  const packets = packetsOf(pair);
  const pairs = await statements.listAdjudicationsOfPackets(tx, packets);
  for (const id of packets) {
    const packet = await findPacket(tx, id);
    const status = restingStatus(pairs, id);
    if (!packet || !status || packet.status === status) continue;
    const turns = status === 'DUPLICATE_RECORD' && mayFollow(packet.status, status);
    const returns = mayReturn && packet.status === 'DUPLICATE_RECORD' && status === 'PRINT_READY_RECORD';
    if (!WAITING.includes(packet.status) && !turns && !returns) continue;
    await move(tx, actor, pair, { id, status, entryId });
  }
}

/** The first opinion begins it; a new round brings back what had gone on. A card that is made already stays where it is. */
export async function bringBack(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  { status, entryId }: { status: 'ADJUDICATE_RECORD' | 'ADJUDICATE_IN_PROCESS'; entryId: Uuid },
): Promise<void> {
  const packets = status === 'ADJUDICATE_RECORD' ? [pair.packet] : packetsOf(pair);
  for (const id of packets) {
    const packet = await findPacket(tx, id);
    if (packet && mayFollow(packet.status, status)) await move(tx, actor, pair, { id, status, entryId });
  }
}

/**
 * A recording under a NIK whose owner's body it is not says nothing of him: it ends, and he is recorded again. Of two bodies
 * under one NIK both end, or the earlier one would keep its owner from being recorded.
 */
export async function endRecordings(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  entryId: Uuid,
): Promise<void> {
  const ending = pair.nik === pair.otherNik ? packetsOf(pair) : [pair.packet];
  for (const id of ending)
    for (const status of ['ADJUDICATE_RECORD', 'ENROLL_FAILURE_AT_CENTRAL'] as const) {
      const packet = await findPacket(tx, id);
      if (packet && mayFollow(packet.status, status)) await move(tx, actor, pair, { id, status, entryId });
    }
}

const packetsOf = ({ packet, otherPacket }: statements.AdjudicationRow) =>
  otherPacket ? [packet, otherPacket] : [packet];

async function move(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  { id, status, entryId }: { id: Uuid; status: Status; entryId: Uuid },
): Promise<void> {
  await settlePackets(tx, actor, [{ packet: id, status, why: pair.reason }]);
  await follow(tx, pair, entryId, { what: 'packet', ref: id, detail: status });
}

export async function follow(
  tx: Tx,
  { id, round }: Pick<statements.AdjudicationRow, 'id' | 'round'>,
  entryId: Uuid,
  done: Pick<statements.FollowedRow, 'what' | 'ref' | 'detail'>,
): Promise<void> {
  await statements.insertFollowed(tx, [
    { id: newId(), adjudication: id, round, at: tx.ground.clock.now(), entryId, ...done },
  ]);
}
