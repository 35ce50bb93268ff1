import { useState, type FormEvent, type ReactNode } from 'react';
import type { CallOf, Contract } from '../../../src/core/http/contract.ts';
import { useAct } from '../../kit/act.ts';
import type { Answer } from '../../kit/client.ts';
import { DateField } from '../../kit/date-field.tsx';
import { useDraft, dropDraft, readDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { useSession } from '../session.tsx';

export interface ReasonFieldGiven {
  /** As the contract's body names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'date';
}

/** An act that needs words and at most a date: why, on what ground, from when. What is typed outlives a dropped line. */
export function ReasonForm<C extends Contract>(given: {
  contract: C;
  /** Under which the draft is kept: the act and whom it concerns. */
  form: string;
  input: (values: Readonly<Record<string, string>>) => CallOf<C>;
  fields: readonly ReasonFieldGiven[];
  submit: string;
  busy: string;
  stops?: boolean;
  onDone: (answer: Answer<C>) => void;
  children?: ReactNode;
}) {
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const { officer } = useSession();
  const sayKit = useSay(kitTexts);
  const act = useAct(client, given.contract);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    () => readDraft<Record<string, string>>(officer.id, given.form) ?? {},
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const dirty = Object.values(values).some(Boolean);
  const kept = useDraft(officer.id, given.form, values, dirty && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const set = (name: string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setMissing((before) => before.filter((each) => each !== name));
  };
  const faultOf = (name: string) =>
    missing.includes(name) ? sayKit('fault.required') : problem?.errors.find((fault) => fault.path === name)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    const empty = given.fields.map(({ name }) => name).filter((name) => !values[name]?.trim());
    setMissing(empty);
    if (empty.length > 0) return;
    const done = await act.run(given.input(values), { purpose });
    // What gives nothing back gives `undefined`; only `null` says that it was not done.
    if (done === null) return;
    dropDraft(officer.id, given.form);
    given.onDone(done);
  };
  return (
    <form className="reason-form" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        problem={missing.length > 0 ? null : problem}
        faults={given.fields.flatMap(({ name, label }) => {
          const message = faultOf(name);
          return message ? [{ name, label, message }] : [];
        })}
      />
      {given.children}
      {given.fields.map(({ name, label, hint, kind }) =>
        kind === 'date' ? (
          <DateField
            key={name}
            name={name}
            label={label}
            {...(hint ? { hint } : {})}
            value={values[name] ?? ''}
            onChange={(date) => set(name, date)}
            error={faultOf(name)}
            required
          />
        ) : (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={hint}
            value={values[name] ?? ''}
            maxLength={1000}
            autoComplete="off"
            onChange={(event) => set(name, event.target.value)}
            error={faultOf(name)}
            required
          />
        ),
      )}
      {kept && <p className="soft">{sayKit('form.draftKept')}</p>}
      <Submit state={act.state} busy={given.busy}>
        {given.submit}
      </Submit>
    </form>
  );
}
