import { useCallback } from 'react';
import { listRegionsContract } from '../../../../src/register/region/contract.ts';
import type { FieldGiven } from '../../../kit/field.tsx';
import { Picker } from '../../../kit/picker.tsx';
import { regionPath } from '../../../kit/region-picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { words as texts } from '../words/texts.ts';

/** A region by its code and the name that stands in the field; a draft keeps both. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

const LEVELS = ['province', 'regency'] as const;

/** A province or regency, whose residents alone may be asked about; empty is the nation, or all of `within`. */
export function PlacePicker({
  within,
  ...field
}: FieldGiven & {
  value: Place | null;
  onChange: (place: Place | null) => void;
  within?: string | undefined;
  name?: string;
}) {
  const say = useSay(texts);
  const { client } = useHouse();
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const asked = { search: text, ...(within ? { parent: within } : {}) };
      const found = await Promise.all(
        LEVELS.map((level) => client.call(listRegionsContract, { ...asked, level }, { signal })),
      );
      const regions = found.flatMap((each) => each.regions);
      return { items: regions.map((region): Place => ({ code: region.code, name: regionPath(region) })) };
    },
    [client, within],
  );
  return (
    <Picker
      {...field}
      search={search}
      fewest={2}
      keyOf={({ code }) => code}
      nameOf={({ name }) => name}
      option={({ name }) => name}
      words={{
        few: () => say('place.few'),
        none: (typed) => say('place.none', { typed }),
        failing: say('picker.failing'),
        chosen: ({ code }) => say('place.chosen', { code }),
      }}
    />
  );
}
