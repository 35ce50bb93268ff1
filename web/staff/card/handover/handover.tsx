import { useState } from 'react';
import type { HereCard } from '../../../../src/cards/card/schema.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { useAddressPart } from '../../address.ts';
import { useSession } from '../../session.tsx';
import { CardFacts } from '../facts.tsx';
import { CardPage, Go } from '../go.tsx';
import { useHere } from '../read.ts';
import { useCardWords } from '../words.ts';
import { Compare } from './compare.tsx';
import { HandForm } from './hand-form.tsx';
import { Release } from './release.tsx';

/** One card at the counter: whoever came is compared with its holder, or a supervisor lets it go; then it is handed over. */
export function HandOver() {
  const id = useAddressPart('cardId');
  const { say } = useCardWords();
  const query = useHere(id);
  const card = query.data?.cards[0];
  return (
    <CardPage title={say('hand.title')}>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : !card ? (
        <Empty will={say('gone')} how={say('gone.how')} />
      ) : (
        <>
          <CardFacts of={card} serial={card.serial} />
          {card.state === 'AT_COUNTER' ? (
            <AtCounter card={card} />
          ) : card.state === 'INVALID' ? (
            <Ended id={card.id} />
          ) : (
            <NotYet card={card} />
          )}
        </>
      )}
    </CardPage>
  );
}

/** Its holder died or left while it lay here. */
function Ended({ id }: { id: string }) {
  const { say } = useCardWords();
  return (
    <div className="note stopped">
      <p>{say('stranded.about')}</p>
      <p>
        <Go to={`/tarik/${id}`}>{say('stranded.title')}</Go>
      </p>
    </div>
  );
}

function NotYet({ card }: { card: HereCard }) {
  const { say } = useCardWords();
  return (
    <div className="note waiting">
      <p>{say(card.state === 'CHECKED' ? 'arrive.about' : 'hand.notYet')}</p>
      <p>
        <Go to={`/periksa/${card.id}`}>{say('hand.toCheck')}</Go>
      </p>
    </div>
  );
}

function AtCounter({ card }: { card: HereCard }) {
  const { say } = useCardWords();
  const { scopes } = useSession();
  const [proxy, setProxy] = useState(false);
  const [matched, setMatched] = useState(false);
  const supervises = scopes.includes('card.supervise');
  return (
    <>
      {card.released === 'other' && (
        <p className="note" role="status">
          {say('hand.released.other')}
        </p>
      )}
      {card.released === 'own' && (
        <p className="note sealed" role="status">
          {say('hand.released.own')}
        </p>
      )}
      <fieldset className="options">
        <legend>{say('hand.who')}</legend>
        {[false, true].map((each) => (
          <label key={String(each)}>
            <input type="radio" name="who" checked={proxy === each} onChange={() => setProxy(each)} />
            <span>
              {say(each ? 'hand.proxy' : 'hand.self')}
              {each && <span className="soft block">{say('hand.proxy.about')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {!proxy && <Compare cardId={card.id} onCompared={setMatched} />}
      <HandForm card={card} proxy={proxy} may={card.released === 'other' || (!proxy && matched)} />
      {card.released !== null ? null : supervises ? (
        <Release cardId={card.id} />
      ) : (
        <p className="soft card-act">{say('hand.release.ask')}</p>
      )}
    </>
  );
}
