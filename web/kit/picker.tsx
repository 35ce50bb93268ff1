import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field, type FieldGiven } from './field.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

const PAUSE_MS = 180;

/** What a search gives: the first of what was found, and whether there is more of it. */
export interface Findings<Item> {
  readonly items: readonly Item[];
  readonly more?: boolean;
}

export interface PickerGiven<Item> extends FieldGiven {
  readonly name?: string | undefined;
  readonly value: Item | null;
  readonly onChange: (item: Item | null) => void;
  /** Must be the same function as long as it searches the same; at best it is remembered by its caller. */
  readonly search: (text: string, signal: AbortSignal) => Promise<Findings<Item>>;
  /** How many letters a search needs; with none the list opens at once. */
  readonly fewest?: number;
  readonly keyOf: (item: Item) => string;
  /** What stands in the field once it is chosen. */
  readonly nameOf: (item: Item) => string;
  readonly option: (item: Item) => ReactNode;
  readonly words: {
    readonly few?: (missing: number) => string;
    readonly none: (typed: string) => string;
    readonly failing: string;
    readonly more?: string;
    readonly chosen?: (item: Item) => string;
  };
}

type Found<Item> = { readonly at: 'few' | 'searching' | 'failing' } | ({ readonly at: 'found' } & Findings<Item>);

/**
 * One thing among many, found by typing a part of its name; arrows and Enter choose. Enter before the answer is there takes the first of the
 * answer to what was typed, never one that was found for fewer letters, and never sends the form around it.
 */
export function Picker<Item>(given: PickerGiven<Item>) {
  const { name, value, onChange, search, fewest = 0, keyOf, nameOf, option, words, ...field } = given;
  const say = useSay(texts);
  const [typed, setTyped] = useState(value === null ? '' : nameOf(value));
  const chosen = value !== null && typed === nameOf(value);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { found, of } = useFound(chosen ? null : typed, fewest, search);
  /** Enter was pressed for this text, whose answer was not there. */
  const wanted = useRef<string | null>(null);

  const choose = (item: Item | undefined) => {
    if (item === undefined) return;
    wanted.current = null;
    setTyped(nameOf(item));
    onChange(item);
    combobox.closeDropdown();
  };
  const { selectFirstOption } = combobox;
  // What Enter takes is marked as soon as it is there; the options come later than the letters.
  useEffect(() => {
    if (found.at !== 'found' || of !== typed.trim() || of === '') return;
    if (wanted.current === of && found.items.length > 0) choose(found.items[0]);
    else selectFirstOption();
    // oxlint-disable-next-line react/exhaustive-deps -- asked once an answer
  }, [found, of]);
  const type = (text: string) => {
    wanted.current = null;
    setTyped(text);
    if (value !== null) onChange(null);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || chosen || typed.trim() === '') return;
    event.preventDefault();
    if (of !== typed.trim()) wanted.current = typed.trim();
    // Pressed in the moment between the answer and its mark.
    else if (found.at === 'found' && combobox.dropdownOpened && combobox.getSelectedOptionIndex() === -1)
      choose(found.items[0]);
  };
  const nothing =
    found.at === 'few'
      ? words.few?.(Math.max(1, fewest - typed.trim().length))
      : found.at === 'failing'
        ? words.failing
        : found.at === 'searching'
          ? say('loading')
          : words.none(typed);
  const items = found.at === 'found' ? found.items : [];
  return (
    <Field {...field} reading={chosen ? words.chosen?.(value) : undefined}>
      {(tie) => (
        <Combobox
          store={combobox}
          onOptionSubmit={(key) => choose(items.find((item) => keyOf(item) === key))}
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
              onKeyDown={press}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={chosen}>
            <Combobox.Options aria-label={field.label}>
              {items.map((item) => (
                <Combobox.Option key={keyOf(item)} value={keyOf(item)}>
                  {option(item)}
                </Combobox.Option>
              ))}
              {found.at === 'found' && found.more && <Combobox.Empty>{words.more}</Combobox.Empty>}
              {items.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </Field>
  );
}

/** What was found for `typed` (nothing is asked for `null`), and for which text: what was found for fewer letters stays in sight until the new answer is there. */
function useFound<Item>(
  typed: string | null,
  fewest: number,
  search: (text: string, signal: AbortSignal) => Promise<Findings<Item>>,
): { found: Found<Item>; of: string | null } {
  const text = typed === null ? null : typed.trim();
  const asked = text !== null && text.length >= fewest ? text : null;
  const [answer, setAnswer] = useState<{ of: string; found: Found<Item> } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        search(asked, asking.signal).then(
          (findings) => setAnswer({ of: asked, found: { at: 'found', ...findings } }),
          () => !asking.signal.aborted && setAnswer({ of: asked, found: { at: 'failing' } }),
        );
      },
      asked === '' ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [asked, search]);
  if (asked === null) return { found: { at: 'few' }, of: null };
  // Not what stood there before anything was typed: that was not found, it was all.
  const stays = answer?.found.at === 'found' && answer.of !== '';
  return answer !== null && (answer.of === asked || stays) ? answer : { found: { at: 'searching' }, of: null };
}
