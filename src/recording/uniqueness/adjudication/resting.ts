import { restingPlace } from '../rules.ts';
import type { AdjudicationRow } from '../sql.ts';

/** Where a packet goes by the pairs in which it stands; null while one of them is open. */
export function restingStatus(pairs: readonly AdjudicationRow[], packet: string) {
  return restingPlace(
    pairs
      .filter((pair) => pair.packet === packet || pair.otherPacket === packet)
      .map((pair) => ({
        outcome: pair.outcome,
        later: (pair.kept === 'later' ? pair.otherPacket : pair.packet) === packet,
        oneNik: pair.nik === pair.otherNik,
      })),
  );
}
