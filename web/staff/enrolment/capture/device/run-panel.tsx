import { useEffect, useRef } from 'react';
import type { CaptureFault } from '../capture-service.ts';
import type { CaptureRun } from './use-capture.ts';
import { FaultNote } from './device-state.tsx';
import { useDeviceWords, type BodyModality } from './words.ts';

/** The panel of the service, which looks again at once, says these and what to do. */
const SAID_ABOVE: readonly CaptureFault[] = ['not_found', 'not_paired', 'device_unplugged'];

interface RunGiven {
  run: CaptureRun;
  modality: BodyModality;
  ask: (positions: readonly number[]) => string;
  /** Fingers of the same group whose absence is known. */
  without: (positions: readonly number[]) => readonly number[];
  onStop: () => void;
  onAgain: (positions: readonly number[]) => void;
}

/** What the person must do now, in words that are read from across the counter; then what came of it. */
export function RunPanel(given: RunGiven) {
  const place = useRef<HTMLDivElement>(null);
  const { at } = given.run;
  const before = useRef(at);
  // A button that was pressed here and is gone shall not take the keyboard's place with it.
  useEffect(() => {
    if (before.current !== at && document.activeElement === document.body) place.current?.focus();
    before.current = at;
  }, [at]);
  return (
    <div ref={place} tabIndex={-1}>
      <Run {...given} />
    </div>
  );
}

function Run(given: RunGiven) {
  const { run, modality, ask, without, onStop, onAgain } = given;
  const { say, names, name, refused } = useDeviceWords();
  if (run.at === 'rest') return null;
  if (run.at === 'running') {
    const percent = Math.round(run.progress * 100);
    const left = without(run.positions);
    return (
      <div className="capture-now" role="status">
        <p className="ask">{ask(run.positions)}</p>
        {left.length > 0 && <p>{say('without.some', { what: names(modality, left) })}</p>}
        <p>{say(`hint.${modality}`)}</p>
        <div className="row">
          <progress max={100} value={percent} aria-label={say('progress.capturing', { percent })} />
          <span>{run.begun ? say('progress.capturing', { percent }) : say('progress.waiting')}</span>
          <button type="button" className="btn quiet" onClick={onStop}>
            {say('cancel')}
          </button>
        </div>
      </div>
    );
  }
  if (run.at === 'failed' && SAID_ABOVE.includes(run.fault.fault)) return null;
  if (run.at === 'failed')
    return <FaultNote fault={run.fault} again={() => onAgain(run.positions)} againWord={say('again')} />;
  const { notSeen, kept, unusable } = run.outcome;
  if (notSeen.length + kept.length + unusable.length === 0) return null;
  return (
    <div className="note waiting" role="status">
      {notSeen.length > 0 && (
        <p>{say(modality === 'iris' ? 'notSeen.iris' : 'notSeen', { what: names(modality, notSeen) })}</p>
      )}
      {kept.length > 0 && <p>{say('kept.better', { what: names(modality, kept) })}</p>}
      {unusable.map(({ position, refused: why }) => (
        <p key={position}>{say('fault.item', { what: name(modality, position), why: refused(why) })}</p>
      ))}
    </div>
  );
}
