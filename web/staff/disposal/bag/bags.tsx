import { useNavigate } from '@tanstack/react-router';
import { listBagsContract, openBagContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { ActButton } from '../form/act-button.tsx';
import { useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { BagTags } from '../words/bag-state.tsx';
import { texts } from './texts.ts';

/** Bags of the own office, or of a region that the officer answers for. */
export function Bags() {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const mayBag = useMay('disposal.bag');
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAsk(listBagsContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <div className="row">
        {mayBag && (
          <ActButton
            contract={openBagContract}
            input={{}}
            label={say('open')}
            onDone={({ id, number }) => {
              tell('done', say('opened', { number }));
              refresh();
              void navigate({ to: `/petugas/pemusnahan/kantong/${id}` as '/petugas' });
            }}
          />
        )}
        {mayBag && (
          <Go to="/pemusnahan/kiriman" look="btn quiet">
            {say('toDispatches')}
          </Go>
        )}
        <Go to="/pemusnahan/selisih" look="btn quiet">
          {say('toDifferences')}
        </Go>
      </div>
      <RegionFilter />
      <DataTable
        caption={say('title')}
        rows={rowsOf({ ...query, data: query.data?.bags })}
        rowKey={({ id }) => id}
        empty={say('empty')}
        columns={[
          {
            key: 'number',
            head: say('number'),
            names: true,
            cell: ({ id, number }) => <Go to={`/pemusnahan/kantong/${id}`}>{number}</Go>,
          },
          { key: 'office', head: say('office'), cell: ({ office }) => office },
          {
            key: 'state',
            head: say('state'),
            cell: (bag) => (
              <>
                <BagTags bag={bag} /> {bag.mayCount && <Tag standing="plain">{say('youCount')}</Tag>}
              </>
            ),
          },
          {
            key: 'n',
            head: say('n'),
            number: true,
            cell: ({ n, state }) => (n === null ? (state === 'OPEN' ? '–' : say('blind')) : format.number(n)),
          },
          { key: 'place', head: say('place'), cell: ({ place }) => place ?? '–' },
        ]}
      />
    </>
  );
}
