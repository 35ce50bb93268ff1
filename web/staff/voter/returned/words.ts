import {
  ABSENCES,
  VERDICTS,
  type Absence,
  type ReturnedVerdict,
  type Side,
} from '../../../../src/sharing/voter/returned/rules.ts';
import type { ReturnedView } from '../../../../src/sharing/voter/returned/schema.ts';
import type { Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { texts } from './texts.ts';

export const STANDING: Readonly<Record<ReturnedView['state'], Standing>> = {
  reading: 'waiting',
  checked: 'waiting',
  matching: 'waiting',
  done: 'done',
  failed: 'stopped',
  discarded: 'plain',
};

export const isRunning = ({ state }: Pick<ReturnedView, 'state'>): boolean =>
  state === 'reading' || state === 'matching';

/** "DPTHP-2 nomor 12/PL/2018". */
export function useListName() {
  const say = useSay(texts);
  return ({ kind, nth, number }: Pick<ReturnedView, 'kind' | 'nth' | 'number'>) =>
    nth > 0 ? say('list.named', { kind, nth, number }) : say('list.name', { kind, number });
}

export interface Which {
  readonly side: Side;
  readonly reason: ReturnedVerdict | Absence;
}

export function useReason() {
  const say = useSay(texts);
  return ({ side, reason }: Which) => ({
    name: side === 'listed' ? say(`verdict.${reason as ReturnedVerdict}`) : say(`absence.${reason as Absence}`),
    todo:
      side === 'listed' ? say(`verdict.${reason as ReturnedVerdict}.todo`) : say(`absence.${reason as Absence}.todo`),
  });
}

/** What the address names: side and reason of rows, or nothing where it names none. */
export function useWhich(): Which | null {
  const [side = 'listed'] = useFilter('sisi');
  const [reason = ''] = useFilter('sebab');
  if (side === 'listed' && (VERDICTS as readonly string[]).includes(reason))
    return { side, reason: reason as ReturnedVerdict };
  if (side === 'absent' && (ABSENCES as readonly string[]).includes(reason)) return { side, reason: reason as Absence };
  return null;
}
