import { viewElectionContract } from '../../../../src/sharing/voter/contract.ts';
import { listReturnedContract } from '../../../../src/sharing/voter/returned/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { useMay } from '../../ask.tsx';
import { Go } from '../../go.tsx';
import { useAsk } from '../ask.ts';
import { useElectionName } from '../words.tsx';
import { texts } from './texts.ts';
import { UploadReturned } from './upload.tsx';
import { isRunning, STANDING, useListName } from './words.ts';

const AGAIN_MS = 2_000;

/** Lists of the commission for one election, and a new one. */
export function ReturnedLists() {
  const election = useAddressPart('electionId');
  const say = useSay(texts);
  const format = useFormat();
  const nameOf = useListName();
  const electionName = useElectionName();
  const mayUpload = useMay('voter.returned.manage');
  const about = useAsk(viewElectionContract, { id: election });
  const query = useAsk(listReturnedContract, { election });
  const running = query.data?.lists.some(isRunning) ?? false;
  useAsk(listReturnedContract, { election }, { again: AGAIN_MS, when: running });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/${election}`}>{about.data ? electionName(about.data) : say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('lists')}
      </h1>
      <p>{say('lists.about')}</p>
      <DataTable
        caption={say('lists.received')}
        rows={rowsOf({ ...query, data: query.data?.lists })}
        rowKey={({ id }) => id}
        empty={say('lists.empty')}
        columns={[
          {
            key: 'name',
            head: say('list'),
            names: true,
            cell: (list) => <Go to={`/pemilih/daftar-kpu/${list.id}`}>{nameOf(list)}</Go>,
          },
          { key: 'datedOn', head: say('datedOn'), cell: ({ datedOn }) => format.date(datedOn) },
          {
            key: 'state',
            head: say('state'),
            cell: ({ state }) => <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>,
          },
          { key: 'read', head: say('read'), number: true, cell: ({ read }) => format.number(read) },
          { key: 'refused', head: say('refused'), number: true, cell: ({ refused }) => format.number(refused) },
          {
            key: 'entered',
            head: say('entered'),
            cell: ({ enteredAt, enteredBy }) => [format.instant(enteredAt), enteredBy].filter(Boolean).join(', '),
          },
        ]}
      />
      {mayUpload && about.data && about.data.state !== 'PLANNED' && <UploadReturned election={election} />}
    </>
  );
}
