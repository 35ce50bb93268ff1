import { Link } from '@tanstack/react-router';
import type { FamilyView } from '../../../src/register/family/schema.ts';
import { DataTable, type Column } from '../../kit/data-table.tsx';
import { formatDateShort } from '../../kit/format.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { STATE_STANDING, useRegisterWords } from '../register/words.ts';
import { texts } from './texts.ts';

type Member = FamilyView['members'][number] & { readonly until?: string };

/** The members of a card in the card's order; `here` is the person from whose page it is seen. */
export function MembersTable({
  caption,
  members,
  here,
}: {
  caption?: string;
  members: readonly Member[];
  here?: string;
}) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const columns: Column<Member>[] = [
    {
      key: 'name',
      head: words.element('name'),
      names: true,
      cell: (member) =>
        member.ref === here || member.masked ? (
          member.name
        ) : (
          <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: member.ref } as never}>
            {member.name}
          </Link>
        ),
    },
    {
      key: 'nik',
      head: 'NIK',
      cell: (member) =>
        member.masked ? <span className="mono">{member.nik}</span> : <Identifier value={member.nik} />,
    },
    { key: 'relation', head: say('relation'), cell: (member) => words.code('relation', member.relation) },
    { key: 'sex', head: words.element('sex'), cell: (member) => words.code('sex', member.sex) },
    { key: 'birth', head: words.element('birthDate'), cell: (member) => formatDateShort(member.birthDate) },
    {
      key: 'since',
      head: say('since'),
      cell: (member) =>
        member.until
          ? `${formatDateShort(member.since)} – ${formatDateShort(member.until)}`
          : formatDateShort(member.since),
    },
    {
      key: 'state',
      head: words.element('state'),
      cell: (member) => (
        <Tag standing={STATE_STANDING[member.state as keyof typeof STATE_STANDING] ?? 'plain'}>
          {words.state(member.state)}
        </Tag>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption ?? say('members')}
      columns={columns}
      rows={{ at: 'here', rows: members }}
      rowKey={(member) => `${member.ref} ${member.since}`}
      empty={say('members.none')}
    />
  );
}
