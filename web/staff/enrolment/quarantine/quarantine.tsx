import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listQuarantineContract } from '../../../../src/recording/enrolment/intake/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { Desk } from '../desk.tsx';
import { Held } from './held.tsx';
import { texts } from './texts.ts';

export type HeldPacket = AnswerOf<typeof listQuarantineContract>['packets'][number];

/** What waits for a person's decision. */
export function Quarantine() {
  const say = useSay(texts);
  const { client } = useHouse();
  return (
    <Desk<HeldPacket>
      name="quarantine"
      say={say}
      load={async (signal) => (await client.call(listQuarantineContract, {}, { signal })).packets}
      item={(packet) => ({
        title: packet.name ?? say('unknown'),
        why: [...packet.why.map(({ text }) => text), packet.station].join(' '),
        since: Date.parse(packet.openedAt),
      })}
      open={(packet, { close, again }) => (
        <Held
          key={packet.id}
          packet={packet}
          onDecided={() => {
            close();
            void again();
          }}
          onGone={() => void again()}
        />
      )}
    />
  );
}
