import { Combobox, useCombobox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useKey } from '../../kit/keys.ts';
import { useSay } from '../../kit/text.tsx';
import { openTo } from '../screens.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';
import '../handover.ts';

/** The page that looks for people, where there is one; what was typed is handed over to it. */
const FINDING_PEOPLE: string = '/petugas/cari';

/** Finds pages by their names, and people on the page for that; `/` from anywhere brings the cursor here. */
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
  const open = openTo(useSession().scopes);
  const pages = open.filter((page) => say(page.title).toLowerCase().includes(wanted));
  const findsPeople = open.some(({ path }) => path === FINDING_PEOPLE);
  const go = (path: string) => {
    setTyped('');
    combobox.closeDropdown();
    // A NIK or a name goes along in the history's state, where neither an address bar nor a log sees it.
    const handedOver = path === FINDING_PEOPLE && wanted !== '' ? { state: { sought: typed.trim() } } : {};
    void navigate({ to: path as '/petugas', ...handedOver });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal={false} unstyled classNames={{ dropdown: 'choices' }}>
      <Combobox.Target>
        <input
          ref={box}
          type="search"
          className="search"
          aria-label={say(findsPeople ? 'shell.searchAll' : 'shell.search')}
          placeholder={say(findsPeople ? 'shell.searchAllHint' : 'shell.searchHint')}
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
          {findsPeople && wanted !== '' && (
            <Combobox.Option value={FINDING_PEOPLE}>
              {say('shell.searchPeople', { typed: typed.trim() })}
            </Combobox.Option>
          )}
          {pages.map((page) => (
            <Combobox.Option key={page.path} value={page.path}>
              {say(page.title)}
            </Combobox.Option>
          ))}
          {pages.length === 0 && !findsPeople && <Combobox.Empty>{say('shell.searchNone', { typed })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
