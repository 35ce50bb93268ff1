import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import type { Say } from '../../kit/text.tsx';
import type { EventTextKey } from './texts.ts';
import type { useEventWords } from './words.ts';

export const INSIDE: Readonly<Record<string, EventTextKey>> = {
  villageCode: 'address.village',
  address: 'address.street',
  rt: 'address.rt',
  rw: 'address.rw',
  hamlet: 'address.hamlet',
  postalCode: 'address.postal',
};

/** The label of the field that a path of the server means: `details.address.villageCode`. */
export function labelOfPath(
  kind: RecordableKind,
  path: string,
  words: ReturnType<typeof useEventWords>,
  say: Say<EventTextKey>,
): string {
  const [first = '', name = '', inside = ''] = path.split('.');
  if (first !== 'details') return words.label(kind, first);
  if (name === 'protected') return words.choice('element', inside);
  const own = words.label(kind, name);
  return INSIDE[inside] ? `${own}, ${say(INSIDE[inside])}` : own;
}
