import { listElectionsContract } from '../../../src/sharing/voter/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useMay } from '../ask.tsx';
import { Go } from '../go.tsx';
import { useAsk } from './ask.ts';
import { texts } from './texts.ts';
import { ElectionState, useArea, useElectionName } from './words.tsx';

/** Elections, the latest voting day first. */
export function Elections() {
  const say = useSay(texts);
  const format = useFormat();
  const nameOf = useElectionName();
  const areaOf = useArea();
  const query = useAsk(listElectionsContract, {});
  const mayPlan = useMay('voter.election.propose');
  const maySource = useMay('voter.source.manage');
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('elections')}
      </h1>
      <p>{say('elections.about')}</p>
      {(mayPlan || maySource) && (
        <p className="row no-print">
          {mayPlan && (
            <Go to="/pemilih/rencanakan" look="btn">
              {say('elections.plan')}
            </Go>
          )}
          {maySource && (
            <Go to="/pemilih/sumber" look="btn quiet">
              {say('elections.sources')}
            </Go>
          )}
        </p>
      )}
      <DataTable
        caption={say('elections')}
        rows={rowsOf({ ...query, data: query.data?.elections })}
        rowKey={({ id }) => id}
        empty={say('elections.empty')}
        columns={[
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: (election) => <Go to={`/pemilih/${election.id}`}>{nameOf(election)}</Go>,
          },
          {
            key: 'votingDay',
            head: say('votingDay'),
            cell: ({ votingDay, daysLeft, state }) => (
              <>
                {format.date(votingDay)}
                {daysLeft >= 0 && state !== 'HELD' && (
                  <span className="soft block">{say('daysLeft', { n: daysLeft })}</span>
                )}
              </>
            ),
          },
          { key: 'area', head: say('area'), cell: areaOf },
          { key: 'state', head: say('stateHead'), cell: ({ state }) => <ElectionState state={state} /> },
        ]}
      />
    </>
  );
}
