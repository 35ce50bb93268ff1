import { useRef, useState } from 'react';
import { Field } from '../../../kit/field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/**
 * One code after another, scanned or typed and ended with Enter, which never sends the form around it. `onCode` gives what is wrong with
 * it in words, or nothing; then the field is empty for the next one.
 */
export function ScanField(given: {
  label: string;
  hint: string;
  name: string;
  /** What is wrong with the whole, beside what was scanned last. */
  error?: string | undefined;
  focused?: boolean;
  onCode: (code: string) => string | undefined;
}) {
  const { label, hint, name, error, focused = false, onCode } = given;
  const say = useSay(texts);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const take = () => {
    const code = typed.trim();
    if (code === '') return;
    const wrong = onCode(code);
    setFault(wrong);
    setTyped(wrong === undefined ? '' : code);
    // What was wrong stands marked, so that the next scan takes its place.
    input.current?.focus();
    if (wrong !== undefined) input.current?.select();
  };
  return (
    <div className="span-field">
      <Field label={label} hint={hint} error={fault ?? error}>
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
              maxLength={60}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is opened to scan
              autoFocus={focused}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                take();
              }}
            />
            <button type="button" className="btn quiet" aria-label={`${say('scan.take')}: ${label}`} onClick={take}>
              {say('scan.take')}
            </button>
          </div>
        )}
      </Field>
    </div>
  );
}

/** Whether two codes are the same to whoever reads them off a label. */
export const sameCode = (one: string | null, other: string): boolean =>
  one !== null && one.trim().toUpperCase() === other.trim().toUpperCase();
