import { useCallback } from 'react';
import { listOfficesContract } from '../../../src/register/office/contract.ts';
import type { Office } from '../../../src/register/office/schema.ts';
import type { FieldGiven } from '../../kit/field.tsx';
import { Picker } from '../../kit/picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { texts } from './texts.ts';

export type PickedOffice = Pick<Office, 'id' | 'name'> & Partial<Pick<Office, 'kind'>>;

const SHOWN = 12;

/** An open office, found by its name in the officer's own region (or the nation); arrows and Enter choose. */
export function OfficePicker({
  onChange,
  region,
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
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const asked = { ...(text ? { search: text } : {}), ...(region ? { region } : {}) };
      const { offices } = await client.call(listOfficesContract, asked, { signal });
      return { items: offices.slice(0, SHOWN) as readonly PickedOffice[], more: offices.length > SHOWN };
    },
    [client, region],
  );
  return (
    <Picker
      {...field}
      hint={field.hint ?? say('picker.hint')}
      // What is kept as a draft is the office and its name.
      onChange={(office) => onChange(office && { id: office.id, name: office.name })}
      search={search}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      option={({ name, kind }) => (
        <>
          <b>{name}</b> {kind && <span className="soft">{words.kind(kind)}</span>}
        </>
      )}
      words={{
        none: (typed) => say('picker.none', { typed }),
        failing: say('picker.failing'),
        more: say('picker.more'),
      }}
    />
  );
}
