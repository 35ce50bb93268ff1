import { useEffect, useRef, useState } from 'react';
import { searchResidentsContract } from '../../../src/register/resident/contract.ts';
import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { Field, type FieldGiven } from '../../kit/field.tsx';
import { formatDateShort, inFours } from '../../kit/format.ts';
import { Problem } from '../../kit/problem.ts';
import { useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useHouse } from '../house.tsx';
import { readAsked } from './asked.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Somebody chosen in a form: what tells him apart, and where he lives. */
export type Picked = Pick<
  FoundPerson,
  'ref' | 'name' | 'nik' | 'birthDate' | 'sex' | 'villageCode' | 'place' | 'masked'
>;

type Search =
  | { readonly at: 'rest' | 'searching' }
  | { readonly at: 'found'; readonly people: readonly FoundPerson[]; readonly more: boolean }
  | { readonly at: 'wrong'; readonly message: string };

/** What tells people of one name apart. */
export function personLine(person: Pick<Picked, 'nik' | 'birthDate' | 'place'>): string {
  const born = person.birthDate && formatDateShort(person.birthDate);
  return [inFours(person.nik), born, person.place].filter(Boolean).join(' · ');
}

/**
 * A person chosen inside a form. Everybody who is found can see that he was, so it searches when it is told to, not with each
 * letter; Enter searches and does not send the form.
 */
export function PersonPicker({
  value,
  onChange,
  name,
  purpose,
  ...field
}: FieldGiven & {
  value: Picked | null;
  onChange: (person: Picked | null) => void;
  name: string;
  purpose: string;
}) {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const { client } = useHouse();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<Search>({ at: 'rest' });
  const input = useRef<HTMLInputElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  // After choosing and after changing one's mind the focus goes on to what takes the place of what was pressed.
  const moved = useRef<'chosen' | 'cleared' | null>(null);
  useEffect(() => {
    if (moved.current === 'chosen') change.current?.focus();
    if (moved.current === 'cleared') input.current?.focus();
    moved.current = null;
  }, [value]);

  const look = async () => {
    const asked = readAsked(typed);
    if (asked.at !== 'asked') {
      if (asked.at === 'nothing') return setSearch({ at: 'rest' });
      const message = asked.at === 'digits' ? say('digits', { count: asked.count }) : say('yearAlone');
      return setSearch({ at: 'wrong', message });
    }
    setSearch({ at: 'searching' });
    try {
      const { people, more } = await client.call(searchResidentsContract, asked.search, {
        purpose,
        patienceMs: 20_000,
      });
      setSearch({ at: 'found', people, more });
    } catch (error) {
      setSearch({ at: 'wrong', message: error instanceof Problem ? error.title : kit('failing.noAnswer') });
    }
  };
  const choose = (person: FoundPerson | null) => {
    moved.current = person ? 'chosen' : 'cleared';
    setSearch({ at: 'rest' });
    setTyped('');
    if (!person) return onChange(null);
    const { ref, name: called, nik, birthDate, sex, villageCode, place, masked } = person;
    onChange({ ref, name: called, nik, birthDate, sex, villageCode, place, masked });
  };

  if (value) {
    return (
      <div className={field.error ? 'field wrong' : 'field'} role="group" aria-label={field.label}>
        <div className="label">{field.label}</div>
        <div className="picked">
          <div>
            <b>{value.name}</b>
            <div className="soft">{personLine(value)}</div>
          </div>
          <button
            type="button"
            ref={change}
            name={name}
            className="btn plain"
            aria-label={say('change.of', { label: field.label })}
            onClick={() => choose(null)}
          >
            {say('change')}
          </button>
        </div>
        {field.error && <div className="error">{field.error}</div>}
      </div>
    );
  }
  return (
    <div className="picker">
      <Field {...field} hint={field.hint ?? say('hint')} error={search.at === 'wrong' ? search.message : field.error}>
        {(tie) => (
          <div className="with-button">
            <input
              {...tie}
              ref={input}
              name={name}
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={80}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                void look();
              }}
            />
            <button type="button" className="btn quiet" onClick={() => void look()}>
              {say(search.at === 'searching' ? 'searching' : 'search')}
              <span className="unseen"> {field.label}</span>
            </button>
          </div>
        )}
      </Field>
      <div aria-live="polite">
        {search.at === 'found' && <p className="soft">{say('found', { count: search.people.length })}</p>}
      </div>
      {search.at === 'found' && search.people.length > 0 && (
        <ul className="candidates" aria-label={say('found.label', { label: field.label })}>
          {search.people.map((person) => (
            <li key={person.ref}>
              <button type="button" onClick={() => choose(person)}>
                <b>{person.name}</b>
                <span className="soft">
                  {personLine(person)}
                  {person.masked && ` · ${say('elsewhere')}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {search.at === 'found' && search.more && <p className="soft">{say('more')}</p>}
    </div>
  );
}
