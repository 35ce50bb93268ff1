import { useQuery } from '@tanstack/react-query';
import { listShipmentsContract, listStoresContract } from '../../../../src/cards/blank/contract.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go } from '../go.tsx';
import { useBlankWords } from '../words/words.ts';
import { ShipmentState, type Shipment } from './state.tsx';
import { texts } from './texts.ts';

const DAYS = ['30', '90', '366'] as const;

/** Shipments from and to a store of my office: those on their way first, each with where it is and what I may do. */
export function Shipments() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const [chosen, choose] = useFilter('gudang');
  const [wanted, chooseDays] = useFilter('hari');
  const days = DAYS.find((each) => each === wanted) ?? '30';
  const keeps = scopes.includes('blank.keep');
  const stores = useQuery({
    queryKey: ['blank', 'stores', keeps ? 'office' : 'all'],
    queryFn: ({ signal }) => client.call(listStoresContract, keeps ? {} : { all: 'yes' }, { signal }),
  });
  const list = stores.data?.stores ?? [];
  const store = list.find(({ id }) => id === chosen) ?? list.find(({ own }) => own) ?? list[0];
  const query = useQuery({
    queryKey: ['blank', 'shipments', store?.id, days],
    queryFn: ({ signal }) => client.call(listShipmentsContract, { store: store!.id, days: Number(days) }, { signal }),
    enabled: store !== undefined,
  });
  const error = stores.error ?? query.error;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        <div className="row">
          <Go look="btn quiet" to="/bast">
            {say('minutes')}
          </Go>
          {scopes.includes('blank.rebalance.propose') && (
            <Go look="btn quiet" to="/pemindahan">
              {say('rebalance')}
            </Go>
          )}
          {keeps && (
            <Go look="btn" to="/kirim">
              {say('send.title')}
            </Go>
          )}
        </div>
      </div>
      <p className="soft">{say('about')}</p>
      {list.length > 0 && (
        <div className="filter-bar no-print">
          <ChoiceField
            label={say('store')}
            value={store?.id ?? ''}
            choices={list.map(({ id, name, office }) => ({ value: id, label: `${name}, ${office}` }))}
            onChange={(event) => choose(event.target.value)}
          />
          <ChoiceField
            label={say('days')}
            value={days}
            choices={DAYS.map((n) => ({ value: n, label: say('days.n', { n }) }))}
            onChange={(event) => chooseDays(event.target.value)}
          />
        </div>
      )}
      {error ? (
        <Failing error={error} again={() => void (stores.error ? stores.refetch() : query.refetch())} />
      ) : stores.data && !store ? (
        <Empty will={say('empty.store')} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : query.data.shipments.length === 0 ? (
        <Empty will={say('empty')} />
      ) : (
        <ul className="plain cases" aria-label={say('list')}>
          {query.data.shipments.map((shipment) => (
            <li key={shipment.id}>
              <Line shipment={shipment} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ shipment }: { shipment: Shipment }) {
  const say = useSay(texts);
  const words = useBlankWords();
  const late = shipment.state === 'sent' && shipment.expectedOn < useOfficeDay();
  return (
    <>
      <h2>
        <Go to={`/pengiriman/${shipment.id}`}>{shipment.number}</Go>
      </h2>
      <p className="row">
        <span>{say('way', { from: shipment.from, to: shipment.to })}</span>
        {shipment.n !== null && <span className="soft">{words.pieces(shipment.n)}</span>}
        {late && <Tag standing="stopped">{say('late')}</Tag>}
        {shipment.mayCount && <Tag standing="waiting">{say('may.count')}</Tag>}
        {shipment.mayTakeBack && <Tag standing="plain">{say('may.back')}</Tag>}
      </p>
      <ShipmentState shipment={shipment} />
    </>
  );
}
