import { useSay } from '../../kit/text.tsx';
import type { Matches } from './minutiae.ts';
import { texts } from './texts.ts';

/** Goes through the minutiae that the machine takes for the same, one by one. How many they are is not said: it would look like a proof. */
export function MatchSteps(given: {
  matches: Matches;
  /** Null: all of them. */
  chosen: number | null;
  onStep: (step: 1 | -1) => void;
  onAll: () => void;
}) {
  const { matches, chosen, onStep, onAll } = given;
  const say = useSay(texts);
  if (matches.count === 0) return <p>{say('match.none')}</p>;
  return (
    <>
      <p className="soft">{say('match.about')}</p>
      <div className="row no-print matches">
        <button type="button" className="btn quiet" onClick={() => onStep(-1)}>
          {say('match.previous')}
        </button>
        <button type="button" className="btn quiet" onClick={() => onStep(1)}>
          {say('match.next')}
        </button>
        <button type="button" className="btn quiet" onClick={onAll} aria-disabled={chosen === null}>
          {say('match.showAll')}
        </button>
        <span className="soft" role="status">
          {chosen === null ? say('match.all') : say('match.one', { number: chosen })}
        </span>
      </div>
    </>
  );
}
