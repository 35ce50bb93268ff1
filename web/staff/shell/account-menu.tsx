import { Popover } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { purgeDrafts } from '../../kit/draft.ts';
import { useSay, type Language } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import {
  changeLanguageContract,
  changeOfficeContract,
  signOutContract,
} from '../../../src/register/officer/sign-in/contract.ts';
import { useWaiting } from '../enrolment/outbox/use-waiting.ts';
import { forgetPurposes } from '../purpose/kept.ts';
import { SESSION_KEY, useConnection, useHouse } from '../house.tsx';
import { usePreferences, type Theme } from '../preferences.ts';
import { forgetSession, useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** Officer and office, and behind them: the other offices of service, language, display, sign-out. */
export function AccountMenu() {
  const say = useSay(texts);
  const [open, setOpen] = useState(false);
  const { officer, office, offices } = useSession();
  const { client, preferences, queries } = useHouse();
  const { language, theme } = usePreferences(preferences);
  const signOut = useSignOut();
  useEffect(() => {
    if (!open) return;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [open]);
  const speak = (chosen: Language) => {
    preferences.set({ language: chosen });
    // For letters and messages to this officer; the screen does not wait for it.
    client.call(changeLanguageContract, { language: chosen }, { patienceMs: 0 }).catch(() => {});
  };
  const serveAt = async (officeId: string) => {
    await client.call(changeOfficeContract, { officeId });
    // Another office is another region, other rights, other work: nothing that was read stays.
    await queries.resetQueries();
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      withinPortal={false}
      unstyled
      classNames={{ dropdown: 'choices' }}
      transitionProps={{ duration: 0 }}
      returnFocus
    >
      <Popover.Target>
        <button type="button" className="account" onClick={() => setOpen(!open)}>
          <span>{officer.name}</span>
          <span className="soft">{office.name}</span>
          <span className="unseen">: {say('shell.account')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('shell.account')}>
        {offices.length === 1 && <p className="soft">{office.name}</p>}
        {offices.length > 1 && (
          <Choices
            legend={say('shell.office')}
            chosen={office.id}
            choices={offices.map((each) => [each.id, each.name])}
            onChoose={(officeId) => void serveAt(officeId)}
          />
        )}
        <Choices
          legend={say('shell.language')}
          chosen={language}
          choices={[
            ['id', 'Bahasa Indonesia'],
            ['en', 'English'],
          ]}
          onChoose={speak}
        />
        <Choices<Theme>
          legend={say('shell.theme')}
          chosen={theme}
          choices={[
            ['device', say('shell.theme.device')],
            ['light', say('shell.theme.light')],
            ['dark', say('shell.theme.dark')],
          ]}
          onChoose={(chosen) => preferences.set({ theme: chosen })}
        />
        <div className="ends">
          <span className="stack-links">
            <Link to={'/petugas/akun' as '/petugas'} onClick={() => setOpen(false)}>
              {say('screen.account')}
            </Link>
            <a href="/">{say('shell.public')}</a>
          </span>
          <button type="button" className="btn quiet" onClick={() => void signOut()}>
            {say('shell.signOut')}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices<Value extends string>(given: {
  legend: string;
  chosen: Value;
  choices: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{given.legend}</legend>
      {given.choices.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === given.chosen} onChange={() => given.onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Ends the session and leaves nothing on the device. Refuses while something is on its way: it would be lost unseen. */
function useSignOut() {
  const say = useSay(texts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const unsent = useConnection().unsent.filter((call) => call.writes).length;
  const waiting = useWaiting().packets.length;
  const warned = useRef(false);
  return async () => {
    if (unsent > 0) return tell('waiting', say('shell.signOutUnsent', { count: unsent }));
    // Recordings stay on the device and are sent under the next officer: said once, then he may go.
    if (waiting > 0 && !warned.current) {
      warned.current = true;
      return tell('waiting', say('shell.signOutWaiting', { count: waiting }));
    }
    try {
      await client.call(signOutContract, {}, { patienceMs: 0 });
    } catch {
      return tell('stopped', say('shell.signOutNot'));
    }
    purgeDrafts();
    forgetPurposes();
    forgetSession();
    queries.clear();
    queries.setQueryData(SESSION_KEY, null);
    await navigate({ to: '/masuk' });
  };
}
