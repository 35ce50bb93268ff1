import { pollingStandingContract } from '../../../../src/sharing/voter/contract.ts';
import type { PollingFile } from '../../../../src/sharing/voter/schema.ts';
import { NotReached } from '../../../kit/problem.ts';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Asked } from '../../ask.tsx';
import { useHouseDay } from '../../session.tsx';
import { useAsk } from '../ask.ts';
import { useElectionName } from '../words.tsx';
import { CheckForm } from './check-form.tsx';
import type { Election } from './look.ts';
import { TakeAlong, useFiles } from './take-along.tsx';
import { texts } from './texts.ts';
import { Waiting } from './waiting.tsx';

/** The voting day: somebody stands before the officer with a document and in no list. Works from a kept file where there is no network. */
export function PollingDay() {
  const say = useSay(texts);
  const query = useAsk(pollingStandingContract, {});
  const { data: files = [] } = useFiles();
  const today = useHouseDay();
  const [file] = files;
  const kept = query.error instanceof NotReached && file ? { election: electionOf(file, today) } : undefined;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <Waiting />
      <Asked query={kept ? { ...query, data: kept } : query}>
        {({ election }) =>
          election ? (
            <>
              <Standing election={election} />
              <CheckForm election={election} files={files} />
              <TakeAlong electionId={election.id} />
            </>
          ) : (
            <Empty will={say('none')} />
          )
        }
      </Asked>
    </>
  );
}

const electionOf = ({ electionId: id, nameId, nameEn, votingDay }: PollingFile, today: string): Election => ({
  id,
  nameId,
  nameEn,
  votingDay,
  isToday: today === votingDay,
});

function Standing({ election }: { election: Election }) {
  const say = useSay(texts);
  const format = useFormat();
  const nameOf = useElectionName();
  return (
    <>
      <p>
        <b>{say('for', { name: nameOf(election), day: format.date(election.votingDay) })}</b>
      </p>
      {!election.isToday && (
        <div className="note">
          <p>{say('early')}</p>
        </div>
      )}
    </>
  );
}
