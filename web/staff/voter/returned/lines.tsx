import type { ReactNode } from 'react';
import type { ReturnedLine } from '../../../../src/sharing/voter/returned/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';
import type { Which } from './words.ts';

/** A row as the list has it beside whom it means. */
export function Lines({
  lines,
  label,
  reason,
}: {
  lines: readonly ReturnedLine[];
  label: string;
  reason: Which['reason'];
}) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={label}
      empty={say('rows.empty')}
      rows={{ at: 'here', rows: lines }}
      rowKey={({ row, person }) => `${row} ${person?.ref}`}
      columns={[
        ...(lines.some(({ row }) => row !== null)
          ? [
              {
                key: 'row',
                head: say('rows.row'),
                names: true,
                cell: ({ row }: ReturnedLine) => (row === null ? '' : format.number(row)),
              },
              { key: 'list', head: say('rows.list'), cell: (line: ReturnedLine) => <ByList line={line} /> },
            ]
          : []),
        {
          key: 'register',
          head: say('rows.register'),
          cell: (line: ReturnedLine) => <ByRegister line={line} reason={reason} />,
        },
        ...(lines.some(({ name, person }) => name !== null && person !== null)
          ? [{ key: 'differs', head: say('rows.differs'), cell: (line: ReturnedLine) => <Differs line={line} /> }]
          : []),
      ]}
    />
  );
}

/** In words, so that two lines that are nearly alike need not be compared letter by letter. */
function Differs({ line: { shown, name, born, village, person } }: { line: ReturnedLine }) {
  const say = useSay(texts);
  if (!person || shown === null || name === null) return null;
  const digits = shown.replaceAll('*', '');
  const found = [
    ...(person.nik.startsWith(digits) ? [] : [say('differs.nik')]),
    ...(person.name === name ? [] : [say('differs.name')]),
    ...(born === null || born === person.born ? [] : [say('differs.born')]),
    ...(village === null || village === person.village ? [] : [say('differs.village')]),
  ];
  return found.length === 0 ? (
    <span className="soft">{say('differs.nothing')}</span>
  ) : (
    <Tag standing="waiting">{found.join(', ')}</Tag>
  );
}

function Said({ nik, name, born, more }: { nik: string; name: string; born: string | null; more: ReactNode }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <b>{name}</b>
      {born && `, ${say('rows.born', { day: format.date(born) })}`}
      <span className="block mono">{nik.replaceAll(/(.{4})(?=.)/g, '$1 ')}</span>
      {more && <span className="soft block">{more}</span>}
    </>
  );
}

export function ByList({ line: { shown, name, born, village, firstRow } }: { line: ReturnedLine }) {
  const say = useSay(texts);
  if (shown === null || name === null) return <span className="soft">{say('rows.nothing')}</span>;
  return (
    <>
      <Said nik={shown} name={name} born={born} more={village} />
      {firstRow !== null && <span className="block">{say('rows.first', { n: firstRow })}</span>}
    </>
  );
}

/** Whom the row means; where it means nobody, why not. */
export function ByRegister({ line: { person }, reason }: { line: ReturnedLine; reason: Which['reason'] }) {
  const say = useSay(texts);
  if (!person) {
    const why = reason === 'several' || reason === 'another_person' ? (`rows.${reason}` as const) : 'rows.nobody';
    return <span className="soft">{say(why)}</span>;
  }
  return <Said nik={person.nik} name={person.name} born={person.born} more={person.village} />;
}
