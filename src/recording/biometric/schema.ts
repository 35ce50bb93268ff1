/** Shapes of what is recorded of a body, safe in a browser. */
import { z } from 'zod';

export const MODALITIES = ['face', 'finger', 'iris', 'signature'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Finger positions of ISO/IEC 19794-2:2005 table 2: 1 right thumb to 5 right little, 6 left thumb to 10 left little. */
export const FINGERS = [
  'right_thumb',
  'right_index',
  'right_middle',
  'right_ring',
  'right_little',
  'left_thumb',
  'left_index',
  'left_middle',
  'left_ring',
  'left_little',
] as const;
export type FingerName = (typeof FINGERS)[number];

export const fingerPositionShape = z.number().int().min(1).max(10);

/** Irises as in ISO/IEC 19794-6: 1 right, 2 left. */
export const IRISES = ['right', 'left'] as const;
export const irisPositionShape = z.number().int().min(1).max(2);

/** Why an item was not recorded; a supervisor approves each. */
export const EXCEPTION_REASONS = ['missing', 'injured', 'unreadable', 'deformed', 'refused', 'device'] as const;
export const exceptionReasonShape = z.enum(EXCEPTION_REASONS);
export type ExceptionReason = z.output<typeof exceptionReasonShape>;

/** 0 useless to 100 perfect. Of a finger it is what the capture device said, of a face what the encoder saw. */
export const qualityShape = z.number().int().min(0).max(100);

/**
 * One thing recorded: which modality and, of fingers and irises, which one. `position` is 0 for face and signature, of
 * which a person has one.
 */
export const itemShape = z
  .object({ modality: z.enum(MODALITIES), position: z.number().int().min(0).max(10) })
  .refine(({ modality, position }) => isPosition(modality, position), { message: 'biometric.no_such_position' });
export type Item = z.output<typeof itemShape>;

export function isPosition(modality: Modality, position: number): boolean {
  switch (modality) {
    case 'finger':
      return fingerPositionShape.safeParse(position).success;
    case 'iris':
      return irisPositionShape.safeParse(position).success;
    case 'face':
    case 'signature':
      return position === 0;
  }
}

/** `finger:3`, `face:0`: the name of an item in keys and reports. */
export function itemKey({ modality, position }: Item): string {
  return `${modality}:${position}`;
}

/** The formats that templates are kept in. */
export const TEMPLATE_FORMATS = ['iso-19794-2:2005', 'jatidiri-face-1'] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** What is compared: never a picture. */
export interface Template extends Item {
  readonly format: TemplateFormat;
  readonly bytes: Uint8Array;
  readonly quality: number;
}

/** One minutia in the record's own units: pixels from the upper left corner, y downwards; the angle in 256ths of a
 * turn, counter-clockwise from the direction to the right; quality 0 is "not reported". */
export interface Minutia {
  readonly kind: 'other' | 'ending' | 'bifurcation';
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly quality: number;
}

export const OUTCOMES = ['unique', 'duplicate', 'human_decision'] as const;
export const outcomeShape = z.enum(OUTCOMES);
export type Outcome = z.output<typeof outcomeShape>;
