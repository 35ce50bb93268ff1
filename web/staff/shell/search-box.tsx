import { Combobox, useCombobox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useKey } from '../../kit/keys.ts';
import { useSay } from '../../kit/text.tsx';
import { WORDS_KEY } from '../find/words.ts';
import { openTo } from '../screens.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

const PEOPLE = 'people';

/** Finds people and pages; `/` from anywhere brings the cursor here. What is typed never goes into an address. */
export function SearchBox() {
  const say = useSay(texts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useKey(
    '/',
    useCallback(() => box.current?.focus(), []),
  );

  const wanted = typed.trim().toLowerCase();
  const { scopes } = useSession();
  const queries = useQueryClient();
  const people = wanted !== '' && scopes.includes('resident.read');
  const pages = openTo(scopes).filter((page) => say(page.title).toLowerCase().includes(wanted));
  const go = (path: string) => {
    if (path === PEOPLE) queries.setQueryData(WORDS_KEY, { text: typed, birth: '' });
    setTyped('');
    combobox.closeDropdown();
    void navigate({ to: (path === PEOPLE ? '/petugas/cari' : path) as '/petugas' });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal={false} unstyled classNames={{ dropdown: 'choices' }}>
      <Combobox.Target>
        <input
          ref={box}
          type="search"
          className="search"
          aria-label={say('shell.search')}
          placeholder={say('shell.searchHint')}
          autoComplete="off"
          value={typed}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            setTyped(event.target.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={say('shell.search')}>
          {pages.map((page) => (
            <Combobox.Option key={page.path} value={page.path}>
              {say(page.title)}
            </Combobox.Option>
          ))}
          {/* After the pages: Enter takes a page where its name was typed, and searches people where none is. */}
          {people && (
            <Combobox.Option value={PEOPLE}>{say('shell.searchPeople', { typed: typed.trim() })}</Combobox.Option>
          )}
          {pages.length === 0 && !people && <Combobox.Empty>{say('shell.searchNone', { typed })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
