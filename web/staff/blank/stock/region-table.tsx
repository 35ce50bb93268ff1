import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Go } from '../go.tsx';
import { Equation } from './equation.tsx';
import type { StoreLine } from './stock.tsx';
import { texts } from './texts.ts';

const NUMBERS = ['inStock', 'inTransit', 'personalised', 'spoiled', 'missing'] as const;

/** Every store of a region in a line, those that do not add up first. */
export function RegionTable({ stores, total }: { stores: readonly StoreLine[]; total: StoreLine['balance'] }) {
  const say = useSay(texts);
  const format = useFormat();
  const off = stores.reduce((sum, store) => sum + Math.abs(store.difference), 0);
  const numbers = NUMBERS.map((key): Column<StoreLine> => ({
    key,
    head: say(key),
    number: true,
    cell: ({ balance }) => format.number(balance[key]),
  }));
  return (
    <>
      <h2>{say('total')}</h2>
      <p className="soft">{say('total.about')}</p>
      <Equation name={say('total')} balance={total} difference={off} />
      <h2>{say('list')}</h2>
      <DataTable
        caption={say('list')}
        empty={say('empty.region')}
        rows={{
          at: 'here',
          rows: stores.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
        }}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'store',
            head: say('col.store'),
            names: true,
            cell: ({ id, name, office }) => (
              <>
                <Go to={`/gudang/${id}`}>{name}</Go> <span className="soft block">{office}</span>
              </>
            ),
          },
          {
            key: 'keeper',
            head: say('col.keeper'),
            cell: ({ keeper }) => keeper ?? <Tag standing="stopped">{say('keeper.none')}</Tag>,
          },
          ...numbers,
          {
            key: 'adds',
            head: say('col.adds'),
            cell: ({ difference }) =>
              difference === 0 ? (
                <Tag standing="done">{say('adds')}</Tag>
              ) : (
                <Tag standing="stopped">{say('adds.not', { n: difference })}</Tag>
              ),
          },
        ]}
      />
    </>
  );
}
