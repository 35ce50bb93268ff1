import { useId, useState } from 'react';
import { answerObjectionContract } from '../../../src/recording/uniqueness/contract.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { ReasonForm } from '../register/reason-form.tsx';
import { useReadAgain, type Pair } from './read.ts';
import { texts } from './texts.ts';

type Objection = Pair['objections'][number];

const STANDING: Readonly<Record<string, Standing>> = { open: 'waiting', granted: 'done', refused: 'stopped' };

/** What citizens say against the decision, in their words, and the answers; by officers who had no part in it. */
export function Objections({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  if (pair.objections.length === 0) return null;
  return (
    <section aria-labelledby="judul-keberatan">
      <h2 id="judul-keberatan">{say('objections')}</h2>
      {pair.objections.map((objection) => (
        <article key={objection.id}>
          <h3>{say('objection.head', { side: say(objection.side), on: format.date(objection.receivedOn) })}</h3>
          <p>
            <Tag standing={STANDING[objection.state] ?? 'plain'}>
              {say(`objection.${objection.state}` as 'objection.open')}
            </Tag>
          </p>
          <blockquote>{objection.words}</blockquote>
          {objection.answer && (
            <p>
              <b>{say('objection.answer')}:</b> {objection.answer}
            </p>
          )}
          {objection.state === 'open' &&
            (objection.mayAnswer ? (
              <Answer pair={pair} objection={objection} />
            ) : (
              <div className="note">
                <p>{say('objection.notYou')}</p>
              </div>
            ))}
        </article>
      ))}
    </section>
  );
}

function Answer({ pair, objection }: { pair: Pair; objection: Objection }) {
  const say = useSay(texts);
  const tell = useTell();
  const readAgain = useReadAgain(pair.id);
  const group = useId();
  // Nothing is chosen beforehand: both have consequences for a citizen.
  const [granted, setGranted] = useState<boolean | null>(null);
  return (
    <ReasonForm
      contract={answerObjectionContract}
      form={`keberatan.${objection.id}`}
      ready={
        granted === null ? { name: group, label: say('objection.question'), message: say('objection.choose') } : null
      }
      input={({ answer }) => ({ id: objection.id, granted: granted!, answer: answer! })}
      fields={[{ name: 'answer', label: say('objection.answer'), hint: say('objection.answer.hint') }]}
      submit={say('objection.send')}
      busy={say('objection.sending')}
      onDone={() => {
        tell('done', say('objection.done'));
        void readAgain();
        document.querySelector<HTMLElement>('main h1')?.focus();
      }}
    >
      <fieldset className="options">
        <legend>{say('objection.question')}</legend>
        {([true, false] as const).map((each) => (
          <label key={String(each)}>
            <input type="radio" name={group} checked={granted === each} onChange={() => setGranted(each)} />
            <span>
              {say(each ? 'objection.grant' : 'objection.refuse')}
              <span className="soft block">{say(each ? 'objection.grant.about' : 'objection.refuse.about')}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </ReasonForm>
  );
}
