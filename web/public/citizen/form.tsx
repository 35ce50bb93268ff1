import type { ReactNode } from 'react';
import { useSay } from '../../kit/text.tsx';
import { Island } from '../island.tsx';
import { useActing } from './represented.tsx';
import { texts } from './texts.ts';

/**
 * A plain form to a page of the citizen. It says for whom the page was, so that nothing is done for somebody else who was chosen in another
 * window. Where there is a script it says that one is offline, and is sent once.
 */
export function CitizenForm({ to, children }: { to: string; children: ReactNode }) {
  const say = useSay(texts);
  const acting = useActing();
  return (
    <Island name="send" given={{ offline: say('offline'), sending: say('sending') }}>
      <form method="post" action={to} className="short-form">
        {acting && <input type="hidden" name="untuk" value={acting.ref} />}
        {children}
      </form>
    </Island>
  );
}

/** Words in one's own words: label above, hint below it, the error beside the field. */
export function WordsInput(given: {
  label: string;
  hint: string;
  value: string;
  error: string | null;
  required?: boolean;
}) {
  const described = given.error ? 'uraian-petunjuk uraian-salah' : 'uraian-petunjuk';
  return (
    <div className={given.error ? 'field wrong' : 'field'}>
      <label htmlFor="uraian">{given.label}</label>
      <p className="hint" id="uraian-petunjuk">
        {given.hint}
      </p>
      <textarea
        id="uraian"
        name="uraian"
        rows={4}
        maxLength={2000}
        defaultValue={given.value}
        required={given.required}
        aria-describedby={described}
        {...(given.error ? { 'aria-invalid': true } : {})}
      />
      {given.error && (
        <p className="error" id="uraian-salah">
          {given.error}
        </p>
      )}
    </div>
  );
}
