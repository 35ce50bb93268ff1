/** What to say of a packet, and what to do where it was refused: pure. */
import type { Standing } from '../../../kit/tag.tsx';
import type { WaitingPacket } from './packets.ts';
import type { texts } from './texts.ts';

type Key = keyof typeof texts.id;

export interface PacketWords {
  readonly standing: Standing;
  readonly state: Key;
  readonly how: Key | null;
}

type Said = Pick<WaitingPacket, 'id' | 'state' | 'received' | 'size'>;

/** `sending`: the packet that some tab sends at this moment. */
export function wordsOf(packet: Said, sending: string | null): PacketWords {
  const { state, received, size } = packet;
  if (state.at === 'held') return { standing: 'sealed', state: 'state.held', how: 'state.held.how' };
  if (state.at === 'refused') return { standing: 'stopped', state: 'state.refused', how: null };
  if (received >= size && state.for !== 'officer') return { standing: 'waiting', state: 'state.answer', how: null };
  if (sending === packet.id) return { standing: 'waiting', state: 'state.sending', how: null };
  if (state.for === 'turn') return { standing: 'waiting', state: 'state.turn', how: null };
  return { standing: 'waiting', state: `state.${state.for}`, how: `state.${state.for}.how` };
}

const TODO: Readonly<Record<string, Key>> = {
  'enrolment.station_unknown': 'todo.station',
  'enrolment.station_revoked': 'todo.station',
  'enrolment.packet_two_stations': 'todo.station',
  'enrolment.packet_other_centre': 'todo.centre',
  'enrolment.packet_replayed': 'todo.nothing',
  'enrolment.packet_turned_down': 'todo.turnedDown',
  'outbox.bytes_gone': 'todo.gone',
};

export const todoOf = (code: string): Key => TODO[code] ?? 'todo.record';
