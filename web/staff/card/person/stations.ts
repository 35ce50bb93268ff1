import type { CardState } from '../../../../src/cards/card/rules.ts';
import type { Station } from '../../../kit/state-line.tsx';
import { useCardWords } from '../words.ts';
import type { CardOf } from './cards-of.tsx';

type Say = ReturnType<typeof useCardWords>['say'];

/** What comes after a state, and who must act. */
function nextOf(state: CardState, say: Say): Station[] {
  const next = (name: Parameters<Say>[0], who: Parameters<Say>[0]): Station => ({
    when: 'next',
    name: say(name),
    who: say(who),
  });
  const hand = next('of.next.hand', 'of.who.counter');
  const counter = next('of.next.counter', 'of.who.counter');
  switch (state) {
    case 'PRINTED':
      return [next('of.next.check', 'of.who.other'), counter, hand];
    case 'CHECKED':
    case 'SHIPPED':
      return [counter, hand];
    case 'AT_COUNTER':
      return [hand];
    case 'SUSPENDED':
      return [next('of.next.lift', 'of.who.holder')];
    case 'LOST':
    case 'INVALID':
    case 'SPOILED':
      return [next('of.next.takeIn', 'of.who.counter')];
    case 'TAKEN_IN':
      return [next('of.next.destroy', 'of.who.keeper')];
    default:
      return [];
  }
}

/** A card on its way: when it was printed, where it stands since when, and what comes next. */
export function useStations() {
  const { say, state } = useCardWords();
  return (card: CardOf, since: string): Station[] => {
    const past: Station[] =
      card.state === 'PRINTED' ? [] : [{ when: 'past', name: say('of.printed'), date: card.printedOn }];
    return [...past, { when: 'now', name: state(card.state), date: since }, ...nextOf(card.state, say)];
  };
}
