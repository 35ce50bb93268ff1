import type { FormEvent } from 'react';
import { takeInCardContract } from '../../../../src/cards/card/contract.ts';
import { INTAKE_CAUSES } from '../../../../src/cards/card/handover/rules.ts';
import type { HereCard } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { CardFacts } from '../facts.tsx';
import { CardPage, useGo } from '../go.tsx';
import { useForgetCards, useHere } from '../read.ts';
import { useCardWords } from '../words.ts';

/** A card that ended before anybody got it: its holder died or left. Nobody comes for it, so the office takes it in. */
export function StrandedCard() {
  const id = useAddressPart('cardId');
  const { say } = useCardWords();
  const query = useHere(id);
  const card = query.data?.cards.find(({ state }) => state === 'INVALID');
  return (
    <CardPage title={say('stranded.title')}>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : !card ? (
        <Empty will={say('gone')} how={say('gone.how')} />
      ) : (
        <>
          <CardFacts of={card} serial={card.serial} />
          <TakeIn card={card} />
        </>
      )}
    </CardPage>
  );
}

function TakeIn({ card }: { card: HereCard }) {
  const { say, cause: word } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const { client } = useHouse();
  const forget = useForgetCards();
  const { state, run } = useAct(client, takeInCardContract);
  const cause = INTAKE_CAUSES.find((each) => each === card.cause) ?? 'decision';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state.at === 'sending') return;
    if ((await run({ id: card.id, cause })) === null) return;
    tell('done', say('stranded.done', { name: card.name }));
    await forget();
    await go('', 'take');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="lead">{say('stranded.why', { cause: word(cause) })}</p>
      <p>{say('stranded.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      <Submit state={state} busy={say('sending')}>
        {say('stranded.submit')}
      </Submit>
    </form>
  );
}
