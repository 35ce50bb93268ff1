/** What a packet may and must hold, in the names and numbers of the biometric room. Pure and safe in a browser. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png'] as const;

/** What a packet must hold, or give a reason why it does not. Irises and signatures go along where the station takes them. */
export const NEEDED_ITEMS: readonly string[] = [
  'face:0',
  ...Array.from({ length: 10 }, (_, finger) => `finger:${finger + 1}`),
];
