import { FINGERS, IRISES, type ExceptionReason, type Item } from '../../../../src/recording/biometric/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** What was recorded of a body, and why something was not, in words. */
export function useItemWords() {
  const say = useSay(texts);
  return {
    item({ modality, position }: Item): string {
      if (modality === 'finger') return say(`finger.${FINGERS[position - 1]!}`);
      if (modality === 'iris') return say(`iris.${IRISES[position - 1]!}`);
      return say(`modality.${modality}`);
    },
    reason: (reason: ExceptionReason): string => say(`reason.${reason}`),
  };
}
