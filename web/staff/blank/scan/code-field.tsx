import { useRef, useState } from 'react';
import { Field } from '../../../kit/field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Codes one after the other, as of seals: scanned or typed, each ended with Enter, which never sends the form. */
export function CodeField(given: {
  label: string;
  hint: string;
  name: string;
  value: readonly string[];
  onChange: (codes: readonly string[]) => void;
  error?: string | undefined;
  optional?: boolean;
}) {
  const { label, hint, name, value, onChange } = given;
  const say = useSay(texts);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [twice, setTwice] = useState<string | null>(null);
  const take = () => {
    const code = typed.trim();
    if (code === '') return;
    setTyped('');
    input.current?.focus();
    if (value.includes(code)) return setTwice(code);
    setTwice(null);
    onChange([...value, code]);
  };
  return (
    <div className="span-field">
      <Field
        label={label}
        hint={hint}
        required={!given.optional}
        error={twice ? say('code.twice', { code: twice }) : given.error}
      >
        {(tie) => (
          <div className="with-button">
            <input
              {...tie}
              ref={input}
              name={name}
              type="text"
              className="identifier"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                take();
              }}
            />
            <button type="button" className="btn quiet" aria-label={`${say('add')}: ${label}`} onClick={take}>
              {say('add')}
            </button>
          </div>
        )}
      </Field>
      {value.length > 0 && (
        <ul className="spans" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <span className="mono">{code}</span>
              <button
                type="button"
                className="link"
                aria-label={say('remove', { what: code })}
                onClick={() => {
                  onChange(value.filter((each) => each !== code));
                  input.current?.focus();
                }}
              >
                {say('remove.short')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
