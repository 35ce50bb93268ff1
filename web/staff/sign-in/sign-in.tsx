import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { Link, Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Problem } from '../../kit/problem.ts';
import { Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { PasswordField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { validated } from '../../kit/validated.ts';
import {
  linkSignInContract,
  passkeyOptionsContract,
  passkeySignInContract,
  signInContract,
} from '../../../src/register/officer/sign-in/contract.ts';
import { isFirstRun, SESSION_KEY, useHouse } from '../house.tsx';
import { keepSession, received, useSessionQuery } from '../session.tsx';
import { en } from './en.ts';
import { id } from './id.ts';
import { usePasskey } from './passkey.ts';
import { Wait } from './wait.tsx';

export const texts = { id, en };

/** Signing in: by password, by passkey, or by the single-use link of the demo, whose secret stands behind the `#`. */
export function SignIn() {
  const say = useSay(texts);
  const session = useSessionQuery();
  const { ke } = useSearch({ from: '/entry/masuk' });
  const link = useLink();
  if (session.data) return <Navigate to={ke ?? '/petugas'} replace />;
  if (isFirstRun(session.error)) return <Navigate to="/siapkan" replace />;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      {link.at === 'sending' ? (
        <>
          <p>{say('link.using')}</p>
          <Loading lines={3} />
        </>
      ) : (
        <>
          {link.at === 'refused' && (
            <div className="note waiting" role="alert">
              <p>{link.problem.title}</p>
            </div>
          )}
          <ByPassword />
          <ByPasskey />
          <p className="soft">
            {say('code.have')} <Link to="/masuk/kode">{say('code.use')}</Link>
          </p>
        </>
      )}
    </>
  );
}

/** Takes a fresh session in and goes on to where the officer wanted to be. */
export function useEnter() {
  const { queries } = useHouse();
  const router = useRouter();
  const { ke } = useSearch({ strict: false });
  return (answer: Parameters<typeof received>[0]) => {
    const session = received(answer);
    queries.clear();
    keepSession(session);
    queries.setQueryData(SESSION_KEY, session);
    router.history.push(ke ?? '/petugas');
  };
}

function ByPassword() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const enter = useEnter();
  const { state, run } = useAct(client, signInContract);
  const form = useForm({
    resolver: validated(signInContract.body, kitSay),
    defaultValues: { username: '', password: '' },
  });
  const problem = state.at === 'refused' ? state.problem : null;
  const { errors } = form.formState;
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const session = await run(given, { patienceMs: 20_000 });
    if (session) enter(session);
    else form.resetField('password');
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {problem && problem.status !== 429 && <ErrorSummary problem={problem} faults={[]} kept={false} />}
      {problem?.status === 429 && <Wait problem={problem} />}
      <TextField
        label={say('username')}
        autoComplete="username"
        autoFocus
        autoCapitalize="none"
        spellCheck={false}
        required
        error={errors.username?.message}
        {...form.register('username')}
      />
      <PasswordField
        label={say('password')}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      <Submit state={state} busy={say('busy')} wide>
        {say('act')}
      </Submit>
    </form>
  );
}

function ByPasskey() {
  const say = useSay(texts);
  const { client } = useHouse();
  const enter = useEnter();
  const passkey = usePasskey(async () => {
    const { challengeId, options } = await client.call(passkeyOptionsContract, {}, { patienceMs: 0 });
    const response = await startAuthentication({
      optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
    });
    enter(await client.call(passkeySignInContract, { challengeId, response }, { patienceMs: 0 }));
  });
  if (!browserSupportsWebAuthn()) return null;
  return (
    <>
      <p className="or">{say('or')}</p>
      <button type="button" className="btn quiet wide" aria-disabled={passkey.busy} onClick={passkey.start}>
        {say(passkey.busy ? 'passkey.busy' : 'passkey')}
      </button>
      {passkey.fault && (
        <div className="note waiting" role="alert">
          <p>{passkey.fault instanceof Problem ? passkey.fault.title : say('passkey.stopped')}</p>
        </div>
      )}
    </>
  );
}

/** Uses the secret behind the `#`, once, and takes it out of the address before anything else can see it. */
function useLink() {
  const { client } = useHouse();
  const enter = useEnter();
  const { state, run } = useAct(client, linkSignInContract);
  const used = useRef(false);
  useEffect(() => {
    const token = decodeURIComponent(location.hash.slice(1));
    if (used.current || token === '') return;
    used.current = true;
    history.replaceState(history.state, '', location.pathname + location.search);
    void run({ token }).then((session) => session && enter(session));
  }, [run, enter]);
  return state;
}
