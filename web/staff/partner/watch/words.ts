import type { Alarm, SlowedPartner } from '../../../../src/sharing/verification/watch/schema.ts';
import type { Say } from '../../../kit/text.tsx';
import type { texts } from './texts.ts';

export type SayWatch = Say<keyof typeof texts.id>;

/** What the sentences about an alarm name. */
export function valuesOf({ institution, owner, maskedNik, n }: Alarm) {
  return { asker: institution?.name ?? '-', owner: owner?.name ?? '-', nik: maskedNik ?? '-', n };
}

/** Each signal once, as one line. */
export function signalsOf({ reasons }: SlowedPartner, say: SayWatch): string {
  return [...new Set(reasons.map(({ signal }) => say(`signal.${signal}`)))].join(', ');
}
