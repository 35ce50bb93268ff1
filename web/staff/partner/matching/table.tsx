import { Fragment } from 'react';
import type { StaffMatching } from '../../../../src/sharing/matching/schema.ts';
import type { MatchingState } from '../../../../src/sharing/matching/rules.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Go } from '../form/ask.tsx';
import { texts } from './texts.ts';

const STANDING: Readonly<Record<MatchingState, Standing>> = {
  uploading: 'plain',
  approval: 'waiting',
  running: 'plain',
  held: 'waiting',
  done: 'done',
  deleted: 'plain',
  cancelled: 'plain',
  stopped: 'stopped',
  failed: 'stopped',
};

export function MatchingTag({ state }: { state: MatchingState }) {
  const say = useSay(texts);
  return <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>;
}

export function Signals({ signals }: Pick<StaffMatching, 'signals'>) {
  const say = useSay(texts);
  if (signals.length === 0) return <>{say('signals.none')}</>;
  return (
    <>
      {signals.map((signal) => (
        <Fragment key={signal}>
          <Tag standing="stopped">{say(`signal.${signal}`)}</Tag>{' '}
        </Fragment>
      ))}
    </>
  );
}

/** Files with their state, those that wait first; `named` says whose they are. */
export function MatchingTable({
  query,
  empty,
  named,
}: {
  query: { data: { matchings: readonly StaffMatching[] } | undefined; error: unknown; refetch: () => unknown };
  empty: string;
  named: boolean;
}) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('title')}
      rows={rowsOf({ ...query, data: query.data?.matchings })}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'reference',
          head: say('reference'),
          names: true,
          cell: ({ id, reference }) => <Go to={`/pemadanan/${id}`}>{reference}</Go>,
        },
        ...(named
          ? [
              {
                key: 'institution',
                head: say('institution'),
                cell: ({ institutionId, institution }: StaffMatching) => (
                  <Go to={`/lembaga/${institutionId}`}>{institution}</Go>
                ),
              },
            ]
          : []),
        { key: 'state', head: say('state'), cell: ({ state }) => <MatchingTag state={state} /> },
        { key: 'since', head: say('since'), cell: ({ since }) => format.instant(since) },
        {
          key: 'rows',
          head: say('rows'),
          number: true,
          cell: ({ counts, expectedRows }) =>
            say('rows.of', { n: counts.rows + counts.refused, expected: expectedRows }),
        },
        { key: 'signals', head: say('signals'), cell: ({ signals }) => <Signals signals={signals} /> },
      ]}
    />
  );
}
