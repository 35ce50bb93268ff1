import { useCallback, useEffect, useRef, useState } from 'react';
import type { Capture } from '../../../../../src/recording/enrolment/capture-service/contract.ts';
import type { Modality } from '../../../../../src/recording/biometric/schema.ts';
import { CaptureRefused, type CapturedByDevice } from '../capture-service.ts';
import type { CapturePart } from '../captured.ts';
import { readFile, readTemplate, type Refused } from './read-file.ts';
import type { StationService } from './use-service.ts';

export type CaptureRun =
  | { readonly at: 'rest' }
  | {
      readonly at: 'running';
      readonly positions: readonly number[];
      readonly progress: number;
      readonly begun: boolean;
    }
  | { readonly at: 'failed'; readonly positions: readonly number[]; readonly fault: CaptureRefused }
  | { readonly at: 'done'; readonly outcome: Outcome };

export interface Outcome {
  /** Asked for and not given. */
  readonly notSeen: readonly number[];
  /** Where the earlier result was better and stayed. */
  readonly kept: readonly number[];
  readonly unusable: readonly { readonly position: number; readonly refused: Refused }[];
}

const MOST_TRIES = 99;

/** Captures of one modality, one at a time; counts tries, failed ones too, and keeps the better of two results. */
export function useCapture(modality: Modality, { service, look }: StationService, part: CapturePart) {
  const [run, setRun] = useState<CaptureRun>({ at: 'rest' });
  const current = useRef<AbortController | null>(null);
  const failed = useRef(new Map<number, number>());
  const given = useRef(part);
  given.current = part;
  useEffect(() => () => current.current?.abort(), []);

  const start = useCallback(
    async (positions: readonly number[]) => {
      // A second press while one runs does no harm.
      if (current.current || positions.length === 0) return;
      const leave = new AbortController();
      current.current = leave;
      setRun({ at: 'running', positions, progress: 0, begun: false });
      try {
        const onProgress = ({ state, progress }: Capture) =>
          setRun({ at: 'running', positions, progress, begun: state === 'capturing' });
        const items = await service.capture({ modality, positions }, { signal: leave.signal, onProgress });
        setRun({ at: 'done', outcome: take(positions, items, given.current, failed.current) });
      } catch (fault) {
        if (!(fault instanceof CaptureRefused)) throw fault;
        if (fault.fault === 'cancelled') return setRun({ at: 'rest' });
        if (isTry(fault)) for (const position of positions) count(failed.current, position);
        setRun({ at: 'failed', positions, fault });
      } finally {
        current.current = null;
        look();
      }
    },
    [service, modality, look],
  );
  const stop = useCallback(() => current.current?.abort(), []);
  return { run, start, stop };
}

/** A body was there and it did not work; a device that was missing is no try of the person's. */
function isTry({ fault }: CaptureRefused): boolean {
  return fault === 'lifted_early' || fault === 'nothing_presented' || fault === 'device_failed';
}

function count(failed: Map<number, number>, position: number): void {
  failed.set(position, (failed.get(position) ?? 0) + 1);
}

function take(
  positions: readonly number[],
  items: readonly CapturedByDevice[],
  { captured, put }: CapturePart,
  failed: Map<number, number>,
): Outcome {
  const kept: number[] = [];
  const unusable: { position: number; refused: Refused }[] = [];
  for (const item of items) {
    const { position } = item;
    const refused = faultOf(item);
    if (refused) {
      unusable.push({ position, refused });
      count(failed, position);
      continue;
    }
    const before = captured.find((each) => each.modality === item.modality && each.position === position);
    const tries = Math.min(MOST_TRIES, (before?.tries ?? 0) + (failed.get(position) ?? 0) + 1);
    failed.delete(position);
    const stays = before && !before.exception && better(before, item);
    if (stays) kept.push(position);
    put({ ...(stays ? before : { ...item, exception: null }), tries });
  }
  const seen = new Set(items.map(({ position }) => position));
  const notSeen = positions.filter((position) => !seen.has(position));
  for (const position of notSeen) count(failed, position);
  return { notSeen, kept, unusable };
}

type Judged = Pick<CapturedByDevice, 'template' | 'quality'>;

function better(before: Judged, now: Judged): boolean {
  if ((before.template === null) !== (now.template === null)) return before.template !== null;
  return before.quality !== null && now.quality !== null && before.quality > now.quality;
}

/** A device is believed no more than a file: the server would refuse the whole packet for one bad template. */
function faultOf({ modality, position, picture, template }: CapturedByDevice): Refused | null {
  if (template) {
    const read = readTemplate(template.bytes);
    if (read.kind === 'refused') return read;
    if (modality === 'finger' && read.record.finger !== position)
      return {
        kind: 'refused',
        code: 'biometric.position_differs',
        values: { position, finger: read.record.finger },
      };
  }
  if (!picture) return null;
  const read = readFile(picture.bytes);
  if (read.kind === 'picture') return null;
  return read.kind === 'refused' ? read : { kind: 'refused', code: 'biometric.picture_unreadable', values: {} };
}
