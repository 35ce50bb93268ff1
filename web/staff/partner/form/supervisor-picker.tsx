import { useCallback } from 'react';
import { listInstitutionsContract } from '../../../../src/sharing/partner/contract.ts';
import type { FieldGiven } from '../../../kit/field.tsx';
import { Picker } from '../../../kit/picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { words as texts } from '../words/texts.ts';

/** An institution by its id and name; a draft keeps both. */
export interface Supervisor {
  readonly id: string;
  readonly name: string;
}

const SHOWN = 12;

/** Those that can carry others with their memorandum: ministries, agencies, social security. */
export function SupervisorPicker(
  field: FieldGiven & { value: Supervisor | null; onChange: (chosen: Supervisor | null) => void; name?: string },
) {
  const say = useSay(texts);
  const { client } = useHouse();
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const asked = { supervisors: 'yes' as const, ...(text ? { search: text } : {}) };
      const { institutions, next } = await client.call(listInstitutionsContract, asked, { signal });
      const items = institutions.slice(0, SHOWN).map(({ id, name }): Supervisor => ({ id, name }));
      return { items, more: next !== null || institutions.length > SHOWN };
    },
    [client],
  );
  return (
    <Picker
      {...field}
      search={search}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      option={({ name }) => name}
      words={{
        none: (typed) => say('supervisor.none', { typed }),
        failing: say('picker.failing'),
        more: say('picker.more'),
      }}
    />
  );
}
