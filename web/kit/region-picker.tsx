import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Region } from '../../src/register/region/schema.ts';
import { Field, type FieldGiven } from './field.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

const FEWEST_LETTERS = 3;
const PAUSE_MS = 180;

type Found =
  | { readonly at: 'few' | 'searching' | 'failing' }
  | { readonly at: 'found'; readonly regions: readonly Region[] };

/** "Duren Sawit, Kota Adm. Jakarta Timur, DKI Jakarta": the region and what it lies in, nearest first. */
export function regionPath(region: Pick<Region, 'name' | 'path'>): string {
  return [region.name, ...region.path.toReversed().map((part) => part.name)].join(', ');
}

/** A region chosen by typing three letters of its name, or its code; arrows and Enter choose. */
export function RegionPicker({
  value,
  onChange,
  search,
  error,
  hint,
  name,
  ...field
}: FieldGiven & {
  value: Region | null;
  onChange: (region: Region | null) => void;
  search: (text: string, signal: AbortSignal) => Promise<readonly Region[]>;
  name?: string;
}) {
  const say = useSay(texts);
  const [typed, setTyped] = useState(value ? regionPath(value) : '');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const chosen = value !== null && typed === regionPath(value);
  const found = useFound(chosen ? '' : typed, search);

  // What Enter takes is marked as soon as it is there; the options come later than the letters.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (found.at === 'found') selectFirstOption();
  }, [found, selectFirstOption]);

  const choose = (code: string) => {
    const region = found.at === 'found' ? found.regions.find((each) => each.code === code) : undefined;
    if (!region) return;
    setTyped(regionPath(region));
    onChange(region);
    combobox.closeDropdown();
  };
  const type = (text: string) => {
    setTyped(text);
    if (value) onChange(null);
    combobox.openDropdown();
  };
  const nothing =
    found.at === 'few'
      ? say('region.few', { count: Math.max(1, FEWEST_LETTERS - typed.trim().length) })
      : found.at === 'failing'
        ? say('region.failing')
        : found.at === 'searching'
          ? say('loading')
          : say('region.none', { typed });
  return (
    <Field
      {...field}
      hint={hint ?? say('region.hint')}
      error={error}
      reading={chosen ? say('region.chosen', { path: value.code }) : undefined}
    >
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
              onChange={(event) => type(event.target.value)}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={chosen}>
            <Combobox.Options aria-label={field.label}>
              {found.at === 'found' &&
                found.regions.map((region) => (
                  <Combobox.Option key={region.code} value={region.code}>
                    <b>{region.name}</b>{' '}
                    <span className="soft">{regionPath(region).slice(region.name.length + 2)}</span>
                  </Combobox.Option>
                ))}
              {(found.at !== 'found' || found.regions.length === 0) && <Combobox.Empty>{nothing}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  );
}

function useFound(typed: string, search: (text: string, signal: AbortSignal) => Promise<readonly Region[]>): Found {
  const text = typed.trim();
  const enough = text.length >= FEWEST_LETTERS;
  const [found, setFound] = useState<{ of: string; result: Found } | null>(null);
  useEffect(() => {
    if (!enough) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      search(text, asking.signal).then(
        (regions) => setFound({ of: text, result: { at: 'found', regions } }),
        () => !asking.signal.aborted && setFound({ of: text, result: { at: 'failing' } }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, enough, search]);
  if (!enough) return { at: 'few' };
  // What was found for fewer letters stays in sight until the new answer is there.
  return found?.of === text || found?.result.at === 'found' ? found.result : { at: 'searching' };
}
