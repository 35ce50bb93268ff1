import { viewReturnedContract } from '../../../../src/sharing/voter/returned/contract.ts';
import type { ReturnedDetail } from '../../../../src/sharing/voter/returned/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { Go } from '../../go.tsx';
import { useAsk } from '../ask.ts';
import { useElectionName } from '../words.tsx';
import { Discard, Match } from './acts.tsx';
import { Counts } from './counts.tsx';
import { Faults } from './faults.tsx';
import { Samples } from './samples.tsx';
import { texts } from './texts.ts';
import { isRunning, STANDING, useListName } from './words.ts';

const AGAIN_MS = 1_000;

/** One list: how far it has come, what was refused, and how it stands beside the register in both directions. */
export function ReturnedList() {
  const id = useAddressPart('listId');
  const query = useAsk(viewReturnedContract, { id });
  useAsk(viewReturnedContract, { id }, { again: AGAIN_MS, when: query.data !== undefined && isRunning(query.data) });
  return <Asked query={query}>{(list) => <Shown list={list} />}</Asked>;
}

function Shown({ list }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const format = useFormat();
  const nameOf = useListName();
  const electionName = useElectionName();
  const { state, read, refused, hidden, counts } = list;
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/${list.election.id}/daftar-kpu`}>{`${electionName(list.election)}: ${say('lists')}`}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {nameOf(list)}
      </h1>
      <p>
        <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag> {format.date(list.datedOn)}
      </p>
      <div aria-live="polite">
        {state === 'reading' && <p className="note waiting">{say('progress', { n: read })}</p>}
        {state === 'matching' && <p className="note waiting">{say('matching')}</p>}
      </div>
      {list.failure && <Failed failure={list.failure} />}
      <dl className="figures counts">
        {(
          [
            ['read', read],
            ['refused', refused],
            ['hidden', hidden],
          ] as const
        ).map(([name, n]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      <Match list={list} />
      {counts.length > 0 && <Counts list={list} />}
      {(state === 'done' || state === 'discarded') && <Samples id={list.id} />}
      {refused > 0 && <Faults list={list} />}
      <Facts list={list} />
      <Discard list={list} />
    </>
  );
}

/** Only the middle or the end of a file may show that it is broken. */
function Failed({ failure }: { failure: string }) {
  const say = useSay(texts);
  const why =
    failure === 'voter.returned_file_gone'
      ? say('failure.gone')
      : failure === 'voter.import_columns'
        ? say('failure.columns')
        : say('failure.file');
  return (
    <div className="note stopped" role="alert">
      <p>
        <b>{why}</b> {say('failure.safe')}
      </p>
    </div>
  );
}

function Facts({ list }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const format = useFormat();
  const { fileName, sha256, enteredAt, enteredBy, matchedAt, seed } = list;
  return (
    <section aria-labelledby="tentang">
      <h2 id="tentang">{say('facts')}</h2>
      <dl className="facts">
        <dt>{say('entered')}</dt>
        <dd>{[format.instant(enteredAt), enteredBy].filter(Boolean).join(', ')}</dd>
        <dt>{say('file')}</dt>
        <dd>{fileName}</dd>
        <dt>{say('sha256')}</dt>
        <dd className="hash">{sha256}</dd>
        {matchedAt && (
          <>
            <dt>{say('matchedAt')}</dt>
            <dd>{format.instant(matchedAt)}</dd>
          </>
        )}
        {seed && (
          <>
            <dt>{say('seed')}</dt>
            <dd className="hash">{say('seed.of', { root: seed.root, size: seed.size })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
