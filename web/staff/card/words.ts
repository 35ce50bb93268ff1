import { PRINT_FAULTS } from '../../../src/cards/card/print/rules.ts';
import type { CardState, Cause } from '../../../src/cards/card/rules.ts';
import { CAUSES } from '../../../src/cards/card/rules.ts';
import type { RequestKind } from '../../../src/cards/card/request/rules.ts';
import type { Standing } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** How a state looks beside its word. */
export const CARD_STANDING = {
  PRINTED: 'waiting',
  CHECKED: 'waiting',
  SHIPPED: 'waiting',
  AT_COUNTER: 'waiting',
  VALID: 'done',
  SUSPENDED: 'sealed',
  LOST: 'stopped',
  INVALID: 'stopped',
  SPOILED: 'stopped',
  TAKEN_IN: 'plain',
  DESTROYED: 'plain',
} as const satisfies Record<CardState, Standing>;

/** The words of cards that return on every page. */
export function useCardWords() {
  const say = useSay(texts);
  return {
    say,
    kind: (kind: RequestKind) => say(`kind.${kind}`),
    state: (state: CardState) => say(`state.${state}`),
    /** Of a print that failed its reason begins with the code of the fault. */
    reason: (reason: string): string => {
      const [code = '', ...note] = reason.split(': ');
      const fault = PRINT_FAULTS.find((each) => each === code);
      return fault ? [say(`fault.${fault}`), ...note].join(': ') : reason;
    },
    /** Whether its holder may use it, where the state's own word does not say so. */
    validity: (state: CardState) => (state === 'VALID' || state === 'INVALID' ? null : say('of.notValid')),
    /** Why people come in this order. */
    priority: (priority: number) => say(`prio.${(priority >= 1 && priority <= 4 ? priority : 4) as 1 | 2 | 3 | 4}`),
    cause: (cause: string) => ((CAUSES as readonly string[]).includes(cause) ? say(`cause.${cause as Cause}`) : cause),
  };
}
