import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import {
  changeLanguageContract,
  changePasswordContract,
  endOtherSessionsContract,
  endSessionContract,
  listSessionsContract,
} from '../../../src/register/officer/sign-in/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { ErrorSummary, placeFaults } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay, type Language } from '../../kit/text.tsx';
import { ChoiceField, PasswordField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { validated } from '../../kit/validated.ts';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { usePreferences } from '../preferences.ts';
import { useSession } from '../session.tsx';
import { deviceName } from './device.ts';
import { Passkeys } from './passkeys.tsx';
import { texts } from './texts.ts';

/** One's own account: where one is signed in, password, passkeys, language. */
export function Account() {
  const say = useSay(texts);
  const words = useServiceWords();
  const { officer, office, roles } = useSession();
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <dl className="facts">
        <dt>{say('name')}</dt>
        <dd>{officer.name}</dd>
        <dt>{say('username')}</dt>
        <dd className="mono">{officer.username}</dd>
        <dt>{say('roles')}</dt>
        <dd>
          {roles.map(words.role).join(', ')} <span className="soft">· {office.name}</span>
        </dd>
      </dl>
      <Sessions />
      <Passkeys />
      <Password />
      <LanguageOfMine />
    </>
  );
}

function Sessions() {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { client, queries } = useHouse();
  const ending = useAct(client, endSessionContract);
  const endingOthers = useAct(client, endOtherSessionsContract);
  const query = useQuery({ queryKey: ['sessions'], queryFn: () => client.call(listSessionsContract, {}) });
  const again = () => queries.invalidateQueries({ queryKey: ['sessions'] });
  const others = query.data?.sessions.filter(({ current }) => !current).length ?? 0;
  const end = async (sessionId: string) => {
    if ((await ending.run({ sessionId })) === null) return;
    tell('done', say('session.ended'));
    await again();
  };
  const endOthers = async () => {
    const done = await endingOthers.run({});
    if (!done) return;
    tell('done', say('sessions.endedOthers', { count: done.ended }));
    await again();
  };
  const refused = [ending.state, endingOthers.state].find(({ at }) => at === 'refused');
  return (
    <section>
      <h2>{say('sessions')}</h2>
      <p>{say('sessions.about')}</p>
      <ErrorSummary problem={refused?.at === 'refused' ? refused.problem : null} faults={[]} kept={false} />
      <DataTable
        caption={say('sessions')}
        empty={say('sessions.none')}
        rows={rowsOf({ data: query.data?.sessions, error: query.error, refetch: () => query.refetch() })}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            head: say('session.device'),
            names: true,
            cell: (session) => deviceName(session.userAgent) ?? say('session.unknown'),
          },
          { key: 'office', head: say('session.office'), cell: (session) => session.officeName },
          { key: 'ip', head: say('session.ip'), cell: (session) => <span className="mono">{session.ip}</span> },
          { key: 'seen', head: say('session.seen'), cell: (session) => format.instant(session.seenAt) },
          {
            key: 'act',
            head: say('session.state'),
            cell: (session) =>
              session.current ? (
                <Tag standing="done">{say('session.current')}</Tag>
              ) : (
                <button
                  type="button"
                  className="btn stop"
                  aria-label={say('session.endOf', {
                    device: deviceName(session.userAgent) ?? say('session.unknown'),
                    at: format.instant(session.createdAt),
                  })}
                  aria-disabled={ending.state.at === 'sending'}
                  onClick={() => void end(session.id)}
                >
                  {say('session.end')}
                </button>
              ),
          },
        ]}
      />
      {others > 0 && (
        <p className="more">
          <button
            type="button"
            className="btn stop"
            aria-disabled={endingOthers.state.at === 'sending'}
            onClick={() => void endOthers()}
          >
            {say('sessions.endOthers')}
          </button>
        </p>
      )}
    </section>
  );
}

const FIELDS = ['password', 'newPassword'] as const;
const EMPTY = { password: '', newPassword: '' };

function Password() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const words = useServiceWords();
  const tell = useTell();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const { state, run } = useAct(client, changePasswordContract);
  const form = useForm({
    resolver: validated(changePasswordContract.body, kitSay, words.fault),
    defaultValues: EMPTY,
  });
  const { errors } = form.formState;
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const done = await run(given, {
      patienceMs: 20_000,
      onRefused: (problem) => {
        placeFaults(problem, FIELDS, form.setError);
        const field = problem.code === 'officer.password_weak' ? 'newPassword' : 'password';
        if (problem.code.startsWith('officer.password_')) form.setError(field, { message: problem.title });
      },
    });
    if (done === null) return;
    form.reset(EMPTY);
    tell('done', say('password.changed'));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  });
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <h2>{say('password')}</h2>
      <p>{say('password.about')}</p>
      <ErrorSummary
        problem={state.at === 'refused' ? state.problem : null}
        faults={FIELDS.flatMap((name) =>
          errors[name]?.message ? [{ name, label: say(`password.${name}`), message: errors[name].message }] : [],
        )}
        kept={false}
      />
      {/* For password keepers, which must know whose password this is. */}
      <input
        type="text"
        className="unseen"
        autoComplete="username"
        value={officer.username}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={say('password.password')}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      <PasswordField
        label={say('password.newPassword')}
        hint={say('password.hint')}
        autoComplete="new-password"
        error={errors.newPassword?.message}
        {...form.register('newPassword')}
      />
      <Submit state={state} busy={say('busy')}>
        {say('password.do')}
      </Submit>
    </form>
  );
}

function LanguageOfMine() {
  const say = useSay(texts);
  const { client, preferences } = useHouse();
  const { language } = usePreferences(preferences);
  const speak = (chosen: Language) => {
    preferences.set({ language: chosen });
    // For letters and messages to this officer; the screen does not wait for it.
    client.call(changeLanguageContract, { language: chosen }, { patienceMs: 0 }).catch(() => {});
  };
  return (
    <section>
      <h2>{say('language')}</h2>
      <ChoiceField
        label={say('language.label')}
        hint={say('language.hint')}
        choices={[
          { value: 'id', label: 'Bahasa Indonesia' },
          { value: 'en', label: 'English' },
        ]}
        value={language}
        onChange={(event) => speak(event.target.value === 'en' ? 'en' : 'id')}
      />
    </section>
  );
}
