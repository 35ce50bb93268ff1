import { listHintsContract } from '../../../src/sharing/returned-data/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { Go } from '../go.tsx';
import { useAsk } from './ask.ts';
import { texts } from './texts.ts';

/** What partners say otherwise about people who live here, the longest wait first. */
export function Hints() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useAsk(listHintsContract, {});
  const { hints, waiting = 0 } = query.data ?? {};
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <DataTable
        caption={say('title')}
        rows={rowsOf({ ...query, data: hints })}
        rowKey={({ id }) => id}
        empty={say('empty')}
        columns={[
          {
            key: 'person',
            head: say('person'),
            names: true,
            cell: ({ id, name }) => (
              <Go to={`/data-balikan/${id}`} preload={false}>
                {name}
              </Go>
            ),
          },
          { key: 'place', head: say('place'), cell: ({ place }) => place },
          {
            key: 'differing',
            head: say('differing'),
            cell: ({ differing }) => differing.map((element) => say(`partner.element.${element}`)).join(', '),
          },
          { key: 'institution', head: say('institution'), cell: ({ institution }) => institution },
          { key: 'learnedOn', head: say('learnedOn'), cell: ({ learnedOn }) => format.date(learnedOn) },
        ]}
      />
      {hints && waiting > hints.length && <p className="soft">{say('more', { n: waiting })}</p>}
    </>
  );
}
