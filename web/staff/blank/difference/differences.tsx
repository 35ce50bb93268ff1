import { useQuery } from '@tanstack/react-query';
import { listDiscrepanciesContract } from '../../../../src/cards/blank/contract.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { RegionFilter, useRegionChosen, useSetFilters } from '../../enrolment/filter/region-filter.tsx';
import { useHouse } from '../../house.tsx';
import { useHouseNow, useSession } from '../../session.tsx';
import { LossPages } from '../find/pages.tsx';
import { Go } from '../go.tsx';
import type { Difference } from './line.tsx';
import { Settle } from './settle.tsx';
import { texts } from './texts.ts';

/** Open differences by deadline; one of them opens in the same place, kept in the address. */
export function Differences() {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const now = useHouseNow(60_000);
  const [chosen] = useFilter('kasus');
  const setFilters = useSetFilters();
  const region = useRegionChosen()?.slice(0, 6);
  const query = useQuery({
    queryKey: ['blank', 'differences', region],
    queryFn: ({ signal }) => client.call(listDiscrepanciesContract, region ? { region } : {}, { signal }),
  });
  const all = query.data?.discrepancies ?? [];
  const difference = all.find(({ id }) => id === chosen);
  const close = () => setFilters({ kasus: undefined });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <LossPages />
      <p className="soft">{say('about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : chosen === undefined ? (
        <>
          <RegionFilter />
          <WorkList
            label={say('list')}
            empty={say('empty')}
            now={now}
            onOpen={({ key }) => setFilters({ kasus: key }, 'push')}
            items={all.map((each) => ({
              key: each.id,
              title: title(each, say),
              why: why(each, say),
              since: Date.parse(each.openedAt),
              tag: <Left dueOn={each.dueOn} />,
            }))}
          />
        </>
      ) : (
        <>
          <p>
            <button type="button" className="link" onClick={close}>
              {say('back')}
            </button>
          </p>
          {difference ? (
            <One
              difference={difference}
              onSettled={() => {
                close();
                void queries.invalidateQueries({ queryKey: ['blank'] });
              }}
            />
          ) : (
            <Empty will={say('gone')} how={say('gone.how')} />
          )}
        </>
      )}
    </>
  );
}

type Say = ReturnType<typeof useSay<keyof typeof texts.id>>;

function title({ expected, counted, store }: Difference, say: Say): string {
  return expected > counted
    ? say('short', { n: expected - counted, store })
    : say('over', { n: counted - expected, store });
}

function why({ shipment, expected, counted }: Difference, say: Say): string {
  return shipment === null
    ? say('why.stock', { expected, counted })
    : say('why.shipment', { number: shipment, expected, counted });
}

function Left({ dueOn }: { dueOn: string }) {
  const say = useSay(texts);
  const days = Math.round((Date.parse(dueOn) - Date.parse(useOfficeDay())) / 86_400_000);
  return days < 0 ? (
    <Tag standing="stopped">{say('late', { days: -days })}</Tag>
  ) : (
    <Tag standing={days < 2 ? 'stopped' : 'waiting'}>{say('left', { days })}</Tag>
  );
}

function One({ difference, onSettled }: { difference: Difference; onSettled: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const { shipmentId, shipment, storeId, store, office } = difference;
  return (
    <article>
      <h2>{title(difference, say)}</h2>
      <p>
        <Left dueOn={difference.dueOn} />
      </p>
      <dl className="facts">
        <dt>{say('store')}</dt>
        <dd>
          <Go to={`/gudang/${storeId}`}>{store}</Go>, {office}
        </dd>
        {shipmentId && (
          <>
            <dt>{say('shipment')}</dt>
            <dd>
              <Go to={`/pengiriman/${shipmentId}`}>{shipment}</Go>
            </dd>
          </>
        )}
        <dt>{say('expected')}</dt>
        <dd>{format.number(difference.expected)}</dd>
        <dt>{say('counted')}</dt>
        <dd>{format.number(difference.counted)}</dd>
        <dt>{say('openedAt')}</dt>
        <dd>{format.instant(difference.openedAt)}</dd>
        <dt>{say('dueOn')}</dt>
        <dd>{format.date(difference.dueOn)}</dd>
      </dl>
      {!scopes.includes('blank.settle') ? (
        <p className="note">{say('noRight')}</p>
      ) : difference.maySettle ? (
        <Settle key={difference.id} difference={difference} onSettled={onSettled} />
      ) : (
        <p className="note sealed">{say('own')}</p>
      )}
    </article>
  );
}
