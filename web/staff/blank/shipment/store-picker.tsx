import { useCallback } from 'react';
import { listDestinationsContract } from '../../../../src/cards/blank/desk/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { FieldGiven } from '../../../kit/field.tsx';
import { Picker } from '../../../kit/picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { useBlankWords } from '../words/words.ts';
import { texts } from './texts.ts';

export type Destination = AnswerOf<typeof listDestinationsContract>['stores'][number];

/** A store to which `from` may send, or with which it may rebalance, found by region, office or name; arrows and Enter choose. */
export function StorePicker({
  from,
  way = 'line',
  ...field
}: FieldGiven & {
  from: string;
  way?: 'line' | 'rebalancing';
  value: Destination | null;
  onChange: (store: Destination | null) => void;
}) {
  const say = useSay(texts);
  const words = useBlankWords();
  const { client } = useHouse();
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const asked = { id: from, way, ...(text ? { search: text } : {}) };
      const { stores, more } = await client.call(listDestinationsContract, asked, { signal });
      return { items: stores, more };
    },
    [client, from, way],
  );
  return (
    <Picker
      {...field}
      name="toStore"
      hint={say('send.to.hint')}
      required
      search={search}
      keyOf={({ id }) => id}
      nameOf={({ name, office }) => `${name}, ${office}`}
      option={(store) => (
        <>
          <b>{store.name}</b>{' '}
          <span className="soft">
            {store.office} · {words.storeKind(store.kind)} · {store.keeper}
          </span>
        </>
      )}
      words={{
        none: (typed) => say(way === 'line' ? 'send.to.none' : 'send.to.noNeighbour', { typed }),
        failing: say('send.to.failing'),
        more: say('send.to.more'),
      }}
    />
  );
}
