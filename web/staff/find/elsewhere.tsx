import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { DataTable, type Column } from '../../kit/data-table.tsx';
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
  const columns: Column<FoundPerson>[] = [
    { key: 'name', head: say('column.name'), cell: (person) => person.name, names: true },
    { key: 'nik', head: 'NIK', cell: (person) => <span className="mono">{person.nik}</span> },
    { key: 'birth', head: say('column.birth'), cell: (person) => formatDateShort(person.birthDate) },
    {
      key: 'state',
      head: say('column.state'),
      cell: (person) => <Tag standing={STATE_STANDING[person.state]}>{words.state(person.state)}</Tag>,
    },
    { key: 'ask', head: say('column.ask'), cell: (person) => say('ask', { office: officeToAsk(person.place) }) },
  ];
  return (
    <section>
      <h2>{say('elsewhere', { count: people.length })}</h2>
      <p className="soft">{say('elsewhere.about')}</p>
      <DataTable
        caption={say('elsewhere.table')}
        columns={columns}
        rows={{ at: 'here', rows: people }}
        rowKey={(person) => person.ref}
        empty=""
      />
    </section>
  );
}
