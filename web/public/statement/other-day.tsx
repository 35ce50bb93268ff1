import type { StatementPage } from '../../../src/insight/statement/schema.ts';
import { useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Asks for the statement of another day, or as it was known on an earlier one; a plain form. */
export function OtherDay({ data: { asked, fault, today } }: { data: StatementPage }) {
  const say = useSay(texts);
  const wrong = (field: 'asOf' | 'knownAt') => (fault?.field === field ? fault.text : null);
  return (
    <section aria-labelledby="hari" className="no-print">
      <h2 id="hari">{say('day')}</h2>
      <p>{say('day.about')}</p>
      <form method="get" action="/">
        <div className="two-fields">
          <DayInput
            name="tanggal"
            label={say('day.label')}
            hint={say('day.hint')}
            value={asked.asOf ?? today}
            error={wrong('asOf')}
            max={today}
            required
          />
          <DayInput
            name="diketahui"
            label={say('day.known')}
            hint={say('day.known.hint')}
            value={asked.knownAt ?? ''}
            error={wrong('knownAt')}
            max={today}
          />
        </div>
        <div className="row">
          <button className="btn" type="submit">
            {say('day.show')}
          </button>
          {asked.asOf !== null && asked.knownAt !== null && fault === null && (
            <a href={`/?tanggal=${asked.asOf}`}>{say('day.knownNow')}</a>
          )}
          {(asked.asOf !== null || asked.knownAt !== null) && <a href="/">{say('day.today')}</a>}
        </div>
      </form>
    </section>
  );
}

const DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** A day in a plain form. */
export function DayInput(given: {
  name: string;
  label: string;
  hint: string;
  value: string;
  error: string | null;
  max: string;
  required?: boolean;
}) {
  const { name, error, value } = given;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{given.label}</label>
      <p className="hint" id={`${name}-petunjuk`}>
        {given.hint}
      </p>
      {/* As text where it was wrong, or an instant: a date field would not show what was asked. */}
      <input
        id={name}
        name={name}
        type={error || !DAY.test(value) ? 'text' : 'date'}
        max={given.max}
        defaultValue={value}
        required={given.required}
        aria-describedby={error ? `${name}-petunjuk ${name}-salah` : `${name}-petunjuk`}
        {...(error ? { 'aria-invalid': true } : {})}
      />
      {error && (
        <p className="error" id={`${name}-salah`}>
          {error}
        </p>
      )}
    </div>
  );
}
