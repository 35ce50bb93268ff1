import { Link } from '@tanstack/react-router';
import { openPairContract } from '../../../src/recording/uniqueness/contract.ts';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { FixedPurpose } from '../purpose/purpose.tsx';
import { useLook } from '../register/recorded.ts';
import { Bodies } from './bodies.tsx';
import { Decision } from './decision.tsx';
import { Machine } from './machine.tsx';
import { Objections } from './objections.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { Opinions } from './opinions.tsx';
import { Histories, People, Recordings } from './people.tsx';
import { PURPOSE, type Pair } from './read.ts';
import { texts } from './texts.ts';

/** One pair: what the machine supposes, both bodies side by side, and the opinion of this officer; after the decision what came of it. */
export function OnePair() {
  const id = useAddressPart('adjudicationId');
  return (
    <FixedPurpose code={PURPOSE}>
      <Opened key={id} id={id} />
    </FixedPurpose>
  );
}

function Opened({ id }: { id: string }) {
  const say = useSay(texts);
  const query = useLook(openPairContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Link to={'/petugas/ketunggalan' as '/petugas'}>{say('back')}</Link>
      </p>
      {query.data ? (
        <Shown pair={query.data} />
      ) : (
        <>
          <h1 className="page-title" tabIndex={-1}>
            {say('title')}
          </h1>
          {query.error ? <Failing error={query.error} again={() => void query.refetch()} /> : <Loading lines={12} />}
        </>
      )}
    </>
  );
}

function Shown({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  const decided = pair.state === 'decided';
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {nameOf(say, pair)}
      </h1>
      <p className="row">
        <Tag standing={decided ? 'done' : 'waiting'}>{say(`state.${pair.state}`)}</Tag>
        <span className="soft">
          {[
            pair.reason.text,
            say('opened', { at: format.instant(pair.openedAt) }),
            pair.round > 1 && say('round', { round: pair.round }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <StateLine label={say('title')} stations={stationsOf(say, pair)} />
      {pair.mayJudge && (
        <p className="no-print">
          <a href="#pendapat">{say('toOpinion')}</a>
        </p>
      )}
      {decided && <Decision pair={pair} />}
      {(decided || pair.objections.length > 0) && <Objections pair={pair} />}
      <Machine pair={pair} />
      <Bodies pair={pair} />
      <People pair={pair} />
      <Recordings pair={pair} />
      <Histories pair={pair} />
      {!decided && <Judging pair={pair} />}
    </>
  );
}

/** The form, or why this officer may not; his own opinion as he gave it. */
function Judging({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  return (
    <section id="pendapat" aria-labelledby="judul-pendapat">
      <h2 id="judul-pendapat">{say('opinion')}</h2>
      {pair.opinions.length > 0 && (
        <>
          <Opinions opinions={pair.opinions} title={say('opinion.mine')} />
          <p className="soft">{say('opinion.others')}</p>
        </>
      )}
      {pair.mayJudge ? (
        <OpinionForm pair={pair} />
      ) : (
        <div className="note">
          <p>{pair.whyNot}</p>
        </div>
      )}
    </section>
  );
}

type SayText = ReturnType<typeof useSay<keyof typeof texts.id>>;

function nameOf(say: SayText, { sides: [later, earlier] }: Pair): string {
  const one = later?.name ?? say('nobody');
  if (!earlier) return say('alone', { one });
  return later?.nik === earlier.nik ? say('sameNik', { one }) : say('pair', { one, other: earlier.name });
}

function stationsOf(say: SayText, pair: Pair): Station[] {
  const day = (at: string | null) => (at ? { date: at.slice(0, 10) } : {});
  const decided = pair.state === 'decided';
  const letter = pair.letters.length > 0;
  const when = (past: boolean, now: boolean) => (past ? 'past' : now ? 'now' : 'next');
  return [
    { name: say('station.found'), when: 'past', ...day(pair.openedAt) },
    decided
      ? { name: say('station.decided'), when: 'past', ...day(pair.decidedAt), note: pair.outcome?.text ?? '' }
      : { name: say('station.opinions'), when: 'now', who: say('station.opinions.who') },
    {
      name: say('station.way'),
      when: when(pair.way !== null, decided),
      ...(pair.way ? { note: pair.way.text } : { who: say('station.way.who') }),
    },
    {
      name: say('station.letter'),
      when: when(letter, pair.way !== null),
      ...(letter ? { note: say('letter.printed') } : { who: say('station.letter.who') }),
    },
  ];
}
