import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { addOfficerContract } from '../../../src/register/officer/contract.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, placeFaults } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { validated } from '../../kit/validated.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { CodeOnce } from './code-once.tsx';
import { texts } from './texts.ts';
import { useServiceWords } from './words.ts';

type Values = z.input<typeof addOfficerContract.body>;
const FORM = 'petugas.daftar';
const FIELDS = ['name', 'username', 'employeeNumber'] as const;
const EMPTY: Values = { name: '', username: '', employeeNumber: '' };

/** A new officer: he gets an account and a code now, and a role when a second person has approved it. */
export function AddOfficer() {
  const say = useSay(texts);
  const [added, setAdded] = useState<{ officerId: string; code: string; name: string } | null>(null);
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/kantor/pegawai' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('add')}
      </h1>
      {added ? (
        <>
          <CodeOnce code={added.code} name={added.name} />
          <p>{say('add.next')}</p>
          <div className="row">
            <Link className="btn" to={`/petugas/kantor/pegawai/${added.officerId}` as '/petugas'}>
              {say('add.giveRole', { name: added.name })}
            </Link>
            <button type="button" className="btn quiet" onClick={() => setAdded(null)}>
              {say('add.another')}
            </button>
          </div>
        </>
      ) : (
        <NewOfficer onAdded={setAdded} />
      )}
    </>
  );
}

function NewOfficer({ onAdded }: { onAdded: (added: { officerId: string; code: string; name: string }) => void }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const words = useServiceWords();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const { state, run } = useAct(client, addOfficerContract);
  const form = useForm<Values>({
    resolver: validated(addOfficerContract.body, kitSay, words.fault),
    defaultValues: readDraft<Values>(officer.id, FORM) ?? EMPTY,
  });
  const { errors } = form.formState;
  useDraft(officer.id, FORM, form.watch(), form.formState.isDirty);
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const done = await run(
      { ...given, employeeNumber: given.employeeNumber || null },
      { onRefused: (problem) => placeFaults(problem, FIELDS, form.setError) },
    );
    if (!done) return;
    dropDraft(officer.id, FORM);
    void queries.invalidateQueries({ queryKey: ['officers'] });
    onAdded({ ...done, name: given.name });
  });
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <p>{say('add.about')}</p>
      <ErrorSummary
        problem={state.at === 'refused' ? state.problem : null}
        faults={FIELDS.flatMap((name) =>
          errors[name]?.message ? [{ name, label: say(name), message: errors[name].message }] : [],
        )}
      />
      <TextField
        label={say('name')}
        required
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name')}
      />
      <TextField
        label={say('username')}
        hint={say('username.hint')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...form.register('username')}
      />
      <TextField
        label={say('employeeNumber')}
        hint={say('employeeNumber.hint')}
        autoComplete="off"
        error={errors.employeeNumber?.message}
        {...form.register('employeeNumber')}
      />
      <Submit state={state} busy={say('busy')}>
        {say('add.do')}
      </Submit>
    </form>
  );
}
