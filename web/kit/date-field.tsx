import { useState } from 'react';
import { Field, type FieldGiven } from './field.tsx';
import { useHoldBack } from './hold-back.ts';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';
import { readTypedDate, typedOf, withDashes } from './typing.ts';

/** A civil date typed as `05-08-1990`: no calendar to click through for a birth in 1950. `value` is `YYYY-MM-DD` or ''. */
export function DateField({
  value,
  onChange,
  error,
  hint,
  name,
  ...field
}: FieldGiven & { value: string; onChange: (date: string) => void; name?: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const [text, setText] = useState(typedOf(value));
  const [left, setLeft] = useState(false);
  const typed = readTypedDate(text);
  const input = useHoldBack(typed.state !== 'date' && typed.state !== 'empty', () => setLeft(true));
  // A value set from outside (a draft, an import) replaces what stands here.
  const given = typedOf(value);
  const meant = typed.state === 'date' ? typed.date : '';
  const [lastGiven, setLastGiven] = useState(given);
  if (given !== lastGiven) {
    setLastGiven(given);
    if (value !== meant) setText(given);
  }

  const own =
    typed.state === 'notOnCalendar'
      ? say('date.notOnCalendar', { typed: text })
      : typed.state === 'shape' || (left && typed.state === 'incomplete')
        ? say('date.shape')
        : undefined;
  return (
    <Field
      {...field}
      hint={hint ?? say('date.hint')}
      error={own ?? error}
      reading={typed.state === 'date' ? format.date(typed.date) : undefined}
    >
      {(tie) => (
        <input
          {...tie}
          ref={input}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="short"
          value={text}
          maxLength={10}
          onBlur={() => setLeft(true)}
          onChange={(event) => {
            const next = withDashes(event.target.value, text);
            setText(next);
            const read = readTypedDate(next);
            // What is not a date never reaches the form, and holds it back.
            onChange(read.state === 'date' ? read.date : '');
          }}
        />
      )}
    </Field>
  );
}
