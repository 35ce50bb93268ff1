import { useId, useState, type FormEvent } from 'react';
import { WORDS } from '../../../src/sharing/citizen/dispute/rules.ts';
import type { ActState } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField, type Choice } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** An article that some decisions must name. */
export interface Named<Decision> {
  readonly label: string;
  readonly missing: string;
  readonly choices: readonly Choice[];
  readonly wanted: (decision: Decision) => boolean;
}

interface Draft<Decision> {
  readonly decision: Decision | null;
  readonly exception: string;
  readonly words: string;
}

/** A decision with its reasons, read by the person as they are written: one of a few, an article where one is needed, the words. */
export function DecisionForm<Decision extends string>(given: {
  /** Under which the draft is kept. */
  form: string;
  title: string;
  question: string;
  options: readonly { readonly value: Decision; readonly label: string; readonly about: string }[];
  exception?: Named<Decision>;
  words: string;
  submit: string;
  state: ActState;
  /** Whether it was done. */
  send: (said: { decision: Decision; exception: string | null; words: string }) => Promise<boolean>;
  onDone: () => void;
}) {
  const { form, options, exception: named, state } = given;
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const group = useId();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft<Decision>>(
    () => readDraft<Draft<Decision>>(officer.id, form) ?? { decision: null, exception: '', words: '' },
  );
  const [tried, setTried] = useState(false);
  const { decision, words } = draft;
  const kept = useDraft(officer.id, form, draft, (decision !== null || words !== '') && state.at !== 'done');
  const asks = named !== undefined && decision !== null && named.wanted(decision);
  const lacks = asks && !named.choices.some(({ value }) => value === draft.exception);
  const short = words.trim().length < WORDS.least;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || lacks || short || state.at === 'sending') return;
    if (!(await given.send({ decision, exception: asks ? draft.exception : null, words: words.trim() }))) return;
    dropDraft(officer.id, form);
    given.onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{given.title}</h2>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{given.question}</legend>
        {options.map(({ value, label, about }) => (
          <label key={value}>
            <input
              type="radio"
              name={group}
              checked={decision === value}
              onChange={() => setDraft({ ...draft, decision: value })}
            />
            <span>
              {label}
              <span className="soft block">{about}</span>
            </span>
          </label>
        ))}
        {tried && !decision && (
          <p className="fault" role="alert">
            {say('decide.missing')}
          </p>
        )}
      </fieldset>
      {asks && (
        <ChoiceField
          label={named.label}
          name="exception"
          value={draft.exception}
          error={tried && lacks ? named.missing : undefined}
          none={say('answer.exception.choose')}
          choices={named.choices}
          onChange={({ target: { value } }) => setDraft({ ...draft, exception: value })}
        />
      )}
      <TextField
        name="words"
        label={given.words}
        hint={say('decide.words.hint')}
        value={words}
        maxLength={WORDS.most}
        autoComplete="off"
        required
        error={tried && short ? say('decide.words.short') : undefined}
        onChange={(event) => setDraft({ ...draft, words: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={state} busy={say('decide.acting')}>
        {given.submit}
      </Submit>
    </form>
  );
}
