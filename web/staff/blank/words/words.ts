import type { MoveKind, State } from '../../../../src/cards/blank/rules.ts';
import type { StoreKind } from '../../../../src/cards/blank/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** The words of blanks that return on every page. */
export function useBlankWords() {
  const say = useSay(texts);
  return {
    /** "500 keping". */
    pieces: (n: number) => say('pieces', { n }),
    state: (state: State) => say(`state.${state}`),
    move: (kind: MoveKind) => say(`move.${kind}`),
    storeKind: (kind: StoreKind) => say(`kind.${kind}`),
    now: say('now'),
  };
}
