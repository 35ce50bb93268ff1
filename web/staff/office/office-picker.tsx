import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { listOfficesContract } from '../../../src/register/office/contract.ts';
import type { Office } from '../../../src/register/office/schema.ts';
import { Field, type FieldGiven } from '../../kit/field.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { texts } from './texts.ts';

export type PickedOffice = Pick<Office, 'id' | 'name'>;

/** An open office, found by its name in the officer's own region (or the nation); arrows and Enter choose. */
export function OfficePicker({
  value,
  onChange,
  region,
  name,
  ...field
}: FieldGiven & {
  value: PickedOffice | null;
  onChange: (office: PickedOffice | null) => void;
  region?: string | undefined;
  name?: string;
}) {
  const say = useSay(texts);
  const words = useServiceWords();
  const { client } = useHouse();
  const [typed, setTyped] = useState(value?.name ?? '');
  const chosen = value !== null && typed === value.name;
  const search = useDeferredValue(chosen ? '' : typed.trim());
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const query = useQuery({
    queryKey: ['offices', 'pick', region, search],
    enabled: !chosen,
    queryFn: async ({ signal }) =>
      (
        await client.call(
          listOfficesContract,
          { ...(search ? { search } : {}), ...(region ? { region } : {}) },
          { signal },
        )
      ).offices.slice(0, 12),
  });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (query.data && search !== '') selectFirstOption();
  }, [query.data, search, selectFirstOption]);
  const choose = (officeId: string) => {
    const office = query.data?.find((each) => each.id === officeId);
    if (!office) return;
    setTyped(office.name);
    onChange({ id: office.id, name: office.name });
    combobox.closeDropdown();
  };
  return (
    <Field {...field} hint={field.hint ?? say('picker.hint')}>
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
              name={name}
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
              {query.data?.map((office) => (
                <Combobox.Option key={office.id} value={office.id}>
                  <b>{office.name}</b> <span className="soft">{words.kind(office.kind)}</span>
                </Combobox.Option>
              ))}
              {query.data?.length === 0 && <Combobox.Empty>{say('picker.none', { typed })}</Combobox.Empty>}
              {query.error && <Combobox.Empty>{say('picker.failing')}</Combobox.Empty>}
              {query.isPending && <Combobox.Empty>{say('picker.searching')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  );
}
