import type { FileLine, UsagePage } from '../../../../src/sharing/portal/usage/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** What is left to pay with, and the files that were compared, each with what it cost. */
export function Files({ data: { money, files } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      {money && (
        <section>
          <h2>{say('money')}</h2>
          <dl className="facts">
            <dt>{say('money.balance')}</dt>
            <dd>{format.rupiah(money.balance)}</dd>
            {money.held > 0 && (
              <>
                <dt>{say('money.held')}</dt>
                <dd>{format.rupiah(money.held)}</dd>
              </>
            )}
          </dl>
          <p className="soft">{say('money.about')}</p>
        </section>
      )}
      <section>
        <h2>{say('files')}</h2>
        <DataTable<FileLine>
          caption={say('files.caption')}
          rows={{ at: 'here', rows: files }}
          rowKey={({ matchingId }) => matchingId}
          empty={say('files.none')}
          columns={[
            {
              key: 'reference',
              head: say('reference'),
              names: true,
              cell: ({ reference, unit }) => (
                <>
                  <span className="mono wraps">{reference}</span>
                  <span className="soft under">{unit}</span>
                </>
              ),
            },
            { key: 'day', head: say('day'), cell: ({ day }) => format.date(day) },
            {
              key: 'rows',
              head: say('files.rows'),
              number: true,
              cell: ({ rows, complete }) => (
                <>
                  {format.number(rows)}
                  {money && <span className="soft under">{say(complete ? 'files.complete' : 'files.incomplete')}</span>}
                </>
              ),
            },
            {
              key: 'amount',
              head: say('files.amount'),
              number: true,
              cell: ({ amount }) => (amount > 0 ? format.rupiah(amount) : say('files.free')),
            },
            { key: 'entry', head: say('entry'), cell: ({ entry }) => <span className="mono wraps">{entry}</span> },
          ]}
        />
      </section>
    </>
  );
}
