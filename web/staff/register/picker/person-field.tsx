import { useEffect, useRef } from 'react';
import type { FoundPerson } from '../../../../src/register/resident/schema.ts';
import { formatDateShort, inFours } from '../../../kit/format.ts';
import { useSay } from '../../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';
import { PersonPicker } from './person-picker.tsx';

const texts = { id, en };

/** Somebody chosen in a form: what tells him apart, and where he lives. */
export type Picked = Pick<
  FoundPerson,
  'ref' | 'name' | 'nik' | 'birthDate' | 'sex' | 'villageCode' | 'place' | 'masked'
>;

/** What tells people of one name apart, as far as it is known here. */
export function personLine(person: Pick<Picked, 'nik' | 'birthDate' | 'place'>): string {
  const born = person.birthDate && formatDateShort(person.birthDate);
  return [inFours(person.nik), born, person.place].filter(Boolean).join(' · ');
}

/** A field of a form that holds one person: searched first, then shown with the way to change one's mind. */
export function PersonField({
  label,
  hint,
  error,
  required = false,
  name,
  value,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  name: string;
  value: Picked | null;
  onChange: (person: Picked | null) => void;
}) {
  const say = useSay(texts);
  const box = useRef<HTMLDivElement>(null);
  // What was pressed goes away with the choice; the focus goes on to what stands in its place.
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    pressed.current = false;
  }, [value]);
  const change = (person: Picked | null) => {
    pressed.current = true;
    onChange(person);
  };
  return (
    <div ref={box} className="person-field">
      {value ? (
        <div className={error ? 'field wrong' : 'field'} role="group" aria-label={label}>
          <div className="label">{label}</div>
          <div className="picked">
            <div>
              <b>{value.name}</b>
              <div className="soft">{personLine(value)}</div>
            </div>
            <button type="button" name={name} className="btn plain" onClick={() => change(null)}>
              {say('change')}
              <span className="unseen"> {label}</span>
            </button>
          </div>
          {error && <div className="error">{error}</div>}
        </div>
      ) : (
        <PersonPicker
          label={label}
          hint={hint}
          error={error}
          required={required}
          name={name}
          taken={[]}
          elsewhere
          onPick={({ ref, name: called, nik, birthDate, sex, villageCode, place, masked }) =>
            change({ ref, name: called, nik, birthDate, sex, villageCode, place, masked })
          }
        />
      )}
    </div>
  );
}
