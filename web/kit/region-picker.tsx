import { useCallback } from 'react';
import type { Region } from '../../src/register/region/schema.ts';
import type { FieldGiven } from './field.tsx';
import { Picker } from './picker.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** "Duren Sawit, Kota Adm. Jakarta Timur, DKI Jakarta": the region and what it lies in, nearest first. */
export function regionPath(region: Pick<Region, 'name' | 'path'>): string {
  return [region.name, ...region.path.toReversed().map((part) => part.name)].join(', ');
}

/** A region chosen by typing three letters of its name, or its code; arrows and Enter choose. */
export function RegionPicker({
  search,
  hint,
  ...field
}: FieldGiven & {
  value: Region | null;
  onChange: (region: Region | null) => void;
  search: (text: string, signal: AbortSignal) => Promise<readonly Region[]>;
  name?: string;
}) {
  const say = useSay(texts);
  const find = useCallback(
    async (text: string, signal: AbortSignal) => ({ items: await search(text, signal) }),
    [search],
  );
  return (
    <Picker
      {...field}
      hint={hint ?? say('region.hint')}
      search={find}
      fewest={3}
      keyOf={({ code }) => code}
      nameOf={regionPath}
      option={(region) => (
        <>
          <b>{region.name}</b> <span className="soft">{regionPath(region).slice(region.name.length + 2)}</span>
        </>
      )}
      words={{
        few: (count) => say('region.few', { count }),
        none: (typed) => say('region.none', { typed }),
        failing: say('region.failing'),
        chosen: ({ code }) => say('region.chosen', { path: code }),
      }}
    />
  );
}
