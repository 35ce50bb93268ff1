import { useQuery } from '@tanstack/react-query';
import { listDeliveriesContract } from '../../../../src/cards/blank/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go } from '../go.tsx';
import { texts } from './texts.ts';

export type Delivery = AnswerOf<typeof listDeliveriesContract>['deliveries'][number];

export function useDeliveries() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['blank', 'deliveries'],
    queryFn: async ({ signal }) => (await client.call(listDeliveriesContract, {}, { signal })).deliveries,
  });
}

/** Whether this officer works where the supplier delivers: at the centre, with the right that is named. */
export function useAtCentre(scope: string): boolean {
  const { office, scopes } = useSession();
  return scopes.includes(scope) && (office.regionCode ?? '') === '';
}

/** What suppliers have delivered, the newest first, and what of it waits for a count. */
export function Deliveries() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useDeliveries();
  const mayRecord = useAtCentre('blank.deliver');
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {mayRecord && (
          <Go look="btn" to="/pemasok/catat">
            {say('record')}
          </Go>
        )}
      </div>
      <p className="soft">{say('about')}</p>
      <DataTable
        caption={say('list')}
        empty={say('empty')}
        rows={rowsOf(query)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            head: say('number'),
            names: true,
            cell: ({ id, number }) => <Go to={`/pemasok/${id}`}>{number}</Go>,
          },
          { key: 'supplier', head: say('supplier'), cell: ({ supplier }) => supplier },
          { key: 'on', head: say('on'), cell: ({ deliveredOn }) => format.date(deliveredOn) },
          { key: 'n', head: say('n'), number: true, cell: ({ n }) => (n === null ? '–' : format.number(n)) },
          { key: 'uids', head: say('uids'), number: true, cell: ({ uids }) => (uids > 0 ? format.number(uids) : '–') },
          { key: 'state', head: say('state'), cell: (each) => <DeliveryState delivery={each} /> },
        ]}
      />
    </>
  );
}

export function DeliveryState({ delivery: { counted, own } }: { delivery: Delivery }) {
  const say = useSay(texts);
  const mayCount = useAtCentre('blank.keep');
  if (counted) return <Tag standing="done">{say('counted')}</Tag>;
  return <Tag standing="waiting">{say(mayCount && !own ? 'waits.mine' : 'waits')}</Tag>;
}
