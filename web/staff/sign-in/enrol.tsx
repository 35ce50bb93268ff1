import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary, placeFaults } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { PasswordField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { validated } from '../../kit/validated.ts';
import { enrolContract } from '../../../src/register/officer/sign-in/contract.ts';
import { useHouse } from '../house.tsx';
import { texts, useEnter } from './sign-in.tsx';

/** A new officer, or one whose password is lost, sets a password with the code that his administrator gave him. */
export function Enrol() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const enter = useEnter();
  const { state, run } = useAct(client, enrolContract);
  const form = useForm({ resolver: validated(enrolContract.body, kitSay), defaultValues: { code: '', password: '' } });
  const { errors } = form.formState;
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const session = await run(given, {
      patienceMs: 20_000,
      onRefused: (problem) => placeFaults(problem, ['code', 'password'], form.setError),
    });
    if (session) enter(session);
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <h1 className="page-title" tabIndex={-1}>
        {say('code.title')}
      </h1>
      <p>{say('code.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <TextField
        label={say('code')}
        autoComplete="one-time-code"
        spellCheck={false}
        required
        error={errors.code?.message}
        {...form.register('code')}
      />
      <PasswordField
        label={say('password.new')}
        hint={say('password.hint')}
        autoComplete="new-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      <Submit state={state} busy={say('busy')} wide>
        {say('code.act')}
      </Submit>
      <p className="soft">
        <Link to="/masuk">{say('code.back')}</Link>
      </p>
    </form>
  );
}
