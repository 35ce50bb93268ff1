import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { purgeDrafts } from '../../kit/draft.ts';
import { useSay, type Language } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { changeLanguageContract, signOutContract } from '../../../src/register/officer/sign-in/contract.ts';
import { SESSION_KEY, useConnection, useHouse } from '../house.tsx';
import { usePreferences, type Theme } from '../preferences.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

const THEMES: readonly Theme[] = ['device', 'light', 'dark'];

/** Officer and office, and behind them: language, display, sign-out. */
export function AccountMenu() {
  const say = useSay(texts);
  const { officer, office } = useSession();
  const { client, preferences } = useHouse();
  const { language, theme } = usePreferences(preferences);
  const signOut = useSignOut();
  const speak = (chosen: Language) => {
    preferences.set({ language: chosen });
    // For letters and messages to this officer; the screen does not wait for it.
    client.call(changeLanguageContract, { language: chosen }, { patienceMs: 0 }).catch(() => {});
  };
  const check = (chosen: boolean) => ({ role: 'menuitemradio', 'aria-checked': chosen, className: 'choice' });
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      unstyled
      classNames={{ dropdown: 'choices' }}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          className="account"
          aria-label={`${officer.name}, ${office.name}: ${say('shell.account')}`}
        >
          <span>{officer.name}</span>
          <span className="soft">{office.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('shell.language')}</Menu.Label>
        <Menu.Item {...check(language === 'id')} closeMenuOnClick={false} onClick={() => speak('id')}>
          Bahasa Indonesia
        </Menu.Item>
        <Menu.Item {...check(language === 'en')} closeMenuOnClick={false} onClick={() => speak('en')}>
          English
        </Menu.Item>
        <Menu.Label>{say('shell.theme')}</Menu.Label>
        {THEMES.map((each) => (
          <Menu.Item
            key={each}
            {...check(theme === each)}
            closeMenuOnClick={false}
            onClick={() => preferences.set({ theme: each })}
          >
            {say(`shell.theme.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/">
          {say('shell.public')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{say('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ends the session and leaves nothing on the device. Refuses while something is on its way: it would be lost unseen. */
function useSignOut() {
  const say = useSay(texts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const unsent = useConnection().unsent.filter((call) => call.writes).length;
  return async () => {
    if (unsent > 0) return tell('waiting', say('shell.signOutUnsent', { count: unsent }));
    await client.call(signOutContract, {}, { patienceMs: 0 });
    purgeDrafts();
    queries.clear();
    queries.setQueryData(SESSION_KEY, null);
    await navigate({ to: '/masuk' });
  };
}
