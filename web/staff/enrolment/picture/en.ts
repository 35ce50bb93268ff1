import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  open: 'Open the picture: noted',
  opening: 'Opening the picture',
  hide: 'Close the picture',
  of: 'Picture of {item} of {name}',
  recorded:
    'Each picture is opened by itself. Who opens it and for what is noted, and the person concerned can read it.',
  closed: 'closed',
};
