import { listPlansContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAsk, useMay } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { PlanTags } from './plan-state.tsx';
import { texts } from './texts.ts';

/** Plans of the officer's region, whatever became of them. */
export function Plans() {
  const say = useSay(texts);
  const format = useFormat();
  const mayPropose = useMay('disposal.destruction.propose');
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAsk(listPlansContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <p className="row">
        {mayPropose && (
          <Go to="/pemusnahan/usul" look="btn">
            {say('propose')}
          </Go>
        )}
        <Go to="/pemusnahan/laporan" look="btn quiet">
          {say('reports')}
        </Go>
      </p>
      <DataTable
        caption={say('title')}
        rows={rowsOf({ ...query, data: query.data?.plans })}
        rowKey={({ id }) => id}
        empty={say('empty')}
        columns={[
          {
            key: 'number',
            head: say('number'),
            names: true,
            cell: ({ id, number }) => <Go to={`/pemusnahan/rencana/${id}`}>{number}</Go>,
          },
          { key: 'office', head: say('office'), cell: ({ office }) => office },
          { key: 'day', head: say('day'), cell: ({ plannedOn }) => format.date(plannedOn) },
          { key: 'state', head: say('state'), cell: (plan) => <PlanTags {...plan} /> },
          { key: 'n', head: say('n'), number: true, cell: ({ n }) => format.number(n) },
          { key: 'bags', head: say('bags'), number: true, cell: ({ bags }) => format.number(bags) },
        ]}
      />
      <RegionFilter />
    </>
  );
}
