import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { listShipmentsContract } from '../../../../src/cards/blank/contract.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { texts } from './texts.ts';

export type Shipment = AnswerOf<typeof listShipmentsContract>['shipments'][number];

/** Where a shipment is on its way, and who must act next. */
export function ShipmentState({ shipment }: { shipment: Shipment }) {
  const say = useSay(texts);
  const stations = useStations(shipment);
  return <StateLine label={say('line', { number: shipment.number })} stations={stations} />;
}

function useStations(shipment: Shipment): readonly Station[] {
  const say = useSay(texts);
  const format = useFormat();
  const dayOf = useDayOf();
  const sent: Station = {
    name: say('at.sent'),
    when: 'past',
    date: dayOf(shipment.sentAt),
    note: shipment.fromOffice,
    who: shipment.sentBy,
  };
  const receiver = shipment.receiver ? { who: shipment.receiver } : {};
  const ended = shipment.endedAt ? { date: dayOf(shipment.endedAt) } : {};
  switch (shipment.state) {
    case 'sent':
      return [
        sent,
        {
          name: say('at.counting'),
          when: 'now',
          note: say('at.expected', { on: format.date(shipment.expectedOn) }),
          ...receiver,
        },
        { name: say('at.stock'), when: 'next', note: shipment.toOffice },
      ];
    case 'difference':
      return [
        sent,
        { name: say('at.differs'), when: 'past', ...receiver },
        { name: say('at.decision'), when: 'now', who: say('at.third') },
      ];
    case 'accepted':
      return [sent, { name: say('at.accepted'), when: 'past', note: shipment.toOffice, ...ended, ...receiver }];
    case 'returned':
      return [sent, { name: say('at.returned'), when: 'past', note: shipment.fromOffice, ...ended }];
  }
}
