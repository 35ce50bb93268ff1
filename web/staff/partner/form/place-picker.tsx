import { useCallback } from 'react';
import type { FieldGiven } from '../../../kit/field.tsx';
import { Picker } from '../../../kit/picker.tsx';
import { regionPath } from '../../../kit/region-picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useProvinceOrRegencySearch } from '../../regions.ts';
import { words as texts } from '../words/texts.ts';

/** A region by its code and the name that stands in the field; a draft keeps both. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

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
  const find = useProvinceOrRegencySearch(within);
  const search = useCallback(
    async (text: string, signal: AbortSignal) => ({
      items: (await find(text, signal)).map((region): Place => ({ code: region.code, name: regionPath(region) })),
    }),
    [find],
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
