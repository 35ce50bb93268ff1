import type { PersonView } from '../../../src/register/resident/schema.ts';
import { openVerdictContract } from '../../../src/sharing/voter/contract.ts';
import type { VerdictView } from '../../../src/sharing/voter/schema.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { Empty } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { Asked, useMay } from '../ask.tsx';
import { useLook } from '../register/recorded.ts';
import { TakeBack } from './take-back.tsx';
import { texts } from './texts.ts';
import { useElectionName } from './words.tsx';

type Opened = AnswerOf<typeof openVerdictContract>;

/** Why somebody votes in the next election, or does not, and on what that stands. */
export function VoterOf({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const mayTakeBack = useMay('voter.source.manage');
  const query = useLook(openVerdictContract, { ref: person.ref });
  return (
    <section aria-labelledby="status-pemilih">
      <h2 id="status-pemilih">{say('verdict.title')}</h2>
      <Asked query={query}>
        {({ verdict, sources }) => (
          <>
            {verdict ? <Verdict verdict={verdict} /> : <Empty will={say('verdict.none')} />}
            {verdict && <SourcesOf sources={sources} />}
            {mayTakeBack && sources.length > 0 && <TakeBack personRef={person.ref} sources={sources} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Verdict({ verdict }: { verdict: VerdictView }) {
  const say = useSay(texts);
  const format = useFormat();
  const nameOf = useElectionName();
  const { election, reasons, toVerify, ageThen, village, movedSince, mission, card } = verdict;
  return (
    <>
      <p>
        <Tag standing={reasons.length === 0 ? 'done' : 'stopped'}>
          {say(reasons.length === 0 ? 'verdict.yes' : 'verdict.no')}
        </Tag>{' '}
        {nameOf(election)}, {format.date(election.votingDay)}
      </p>
      {reasons.length > 0 && (
        <>
          <h3>{say('verdict.reasons')}</h3>
          <ul className="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>
                <b>{say(`reason.${reason}`)}</b> <span className="soft block">{say(`todo.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {toVerify.map((hint) => (
        <p className="note waiting" key={hint}>
          <b>{say('verdict.verify')}:</b> {say(`verdict.verify.${hint}`)}
        </p>
      ))}
      <dl className="facts">
        <dt>{say(reasons.length > 0 ? 'verdict.lived' : mission === null ? 'verdict.where' : 'verdict.mission')}</dt>
        <dd>
          {reasons.length > 0 ? village.place : (mission ?? village.place)}
          {movedSince && mission === null && reasons.length === 0 && (
            <span className="soft block">{say('verdict.moved')}</span>
          )}
        </dd>
        <dt>{say('cutoff')}</dt>
        <dd>{format.date(election.cutoff)}</dd>
        <dt>{say('verdict.age')}</dt>
        <dd>{say('verdict.years', { n: ageThen })}</dd>
        <dt>{say('verdict.card')}</dt>
        <dd>{say(`card.${card}`)}</dd>
      </dl>
    </>
  );
}

function SourcesOf({ sources }: { sources: Opened['sources'] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <h3>{say('verdict.sources')}</h3>
      <DataTable
        caption={say('verdict.sources')}
        empty={say('verdict.sources.none')}
        rows={{ at: 'here', rows: sources }}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', head: say('kind'), names: true, cell: ({ kind }) => say(`source.${kind}`) },
          {
            key: 'body',
            head: say('source.body'),
            cell: ({ body, number, decidedOn }) =>
              number && decidedOn ? `${body}, ${say('letter.of', { number, day: format.date(decidedOn) })}` : body,
          },
          { key: 'since', head: say('source.since'), cell: ({ since }) => format.date(since) },
          {
            key: 'until',
            head: say('source.until'),
            cell: ({ until }) => (until === null ? say('source.open') : format.date(until)),
          },
          {
            key: 'letter',
            head: say('letter'),
            cell: ({ issuer, letter, letterOn }) =>
              `${issuer}, ${say('letter.of', { number: letter, day: format.date(letterOn) })}`,
          },
        ]}
      />
    </>
  );
}
