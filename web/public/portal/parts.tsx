/** Parts that every page of the portal has. */
import type { ReactNode } from 'react';
import type { Note } from '../../../src/sharing/portal/account/schema.ts';
import { useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id, en };

/** What came of a form, or why nothing did. */
export function NoteBox({ note }: { note: Note | null }) {
  if (!note) return null;
  return (
    <div className={`note ${note.look}`} role={note.look === 'done' ? 'status' : 'alert'}>
      <p>{note.text}</p>
    </div>
  );
}

/** A form to a page of ours. Where there is a script it says that one is offline, and is sent once. */
export function PortalForm({
  to,
  act,
  fields = {},
  file = false,
  children,
}: {
  to: string;
  /** Which of the page's forms this is. */
  act?: string;
  fields?: Readonly<Record<string, string>>;
  file?: boolean;
  children: ReactNode;
}) {
  const say = useSay(texts);
  return (
    <Island name="send" given={{ offline: say('offline'), sending: say('sending') }}>
      <form
        method="post"
        action={to}
        className="short-form"
        {...(file ? { encType: 'multipart/form-data' as const } : {})}
      >
        {act !== undefined && <input type="hidden" name="tindakan" value={act} />}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </Island>
  );
}

/** A signed paper, sent with the form. */
export function PaperInput({ label, hint, error }: { label: string; hint: string; error: string | undefined }) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-petunjuk">
        {hint}
      </p>
      <input
        id="file"
        name="file"
        type="file"
        accept="application/pdf"
        aria-describedby={error ? 'file-petunjuk file-salah' : 'file-petunjuk'}
        {...(error ? { 'aria-invalid': true } : {})}
      />
      {error && (
        <p className="error" id="file-salah">
          {error}
        </p>
      )}
    </div>
  );
}

/** A choice of one from a few. */
export function Choice({
  name,
  label,
  hint,
  value,
  options,
  error,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  error?: string | undefined;
}) {
  const described = [hint && `${name}-petunjuk`, error && `${name}-salah`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-petunjuk`}>
          {hint}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={value}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(error ? { 'aria-invalid': true } : {})}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <p className="error" id={`${name}-salah`}>
          {error}
        </p>
      )}
    </div>
  );
}
