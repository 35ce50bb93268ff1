import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { listDestinationsContract } from '../../../../src/cards/blank/desk/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { Field, type FieldGiven } from '../../../kit/field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';
import { useBlankWords } from '../words/words.ts';
import { texts } from './texts.ts';

export type Destination = AnswerOf<typeof listDestinationsContract>['stores'][number];

const nameOf = ({ name, office }: Destination) => `${name}, ${office}`;

/** A store to which `from` may send, or with which it may rebalance, found by region, office or name; arrows and Enter choose. */
export function StorePicker({
  from,
  way = 'line',
  value,
  onChange,
  ...field
}: FieldGiven & {
  from: string;
  way?: 'line' | 'rebalancing';
  value: Destination | null;
  onChange: (store: Destination | null) => void;
}) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const words = useBlankWords();
  const { client } = useHouse();
  const [typed, setTyped] = useState(value ? nameOf(value) : '');
  const chosen = value !== null && typed === nameOf(value);
  const search = useDeferredValue(chosen ? '' : typed.trim());
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const query = useQuery({
    queryKey: ['blank', 'destinations', from, way, search],
    enabled: !chosen,
    queryFn: ({ signal }) =>
      client.call(listDestinationsContract, { id: from, way, ...(search ? { search } : {}) }, { signal }),
  });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (query.data && search !== '') selectFirstOption();
  }, [query.data, search, selectFirstOption]);
  const choose = (id: string) => {
    const store = query.data?.stores.find((each) => each.id === id);
    if (!store) return;
    setTyped(nameOf(store));
    onChange(store);
    combobox.closeDropdown();
  };
  return (
    <Field {...field} hint={say('send.to.hint')} required>
      {(tie) => (
        <Combobox
          store={combobox}
          onOptionSubmit={choose}
          withinPortal={false}
          unstyled
          classNames={{ dropdown: 'choices' }}
          width="target"
        >
          <Combobox.Target>
            <input
              {...tie}
              name="toStore"
              type="text"
              autoComplete="off"
              value={typed}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onChange={(event) => {
                setTyped(event.target.value);
                if (value) onChange(null);
                combobox.openDropdown();
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={chosen}>
            <Combobox.Options aria-label={field.label}>
              {query.data?.stores.map((store) => (
                <Combobox.Option key={store.id} value={store.id}>
                  <b>{store.name}</b>{' '}
                  <span className="soft">
                    {store.office} · {words.storeKind(store.kind)} · {store.keeper}
                  </span>
                </Combobox.Option>
              ))}
              {query.data?.more && <Combobox.Empty>{say('send.to.more')}</Combobox.Empty>}
              {query.data?.stores.length === 0 && (
                <Combobox.Empty>
                  {say(way === 'line' ? 'send.to.none' : 'send.to.noNeighbour', { typed })}
                </Combobox.Empty>
              )}
              {query.error && <Combobox.Empty>{say('send.to.failing')}</Combobox.Empty>}
              {query.isPending && <Combobox.Empty>{kitSay('loading')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  );
}
