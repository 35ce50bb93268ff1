import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary, placeFaults } from '../../kit/form-section.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useLanguage, useSay } from '../../kit/text.tsx';
import { PasswordField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { validated } from '../../kit/validated.ts';
import { firstAdministratorContract, firstRunContract } from '../../../src/register/officer/sign-in/contract.ts';
import { en as officerEn } from '../../../src/register/officer/en.ts';
import { id as officerId } from '../../../src/register/officer/id.ts';
import { useHouse } from '../house.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const FIELDS = ['code', 'name', 'username', 'password'] as const;
const EMPTY = { code: '', username: '', name: '', password: '' };
const ADMINISTRATORS = 2;

/** The first run: two administrators, each with a code of his own. Nothing else works until both are there. */
export function FirstRun() {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({ queryKey: ['first-run'], queryFn: () => client.call(firstRunContract, {}) });
  const [registered, setRegistered] = useState<readonly string[]>([]);
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const place = ADMINISTRATORS - query.data.missing + 1;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      {registered.map((name) => (
        <div key={name} className="note done" role="status">
          <p>{say('registered', { name })}</p>
        </div>
      ))}
      {query.data.missing === 0 ? (
        <>
          <p>{say('over')}</p>
          <Link className="btn" to="/masuk">
            {say('signIn')}
          </Link>
        </>
      ) : (
        <>
          <p>{say(place === 1 ? 'about.first' : 'about.second')}</p>
          <h2>{say('place', { place, of: ADMINISTRATORS })}</h2>
          <NewAdministrator
            key={place}
            onDone={(name) => {
              setRegistered((before) => [...before, name]);
              void query.refetch();
            }}
          />
        </>
      )}
    </>
  );
}

function NewAdministrator({ onDone }: { onDone: (name: string) => void }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const language = useLanguage();
  const own = (key: string) => ({ id: officerId, en: officerEn })[language][key as keyof typeof officerId] ?? key;
  const { client } = useHouse();
  const { state, run } = useAct(client, firstAdministratorContract);
  const form = useForm({ resolver: validated(firstAdministratorContract.body, kitSay, own), defaultValues: EMPTY });
  const { errors } = form.formState;
  const problem = state.at === 'refused' ? state.problem : null;
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const done = await run(given, {
      patienceMs: 20_000,
      onRefused: (refused) => placeFaults(refused, FIELDS, form.setError),
    });
    if (done) onDone(given.name);
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary
        problem={problem}
        faults={FIELDS.flatMap((name) =>
          errors[name]?.message ? [{ name, label: say(name), message: errors[name].message }] : [],
        )}
      />
      <TextField
        label={say('code')}
        hint={say('code.hint')}
        autoComplete="off"
        spellCheck={false}
        required
        error={errors.code?.message}
        {...form.register('code')}
      />
      <TextField
        label={say('name')}
        autoComplete="name"
        required
        error={errors.name?.message}
        {...form.register('name')}
      />
      <TextField
        label={say('username')}
        hint={say('username.hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        error={errors.username?.message}
        {...form.register('username')}
      />
      <PasswordField
        label={say('password')}
        hint={say('password.hint')}
        autoComplete="new-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      <Submit state={state} busy={say('busy')} wide>
        {say('act')}
      </Submit>
    </form>
  );
}
