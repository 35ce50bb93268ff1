import { listRequestsContract } from '../../../../src/cards/blank/supply/contract.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Asked, useMay } from '../../ask.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAskBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { SupplyPages } from './pages.tsx';
import { texts } from './texts.ts';
import { Needs, Priority, RequestState, type RequestLine } from './words.tsx';

/** What stores ask for, by the priority of a shortage; then what was answered lately. */
export function Requests() {
  const say = useSay(texts);
  const mayAsk = useMay('blank.keep');
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAskBlanks(listRequestsContract, region ? { region } : {});
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('requests')}
        </h1>
        {mayAsk && (
          <Go look="btn" to="/permintaan/baru">
            {say('ask')}
          </Go>
        )}
      </div>
      <SupplyPages />
      <p className="soft">{say('requests.about')}</p>
      <RegionFilter />
      <Asked query={query}>
        {({ requests }) => (
          <>
            <h2>{say('open')}</h2>
            <Table which="open" requests={requests.filter(({ state }) => state === 'open')} />
            <h2>{say('ended')}</h2>
            <Table which="ended" requests={requests.filter(({ state }) => state !== 'open')} />
          </>
        )}
      </Asked>
    </>
  );
}

function Table({ which, requests }: { which: 'open' | 'ended'; requests: readonly RequestLine[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const last: Column<RequestLine> =
    which === 'open'
      ? { key: 'priority', head: say('col.priority'), cell: ({ rank }) => <Priority rank={rank} /> }
      : { key: 'state', head: say('col.state'), cell: ({ state }) => <RequestState state={state} /> };
  return (
    <DataTable
      caption={say(which)}
      empty={say(`${which}.empty`)}
      rows={{ at: 'here', rows: requests }}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          head: say('col.number'),
          names: true,
          cell: ({ id, number }) => <Go to={`/permintaan/${id}`}>{number}</Go>,
        },
        {
          key: 'store',
          head: say('col.store'),
          cell: ({ store, office }) => (
            <>
              {store} <span className="soft block">{office}</span>
            </>
          ),
        },
        { key: 'needs', head: say('col.needs'), cell: ({ needs }) => <Needs needs={needs} /> },
        { key: 'n', head: say('col.n'), number: true, cell: ({ n }) => format.number(n) },
        { key: 'asked', head: say('col.asked'), cell: ({ askedAt }) => format.instant(askedAt) },
        last,
      ]}
    />
  );
}
