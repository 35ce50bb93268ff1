import type { Device } from '../../recording/enrolment/capture-service/contract.ts';
import { FINGERS, type Modality } from '../../recording/biometric/index.ts';

/** How the one who sits there behaves. */
export const MANNERS = ['still', 'nothing', 'lifts'] as const;
export type Manner = (typeof MANNERS)[number];

/** Who sits before the station and what is wrong there; changed from the simulator's own window. */
export interface Stage {
  readonly seed: string;
  readonly person: number;
  /** 0 clean hands to 1 worn ones. */
  readonly wear: number;
  readonly manner: Manner;
  /** Fingers that the body lacks, by position. */
  readonly missing: readonly number[];
  readonly unplugged: readonly Modality[];
}

export const SIMULATED = ['finger', 'iris', 'face'] as const satisfies readonly Modality[];
const WEARS = [0, 0.15, 0.5, 1];
const NAMES = {
  finger: 'Pemindai empat jari (simulasi)',
  iris: 'Kamera iris (simulasi)',
  face: 'Kamera wajah (simulasi)',
} as const;
const AT_ONCE = { finger: 4, iris: 2, face: 1 } as const;

export function devicesOn(stage: Stage, busy: Modality | null): Device[] {
  return SIMULATED.map((modality) => ({
    id: modality,
    name: NAMES[modality],
    modality,
    state: stage.unplugged.includes(modality) ? 'unplugged' : busy === modality ? 'busy' : 'ready',
    atOnce: AT_ONCE[modality],
  }));
}

/** The stage after a form of the simulator's window was sent; what cannot be read leaves it as it is. */
export function changedBy(stage: Stage, form: URLSearchParams): Stage {
  if (form.get('act') === 'next') return { ...stage, person: stage.person + 1, missing: [], manner: 'still' };
  const numberOf = (name: string, before: number) => Number(form.get(name) ?? before);
  const person = numberOf('person', stage.person);
  const wear = numberOf('wear', stage.wear);
  return {
    seed: stage.seed,
    person: Number.isInteger(person) && person >= 0 && person < 1e9 ? person : stage.person,
    wear: WEARS.includes(wear) ? wear : stage.wear,
    manner: MANNERS.find((manner) => manner === form.get('manner')) ?? stage.manner,
    missing: FINGERS.flatMap((_, at) => (form.getAll('missing').includes(String(at + 1)) ? [at + 1] : [])),
    unplugged: SIMULATED.filter((modality) => form.getAll('unplugged').includes(modality)),
  };
}
