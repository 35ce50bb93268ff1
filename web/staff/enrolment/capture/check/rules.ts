/** When a recording may be sealed, and what is in the way. Pure. */
import { itemKey, type Item } from '../../../../../src/recording/biometric/schema.ts';
import { NEEDED_ITEMS } from '../../../../../src/recording/enrolment/schema.ts';
import type { Captured } from '../captured.ts';
import { wordOf } from '../device/words.ts';
import { TRIES_ASKED } from '../quality.ts';

export const STEPS = ['face', 'fingers', 'irises', 'signature', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** What is needed here: as a packet, and the signature that stands on the card. Irises go along where there is a device. */
const ASKED: readonly Item[] = [...NEEDED_ITEMS, 'signature:0'].map((key) => {
  const [modality, position] = key.split(':') as [Item['modality'], string];
  return { modality, position: Number(position) };
});

export interface Readiness {
  /** Neither recorded nor excepted. */
  readonly missing: readonly Item[];
  /** Of so low a quality that another try is asked for. */
  readonly repeat: readonly Captured[];
  readonly ready: boolean;
}

export function readinessOf(captured: readonly Captured[]): Readiness {
  const there = new Set(captured.map(itemKey));
  const missing = ASKED.filter((item) => !there.has(itemKey(item)));
  const repeat = captured.filter(shouldRepeat);
  return { missing, repeat, ready: missing.length === 0 && repeat.length === 0 };
}

/** Poor by the same word that its own step says, and tried too seldom. */
function shouldRepeat(item: Captured): boolean {
  return item.exception === null && wordOf(item) === 'poor' && item.tries < TRIES_ASKED;
}

export function stepOf({ modality }: Item): Exclude<Step, 'check'> {
  switch (modality) {
    case 'face':
      return 'face';
    case 'finger':
      return 'fingers';
    case 'iris':
      return 'irises';
    case 'signature':
      return 'signature';
  }
}

/** Whether nothing more is asked for in a step. */
export function isDone(step: Step, captured: readonly Captured[]): boolean {
  if (step === 'check') return false;
  const { missing, repeat } = readinessOf(captured);
  const open = [...missing, ...repeat].some((item) => stepOf(item) === step);
  // Of irises nothing is needed: done is what somebody did.
  return !open && (step !== 'irises' || captured.some(({ modality }) => modality === 'iris'));
}

/** In the order of a hand's fingers and of the steps. */
export function inOrder<Thing extends Item>(captured: readonly Thing[]): Thing[] {
  const rank = (item: Item) => STEPS.indexOf(stepOf(item)) * 100 + item.position;
  return captured.toSorted((a, b) => rank(a) - rank(b));
}
