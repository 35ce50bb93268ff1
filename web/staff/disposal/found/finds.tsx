import { listFoundContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAsk, useMay } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { texts } from './texts.ts';

/** Finds of the officer's region. */
export function Finds() {
  const say = useSay(texts);
  const format = useFormat();
  const mayRecord = useMay('disposal.found.record');
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAsk(listFoundContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      {mayRecord && (
        <p>
          <Go to="/ktp-ditemukan/catat" look="btn">
            {say('record')}
          </Go>
        </p>
      )}
      <DataTable
        caption={say('title')}
        rows={rowsOf({ ...query, data: query.data?.found })}
        rowKey={({ id }) => id}
        empty={say('empty')}
        columns={[
          {
            key: 'number',
            head: say('number'),
            names: true,
            cell: ({ id, number }) => <Go to={`/ktp-ditemukan/${id}`}>{number}</Go>,
          },
          { key: 'place', head: say('place'), cell: ({ place }) => place },
          { key: 'on', head: say('on'), cell: ({ foundOn }) => format.date(foundOn) },
          { key: 'listed', head: say('listed'), number: true, cell: ({ listed }) => format.number(listed) },
          {
            key: 'n',
            head: say('n'),
            number: true,
            cell: ({ reconciled }) =>
              reconciled === null ? <Tag standing="waiting">{say('pending')}</Tag> : format.number(reconciled),
          },
        ]}
      />
      <RegionFilter />
    </>
  );
}
