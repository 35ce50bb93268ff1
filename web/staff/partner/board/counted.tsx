import { useState } from 'react';
import { countedContract } from '../../../../src/sharing/partner/contract.ts';
import { COUNTERS, type Counter } from '../../../../src/sharing/partner/ladder/rules.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { useHouseDay } from '../../session.tsx';
import { Go, useAsk } from '../form/ask.tsx';
import { StageTag } from '../words/tags.tsx';
import { texts } from './texts.ts';

/** The institutions that one counter counts on a day. */
export function Counted() {
  const named = useAddressPart('counter');
  const counter = COUNTERS.find((each) => each === named) ?? 'agreement';
  const [day] = useFilter('tanggal');
  return <CountedOn key={`${counter} ${day}`} counter={counter} day={day} />;
}

function CountedOn({ counter, day }: { counter: Counter; day: string | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const today = useHouseDay();
  const [cursor, setCursor] = useState<string | null>(null);
  const query = useAsk(countedContract, { counter, ...(day ? { asOf: day } : {}), ...(cursor ? { cursor } : {}) });
  const shown = day ?? today;
  return (
    <>
      <p className="soft no-print">
        <Go to="/kerja-sama" search={day ? { tanggal: day } : {}}>
          {say('back')}
        </Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('counted', { counter: say(`counter.${counter}`), day: format.date(shown) })}
      </h1>
      <p className="soft">{say('known')}</p>
      <DataTable
        caption={say(`counter.${counter}`)}
        rows={rowsOf({ ...query, data: query.data?.institutions })}
        rowKey={({ institutionId }) => institutionId}
        empty={say('counted.empty')}
        columns={[
          {
            key: 'institution',
            head: say('institution'),
            names: true,
            cell: ({ institutionId, institution }) => <Go to={`/lembaga/${institutionId}`}>{institution}</Go>,
          },
          { key: 'kind', head: say('kind'), cell: ({ kind }) => say(`partner.kind.${kind}`) },
          { key: 'stage', head: say('stage'), cell: ({ stage }) => <StageTag stage={stage} /> },
          { key: 'since', head: say('since'), cell: ({ since }) => format.date(since) },
          { key: 'number', head: say('number'), cell: ({ number }) => number },
        ]}
      />
      <p className="row no-print">
        {cursor && (
          <button type="button" className="btn quiet" onClick={() => setCursor(null)}>
            {say('first')}
          </button>
        )}
        {query.data?.next && (
          <button type="button" className="btn quiet" onClick={() => setCursor(query.data.next)}>
            {say('next')}
          </button>
        )}
      </p>
    </>
  );
}
