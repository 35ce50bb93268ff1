import { Link } from '@tanstack/react-router';
import { DataTable, rowsOf, type Column } from '../../../kit/data-table.tsx';
import { formatDateShort } from '../../../kit/format.ts';
import { Identifier } from '../../../kit/identifier.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import type { Listed } from './people.tsx';
import { texts } from './texts.ts';

/** Who they are, where they live, what was tried, and the number that brings them here. It prints as it stands. */
export function PeopleTable(given: {
  people: readonly Listed[] | undefined;
  error: unknown;
  again: () => void;
  recorded: boolean;
  onGive: (person: Listed) => void;
}) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const columns: (Column<Listed> | false)[] = [
    {
      key: 'person',
      head: say('person'),
      names: true,
      cell: (person) => (
        <>
          <Link
            to={'/petugas/penduduk/$ref' as '/petugas'}
            params={{ ref: person.ref } as never}
            search={{ bagian: 'perekaman' } as never}
            preload={false}
          >
            {person.name}
          </Link>
          <div className="soft">
            <Identifier value={person.nik} />
          </div>
        </>
      ),
    },
    {
      key: 'born',
      head: say('born'),
      cell: (person) => (
        <>
          <span className="day">{formatDateShort(person.birthDate)}</span>
          <div className="soft">{say(person.sex === 1 ? 'sex.1' : 'sex.2')}</div>
        </>
      ),
    },
    {
      key: 'place',
      head: say('place'),
      cell: (person) => (
        <>
          {[person.address, person.rt !== null && person.rw !== null && say('rt', { rt: person.rt, rw: person.rw })]
            .filter(Boolean)
            .join(', ')}
          <div className="soft">{person.place}</div>
        </>
      ),
    },
    {
      key: 'last',
      head: say('last'),
      cell: (person) =>
        person.now && person.recordedOn
          ? say('last.on', { status: person.now.text, on: formatDateShort(person.recordedOn) })
          : say('never'),
    },
    !given.recorded && {
      key: 'number',
      head: say('number'),
      cell: (person) => {
        if (person.appointment) return say('number.held', { day: formatDateShort(person.appointment) });
        if (!scopes.includes('enrolment.capture')) return '–';
        return (
          <button type="button" className="link" onClick={() => given.onGive(person)}>
            {say('give')}
            <span className="unseen">: {person.name}</span>
          </button>
        );
      },
    },
  ];
  return (
    <DataTable<Listed>
      caption={say(given.recorded ? 'title.done' : 'title.left')}
      empty={say(given.recorded ? 'empty.done' : 'empty')}
      rows={rowsOf({ data: given.people, error: given.error, refetch: given.again })}
      rowKey={(person) => person.ref}
      columns={columns.filter((column) => column !== false)}
    />
  );
}
