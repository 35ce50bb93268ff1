import { useCallback } from 'react';
import { useSay } from '../../kit/text.tsx';
import { en } from './label/en.ts';
import { id } from './label/id.ts';

const texts = { id, en };

/** What an entry of the log says was done, in words; a label that nobody has put into words stands as it is. */
export function useLabelName(): (label: string) => string {
  const say = useSay(texts);
  return useCallback((label) => (label in id ? say(label as keyof typeof id) : label), [say]);
}
