import { useCallback, useState } from 'react';
import { itemKey } from '../../../../src/recording/biometric/schema.ts';
import type { CapturePart } from './captured.ts';
import './device/device.css';
import { FingerDetail } from './device/finger-detail.tsx';
import { FingerFiles } from './device/finger-files.tsx';
import { Hands } from './device/hands.tsx';
import type { Refused } from './device/read-file.ts';
import { RunPanel } from './device/run-panel.tsx';
import { readyDevice, DeviceState } from './device/device-state.tsx';
import { useCapture } from './device/use-capture.ts';
import { useStationService } from './device/use-service.ts';
import { useDeviceWords } from './device/words.ts';

/** In the order of a station: slaps first, then the thumbs. */
const GROUPS = {
  right: [2, 3, 4, 5],
  left: [7, 8, 9, 10],
  thumbs: [1, 6],
} as const;
type Group = keyof typeof GROUPS;
const ORDER = ['right', 'left', 'thumbs'] as const satisfies readonly Group[];

/** Ten fingers: from the capture service on the station or from files, each with its quality or the reason why it is not there. */
export function Fingers(part: CapturePart) {
  const { captured } = part;
  const { say, name, names } = useDeviceWords();
  const station = useStationService();
  const { run, start, stop } = useCapture('finger', station, part);
  const [selected, setSelected] = useState<number | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<number, { name: string; why: Refused }>>(new Map());
  const fingerAt = (position: number) =>
    captured.find((item) => itemKey(item) === itemKey({ modality: 'finger', position }));
  const excepted = (positions: readonly number[]) => positions.filter((position) => fingerAt(position)?.exception);
  const there = (positions: readonly number[]) => positions.filter((position) => fingerAt(position));
  const onRefused = useCallback(setRefused, [setRefused]);

  const device = readyDevice(station, 'finger');
  const running = run.at === 'running';
  const nextGroup = ORDER.find((group) => there(GROUPS[group]).length < GROUPS[group].length);
  const without = (positions: readonly number[]) => {
    const group = groupOf(positions);
    return group ? excepted(GROUPS[group]) : [];
  };
  const ask = (positions: readonly number[]) => {
    const group = positions.length === 1 ? null : groupOf(positions);
    return group && without(positions).length === 0
      ? say(`ask.${group}`)
      : say('ask.finger', { what: names('finger', positions).toLocaleUpperCase() });
  };
  const all = Array.from({ length: 10 }, (_, at) => at + 1);
  const done = there(all).length;
  const reasons = excepted(all).length;

  return (
    <div className="fingers">
      <p>
        <b>{say('fingers.count', { done })}</b>{' '}
        <span className="soft">
          {say('fingers.shot', { captured: done - reasons, excepted: reasons, open: 10 - done })}
        </span>
      </p>
      <DeviceState station={station} modality="finger" />
      {device && (
        <div className="row">
          {ORDER.map((group) => {
            const wanted = GROUPS[group].filter((position) => !fingerAt(position)?.exception);
            const { length } = GROUPS[group];
            return (
              <button
                key={group}
                type="button"
                className={group === nextGroup ? 'btn' : 'btn quiet'}
                aria-disabled={running || wanted.length === 0}
                onClick={() => !running && void start(wanted)}
              >
                {say(`group.${group}`)} {there(GROUPS[group]).length}/{length}
              </button>
            );
          })}
        </div>
      )}
      <RunPanel
        // What could be tried again cannot while the device is gone; its panel says so.
        run={device || running ? run : { at: 'rest' }}
        modality="finger"
        ask={ask}
        without={without}
        onStop={stop}
        onAgain={(positions) => void start(positions)}
      />
      <Hands
        fingerAt={fingerAt}
        refusedAt={(position) => refused.has(position)}
        selected={selected}
        onSelect={setSelected}
      />
      {selected === null ? (
        <p className="soft">{say('one.choose')}</p>
      ) : (
        <FingerDetail
          position={selected}
          item={fingerAt(selected)}
          part={part}
          refused={refused.get(selected)}
          onCapture={device && !running ? () => void start([selected]) : null}
        />
      )}
      <FingerFiles part={part} onRefused={onRefused} />
      <p className="unseen" aria-live="polite">
        {run.at === 'done' && !running ? say('fingers.count', { done }) : ''}
        {selected === null ? '' : name('finger', selected)}
      </p>
    </div>
  );
}

function groupOf(positions: readonly number[]): Group | null {
  return ORDER.find((group) => positions.every((position) => GROUPS[group].some((each) => each === position))) ?? null;
}
