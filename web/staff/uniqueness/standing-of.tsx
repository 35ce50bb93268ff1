import type { AnswerOf } from '../../../src/core/http/contract.ts';
import {
  openLetterContract,
  openPersonStandingContract,
  receiveObjectionContract,
} from '../../../src/recording/uniqueness/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { ReasonForm } from '../register/reason-form.tsx';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { useHouseDay, useSession } from '../session.tsx';
import { texts } from './texts.ts';

type Standings = AnswerOf<typeof openPersonStandingContract>;
type Decided = Standings['decisions'][number];

/** For the counter: how this person's recordings were judged, what he does now, his letter, and his objection. Nobody else is named. */
export function UniquenessOf({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const may = scopes.includes('uniqueness.object');
  const query = useLook(openPersonStandingContract, { ref: personRef }, may);
  if (!may) return null;
  return (
    <section aria-labelledby="judul-ketunggalan">
      <h2 id="judul-ketunggalan">{say('standing.title')}</h2>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={4} />
      ) : (
        <Shown personRef={personRef} standing={query.data} />
      )}
    </section>
  );
}

function Shown({ personRef, standing: { searches, decisions } }: { personRef: string; standing: Standings }) {
  const say = useSay(texts);
  if (decisions.length > 0)
    return decisions.map((decision) => <OneDecision key={decision.id} personRef={personRef} decision={decision} />);
  const last = searches[0];
  return (
    <>
      {!last && <p className="soft">{say('standing.none')}</p>}
      {last && <Searched search={last} />}
    </>
  );
}

const OUTCOMES: Readonly<Record<string, readonly [Standing, 'standing.unique' | 'standing.twice' | 'standing.human']>> =
  {
    unique: ['done', 'standing.unique'],
    duplicate: ['plain', 'standing.twice'],
    human: ['waiting', 'standing.human'],
  };

function Searched({ search }: { search: Standings['searches'][number] }) {
  const say = useSay(texts);
  const format = useFormat();
  const [standing, sentence] = OUTCOMES[search.outcome?.code ?? ''] ?? (['waiting', 'standing.waiting'] as const);
  return (
    <>
      <p>
        {search.outcome && <Tag standing={standing}>{search.outcome.text}</Tag>}{' '}
        <span className="soft">{say('standing.asked', { at: format.instant(search.askedAt) })}</span>
      </p>
      <p>{say(sentence)}</p>
    </>
  );
}

function OneDecision({ personRef, decision }: { personRef: string; decision: Decided }) {
  const say = useSay(texts);
  const format = useFormat();
  const decided = decision.state === 'decided';
  const waits = decision.objections.some(({ state }) => state === 'open');
  return (
    <article>
      <p>
        <Tag standing={!decided ? 'waiting' : decision.outcome?.code === 'two_bodies' ? 'done' : 'stopped'}>
          {decision.outcome?.text ?? say('state.open')}
        </Tag>{' '}
        {decision.decidedAt && (
          <span className="soft">{say('standing.decided', { at: format.instant(decision.decidedAt) })}</span>
        )}
      </p>
      <p>{decided ? (decision.finding ?? say('standing.wayOpen')) : say('standing.human')}</p>
      {decision.steps.length > 0 && (
        <>
          <h3>{say('standing.do')}</h3>
          <ol>
            {decision.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {decided && decision.way && <Letter decision={decision} />}
      {decision.objections.map((objection) => (
        <p key={objection.id}>
          {objection.state === 'open'
            ? say('standing.object.waits', { on: format.date(objection.receivedOn) })
            : say('standing.object.answered', {
                on: format.date(objection.receivedOn),
                state: say(`objection.${objection.state}` as 'objection.granted').toLowerCase(),
                answer: objection.answer ?? '',
              })}
        </p>
      ))}
      {decided && !waits && <Object personRef={personRef} decision={decision} />}
    </article>
  );
}

function Letter({ decision: { id, side, letter } }: { decision: Decided }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  if (!letter) return <p className="soft">{say('standing.noLetter')}</p>;
  return (
    <p className="no-print">
      <PaperButton
        look="btn quiet"
        label={say('standing.letter')}
        fetchPaper={() => client.call(openLetterContract, { id, side }, { purpose })}
      />
    </p>
  );
}

/** The objection in the citizen's own words, with the day. */
function Object({ personRef, decision }: { personRef: string; decision: Decided }) {
  const say = useSay(texts);
  const tell = useTell();
  const forget = useForgetLooks();
  const today = useHouseDay();
  return (
    <details className="table-below no-print">
      <summary>{say('standing.object')}</summary>
      <ReasonForm
        contract={receiveObjectionContract}
        form={`terima-keberatan.${decision.id}.${personRef}`}
        initial={{ receivedOn: today }}
        input={({ receivedOn, words }) => ({
          id: decision.id,
          person: personRef as never,
          receivedOn: receivedOn as never,
          words: words!,
        })}
        fields={[
          { name: 'words', label: say('standing.object.words'), kind: 'long' },
          { name: 'receivedOn', label: say('standing.object.on'), kind: 'date' },
        ]}
        submit={say('standing.object.send')}
        busy={say('standing.object.sending')}
        onDone={() => {
          tell('done', say('standing.object.done'));
          void forget();
        }}
      >
        <p>{say('standing.object.about')}</p>
      </ReasonForm>
    </details>
  );
}
