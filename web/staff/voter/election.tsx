import { closeElectionContract, viewElectionContract } from '../../../src/sharing/voter/contract.ts';
import type { ElectionView } from '../../../src/sharing/voter/schema.ts';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { Asked, useMay } from '../ask.tsx';
import { ActForm } from '../disposal/form/act-form.tsx';
import { Go } from '../go.tsx';
import { useAsk, useRefresh } from './ask.ts';
import { Countdown } from './countdown.tsx';
import { ListSection } from './list/section.tsx';
import { texts } from './texts.ts';
import { useArea, useElectionName } from './words.tsx';

const STATES = ['PLANNED', 'OPEN', 'FROZEN', 'HELD'] as const;

/** One election: where it stands, and whether every voter will hold a card. */
export function OneElection() {
  const id = useAddressPart('electionId');
  const say = useSay(texts);
  const nameOf = useElectionName();
  const query = useAsk(viewElectionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemilih">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data ? nameOf(query.data) : say('name')}
      </h1>
      <Asked query={query}>
        {(election) => (
          <>
            <Way election={election} />
            <Facts election={election} />
            <Acts election={election} />
            <ListSection election={election} />
            {election.state !== 'PLANNED' && (
              <p className="row no-print">
                <Go to={`/pemilih/${id}/daftar-kpu`} look="btn quiet">
                  {say('returned')}
                </Go>
              </p>
            )}
            {election.state !== 'PLANNED' && <Countdown election={election} />}
          </>
        )}
      </Asked>
    </>
  );
}

function Way({ election: { state, steps } }: { election: ElectionView }) {
  const say = useSay(texts);
  const stations = STATES.map((each): Station => {
    const step = steps.find((one) => one.state === each);
    if (!step) return { name: say(`state.${each}`), when: 'next', who: say(`state.who.${each as 'OPEN'}`) };
    const when = each === state ? 'now' : 'past';
    return { name: say(`state.${each}`), when, date: step.at.slice(0, 10), ...(step.by ? { who: step.by } : {}) };
  });
  return <StateLine label={say('state.line')} stations={stations} />;
}

function Facts({ election }: { election: ElectionView }) {
  const say = useSay(texts);
  const format = useFormat();
  const areaOf = useArea();
  const { kind, votingDay, cutoff, daysLeft, state } = election;
  return (
    <dl className="facts">
      <dt>{say('kind')}</dt>
      <dd>{say(`kind.${kind}`)}</dd>
      <dt>{say('votingDay')}</dt>
      <dd>
        {format.date(votingDay)}{' '}
        {daysLeft >= 0 && state !== 'HELD' && <span className="soft">({say('daysLeft', { n: daysLeft })})</span>}
      </dd>
      <dt>{say('cutoff')}</dt>
      <dd>{format.date(cutoff)}</dd>
      <dt>{say('area')}</dt>
      <dd>{areaOf(election)}</dd>
    </dl>
  );
}

function Acts({ election: { id, state, daysLeft } }: { election: ElectionView }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const mayPlan = useMay('voter.election.propose');
  if (!mayPlan) return null;
  if (state === 'PLANNED')
    return (
      <p className="row no-print">
        <Go to={`/pemilih/${id}/ubah`} look="btn">
          {say('change')}
        </Go>
      </p>
    );
  if (state !== 'FROZEN' || daysLeft > 0) return null;
  return (
    <ActForm
      contract={closeElectionContract}
      form={`pemilihan.${id}`}
      title={say('held')}
      about={say('held.about')}
      questions={() => []}
      inputOf={() => ({ id })}
      submit={say('held')}
      onDone={() => {
        tell('done', say('held.done'));
        refresh();
      }}
    />
  );
}
