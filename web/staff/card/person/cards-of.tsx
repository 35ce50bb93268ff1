import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { issueLetterContract, listCardsContract, openLetterContract } from '../../../../src/cards/card/contract.ts';
import type { cardShape } from '../../../../src/cards/card/schema.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { Identifier } from '../../../kit/identifier.tsx';
import { StateLine } from '../../../kit/state-line.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat } from '../../../kit/text.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { PaperButton } from '../../register/paper/paper-button.tsx';
import { useLook } from '../../register/recorded.ts';
import { useRegisterWords } from '../../register/words.ts';
import { useSession } from '../../session.tsx';
import { CodeOf } from '../../citizen/code-of.tsx';
import { Go } from '../go.tsx';
import { CARD_STANDING, useCardWords } from '../words.ts';
import { ContactOf } from './contact.tsx';
import { Loss } from './loss.tsx';
import { useStations } from './stations.ts';

export type CardOf = z.output<typeof cardShape>;

/** The person's part about cards: the request that waits, each card where it is on its way, loss, and the letter. */
export function CardsOf({ person }: { person: PersonView }) {
  const { say, kind } = useCardWords();
  const { scopes } = useSession();
  const query = useLook(listCardsContract, { ref: person.ref });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { cards, request, contact } = query.data;
  const asks = person.state === 'HIDUP' && scopes.includes('card.request') && scopes.includes('card.print');
  return (
    <>
      <section>
        <h2>{say('of.title')}</h2>
        {request && (
          <div className="note waiting">
            <p>
              {say(request.state === 'made' ? 'of.made' : 'of.waiting', {
                kind: kind(request.kind),
                n: request.priority,
              })}{' '}
              {request.here && request.state === 'waiting' && scopes.includes('card.print') && (
                <Go to={`/cetak/${request.id}`}>{say('ask.open.print')}</Go>
              )}
            </p>
            {request.number && (
              <p>
                {say('of.number')}: <span className="mono">{request.number}</span>
              </p>
            )}
          </div>
        )}
        {cards.length === 0 && <Empty will={say('of.none')} />}
        {!request && asks && (
          <p className="no-print">
            <Link className="btn quiet" to={'/petugas/kartu' as '/petugas'} search={{ orang: person.ref } as never}>
              {say('of.ask')}
            </Link>
          </p>
        )}
      </section>
      {cards.map((card) => (
        <OneCard key={card.id} card={card} />
      ))}
      {scopes.includes('card.request') && <ContactOf personRef={person.ref} kept={contact} />}
      {person.state === 'HIDUP' && scopes.includes('citizen.code.give') && <CodeOf personRef={person.ref} />}
      {asks && <Letter personRef={person.ref} />}
    </>
  );
}

function OneCard({ card }: { card: CardOf }) {
  const { say, kind, state, validity } = useCardWords();
  const format = useFormat();
  const words = useRegisterWords();
  const { scopes } = useSession();
  const stations = useStations();
  const dayOf = useDayOf();
  return (
    <section>
      <h3>
        {card.serial ? <Identifier value={card.serial} /> : say('of.unserial')} · {kind(card.kind)}
      </h3>
      <p className="row">
        <Tag standing={CARD_STANDING[card.state]}>{state(card.state)}</Tag>{' '}
        <span className="soft">{validity(card.state)}</span>
      </p>
      {card.replaceSince && (
        <p className="note waiting">
          {say('of.replace', {
            date: format.date(card.replaceSince),
            what: (card.replaceElements ?? []).map((name) => words.element(name)).join(', '),
          })}
        </p>
      )}
      <StateLine
        label={say('of.line', { serial: card.serial ?? say('of.unserial') })}
        stations={stations(card, dayOf(card.since))}
      />
      <dl className="facts card-facts">
        <dt>{say('uid')}</dt>
        <dd>{card.uid ? <span className="mono">{card.uid}</span> : say('uid.unknown')}</dd>
        {card.state !== 'SPOILED' && (
          <>
            <dt>{say('of.until')}</dt>
            <dd>{card.validUntil ? format.date(card.validUntil) : say('of.life')}</dd>
          </>
        )}
      </dl>
      {scopes.includes('card.check') && <Next card={card} />}
      {scopes.includes('card.hand_over') && <Loss card={card} />}
    </section>
  );
}

/** The page on which this card goes on, for the office that has it. */
function Next({ card: { id, state, here } }: { card: CardOf }) {
  const { say } = useCardWords();
  if (state !== 'PRINTED' && state !== 'CHECKED' && state !== 'AT_COUNTER') return null;
  if (!here) return <p className="soft">{say('of.elsewhere')}</p>;
  return (
    <p className="no-print">
      {state === 'AT_COUNTER' ? (
        <Go to={`/serah/${id}`}>{say('of.toHand')}</Go>
      ) : (
        <Go to={`/periksa/${id}`}>{say('of.toCheck')}</Go>
      )}
    </p>
  );
}

function Letter({ personRef }: { personRef: string }) {
  const { say } = useCardWords();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const fetchLetter = async (idempotencyKey: string) => {
    // One that is still in force is given again as it is.
    await client.call(issueLetterContract, { ref: personRef } as never, { purpose, idempotencyKey });
    return client.call(openLetterContract, { ref: personRef }, { purpose });
  };
  return (
    <section className="no-print">
      <h2>{say('letter.title')}</h2>
      <p className="soft">{say('letter.about')}</p>
      <PaperButton look="btn quiet" label={say('letter.submit')} fetchPaper={fetchLetter} />
    </section>
  );
}
