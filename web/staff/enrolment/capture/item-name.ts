import { itemKey, type Item } from '../../../../src/recording/biometric/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** "Telunjuk kanan", "Wajah". */
export function useItemName(): (item: Item) => string {
  const say = useSay(texts);
  return (item) => say(`item.${itemKey(item)}` as 'item.face:0');
}
