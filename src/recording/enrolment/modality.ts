/**
 * What a recording is made of, by the names and numbers of the engine's room: positions of fingers as in ISO/IEC 19794-2:2005
 * table 2, irises 1 right and 2 left, 0 for what a person has once. Pure and safe in a browser.
 */

/** The place in this list, from 1, is what the store keeps. Only ever extended at the end. */
export const MODALITIES = ['face', 'finger', 'iris', 'signature'] as const;
export type Modality = (typeof MODALITIES)[number];

export const EXCEPTION_REASONS = ['missing', 'injured', 'unreadable', 'deformed', 'refused', 'device'] as const;
export type ExceptionReason = (typeof EXCEPTION_REASONS)[number];

export const TEMPLATE_FORMATS = ['iso-19794-2:2005', 'jatidiri-face-1'] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

export const PICTURE_TYPES = ['image/jpeg', 'image/png'] as const;

/** Whether there is such a thing on a body. */
export function isPosition(modality: Modality, position: number): boolean {
  if (!Number.isInteger(position)) return false;
  switch (modality) {
    case 'finger':
      return position >= 1 && position <= 10;
    case 'iris':
      return position === 1 || position === 2;
    case 'face':
    case 'signature':
      return position === 0;
  }
}

/** `finger:3`: the name of an item in keys, refusals and the ledger. */
export function itemKey({ modality, position }: { readonly modality: Modality; readonly position: number }): string {
  return `${modality}:${position}`;
}

/** What a packet must hold, or give a reason why it does not. Irises and signatures go along where the station takes them. */
export const NEEDED_ITEMS: readonly string[] = [
  'face:0',
  ...Array.from({ length: 10 }, (_, finger) => `finger:${finger + 1}`),
];
