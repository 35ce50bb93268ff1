import { useState, type ComponentProps, type Ref } from 'react';
import { Field, type FieldGiven } from './field.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

type InputGiven = Omit<ComponentProps<'input'>, 'id' | 'required'>;

/** One line of text. Spreads what `register` of react-hook-form gives. */
export function TextField({
  label,
  hint,
  error,
  required,
  reading,
  ...input
}: FieldGiven & InputGiven & { ref?: Ref<HTMLInputElement> }) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false} reading={reading}>
      {(tie) => <input type="text" {...input} {...tie} />}
    </Field>
  );
}

/** A password that can be looked at, because a slip unseen costs a growing delay. */
export function PasswordField({
  label,
  hint,
  error,
  ...input
}: FieldGiven & InputGiven & { ref?: Ref<HTMLInputElement> }) {
  const say = useSay(texts);
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} required>
      {(tie) => (
        <div className="with-button">
          <input {...input} {...tie} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
          <button type="button" className="btn plain" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say(shown ? 'password.hide' : 'password.show')}
          </button>
        </div>
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a short list: the browser's own control, which works with every keyboard, reader and telephone. */
export function ChoiceField({
  label,
  hint,
  error,
  required,
  choices,
  none,
  ...select
}: FieldGiven & Omit<ComponentProps<'select'>, 'id' | 'required'> & { choices: readonly Choice[]; none?: string }) {
  return (
    <Field label={label} hint={hint} error={error} required={required ?? false}>
      {(tie) => (
        <select {...select} {...tie}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
