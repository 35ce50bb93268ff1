import { Link } from '@tanstack/react-router';
import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { useSay } from '../../kit/text.tsx';
import { personLine } from '../register/picker/person-field.tsx';
import { texts } from './texts.ts';

/** People who may be the child that is being reported: looked at one by one before another is registered. */
export function Twins({
  people,
  looked,
  onLook,
  onGo,
}: {
  people: readonly FoundPerson[];
  looked: readonly string[];
  onLook: (ref: string) => void;
  onGo: () => void;
}) {
  const say = useSay(texts);
  if (people.length === 0) return null;
  const all = people.every((person) => looked.includes(person.ref));
  return (
    <section className="note stopped" aria-labelledby="kembar">
      <h2 id="kembar">{say('twins.title')}</h2>
      <p>{say('twins.about')}</p>
      <ul className="lines">
        {people.map((person) => (
          <li key={person.ref}>
            <b>{person.name}</b> <span className="soft">{personLine(person)}</span>{' '}
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: person.ref } as never}>
              {say('twins.open')}
            </Link>
            <label className="check">
              <input type="checkbox" checked={looked.includes(person.ref)} onChange={() => onLook(person.ref)} />
              {say('twins.seen', { name: person.name })}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" className="btn quiet" disabled={!all} onClick={onGo}>
        {say('twins.go')}
      </button>
    </section>
  );
}
