import { useSay } from '../../../kit/text.tsx';
import { isDone, STEPS, type Step } from './check/rules.ts';
import type { Captured } from './captured.ts';
import { texts } from './texts.ts';

/** Where the recording stands; each step may be gone to at any time. */
export function StepLine({
  step,
  captured,
  onStep,
}: {
  step: Step;
  captured: readonly Captured[];
  onStep: (step: Step) => void;
}) {
  const say = useSay(texts);
  return (
    <nav aria-label={say('steps')}>
      <ol className="state-line steps">
        {STEPS.map((each, place) => {
          const done = isDone(each, captured);
          return (
            <li key={each} className={each === step ? 'now' : done ? 'past' : 'next'}>
              <button
                type="button"
                className="link"
                {...(each === step ? { 'aria-current': 'step' as const } : {})}
                onClick={() => onStep(each)}
              >
                {place + 1} {say(`step.${each}`)}
              </button>
              <span className="who">{say(done ? 'step.done' : each === step ? 'step.now' : 'step.open')}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
