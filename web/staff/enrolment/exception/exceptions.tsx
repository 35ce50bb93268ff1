import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listExceptionsContract } from '../../../../src/recording/enrolment/contract.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { FixedPurpose } from '../../purpose/purpose.tsx';
import { Desk } from '../desk.tsx';
import { Excepted } from './excepted.tsx';
import { texts } from './texts.ts';

export type Packet = AnswerOf<typeof listExceptionsContract>['packets'][number];

/** What waits for another officer's eyes. */
export function Exceptions() {
  const say = useSay(texts);
  const { client } = useHouse();
  return (
    <Desk<Packet>
      name="exceptions"
      say={say}
      load={async (signal) => (await client.call(listExceptionsContract, {}, { signal })).packets}
      item={(packet) => ({
        title: packet.name,
        why: say('why', {
          count: packet.exceptions.filter(({ approved }) => !approved).length,
          place: packet.place,
          office: packet.office ?? say('elsewhere'),
        }),
        since: Date.parse(packet.since),
        tag: packet.own && <Tag standing="sealed">{say('own')}</Tag>,
      })}
      open={(packet, { close, again }) => (
        <FixedPurpose code="verification">
          <Excepted key={packet.id} packet={packet} onChange={again} onEnd={close} />
        </FixedPurpose>
      )}
    />
  );
}
