import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { formatDateShort } from '../../kit/format.ts';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { STATE_STANDING, useRegisterWords } from '../register/words.ts';
import { officeToAsk } from './office.ts';
import { texts } from './texts.ts';

/** People of other regions: that they exist, and whom to ask. Their data is not opened from here. */
export function Elsewhere({ people }: { people: readonly FoundPerson[] }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  return (
    <section>
      <h2>{say('elsewhere', { count: people.length })}</h2>
      <p className="soft">{say('elsewhere.about')}</p>
      <div className="scrolls" role="region" aria-label={say('elsewhere.table')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('column.name')}</th>
              <th scope="col">NIK</th>
              <th scope="col">{say('column.birth')}</th>
              <th scope="col">{say('column.state')}</th>
              <th scope="col">{say('column.ask')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.ref}>
                <th scope="row">{person.name}</th>
                <td className="mono">{person.nik}</td>
                <td>{formatDateShort(person.birthDate)}</td>
                <td>
                  <Tag standing={STATE_STANDING[person.state]}>{words.state(person.state)}</Tag>
                </td>
                <td>{say('ask', { office: officeToAsk(person.place) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
