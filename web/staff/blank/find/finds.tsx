import { listFindsContract } from '../../../../src/cards/blank/find/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAskBlanks } from '../ask.ts';
import { useCarry } from '../carried.ts';
import { Go, useGo } from '../go.tsx';
import { Serials } from '../scan/serials.tsx';
import { LossPages } from './pages.tsx';
import { FindState, type FindLine, type Lost } from './state.tsx';
import { texts } from './texts.ts';

/** What is missing on whose account, and what was reported as found again. */
export function Finds() {
  const say = useSay(texts);
  const region = useRegionChosen()?.slice(0, 6);
  const [theCase, setCase] = useFilter('kasus');
  const query = useAskBlanks(listFindsContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <LossPages />
      <p className="soft">{say('about')}</p>
      <RegionFilter />
      <Asked query={query}>
        {({ lost, finds }) => (
          <>
            <h2>{say('finds')}</h2>
            <Reports finds={finds} />
            <h2>{say(theCase ? 'lost.of' : 'lost')}</h2>
            {theCase && (
              <p>
                <button type="button" className="link" onClick={() => setCase(undefined)}>
                  {say('lost.all')}
                </button>
              </p>
            )}
            <LostTable lost={lost.filter(({ discrepancyId }) => !theCase || discrepancyId === theCase)} />
          </>
        )}
      </Asked>
    </>
  );
}

function Reports({ finds }: { finds: readonly FindLine[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('finds')}
      empty={say('finds.empty')}
      rows={{ at: 'here', rows: finds }}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          head: say('number'),
          names: true,
          cell: ({ id, number }) => (
            <Go to={`/ditemukan/${id}`} preload={false}>
              {number}
            </Go>
          ),
        },
        { key: 'state', head: say('state'), cell: ({ state }) => <FindState state={state} /> },
        { key: 'store', head: say('store'), cell: ({ store, office }) => `${store}, ${office}` },
        { key: 'n', head: say('n'), number: true, cell: ({ n }) => format.number(n) },
        { key: 'place', head: say('place'), cell: ({ place, foundOn }) => `${format.date(foundOn)}, ${place}` },
        { key: 'by', head: say('by'), cell: ({ reportedBy }) => reportedBy },
      ]}
    />
  );
}

function LostTable({ lost }: { lost: readonly Lost[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const carry = useCarry();
  const go = useGo();
  return (
    <DataTable
      caption={say('lost')}
      empty={say('lost.empty')}
      rows={{ at: 'here', rows: lost }}
      rowKey={({ first }) => first}
      columns={[
        { key: 'serials', head: say('serials'), names: true, cell: (each) => <Serials span={each} /> },
        { key: 'n', head: say('n'), number: true, cell: ({ n }) => format.number(n) },
        {
          key: 'store',
          head: say('store'),
          cell: ({ storeId, store, office }) => (
            <>
              <Go to={`/gudang/${storeId}`}>{store}</Go>, {office}
            </>
          ),
        },
        { key: 'since', head: say('since'), cell: ({ since }) => format.instant(since) },
        {
          key: 'state',
          head: say('state'),
          cell: (each) => (
            <>
              <Tag standing={each.waits ? 'waiting' : 'stopped'}>{say(each.waits ? 'waits' : 'missing')}</Tag>{' '}
              {each.frozen && <Tag standing="sealed">{say('frozen')}</Tag>}
              {each.own && !each.waits && (
                <button
                  type="button"
                  className="link block"
                  aria-label={say('report.of', { serials: `${each.first}–${each.last}` })}
                  onClick={() => {
                    carry([{ first: each.first, last: each.last }]);
                    void go('/ditemukan/lapor');
                  }}
                >
                  {say('report')}
                </button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
