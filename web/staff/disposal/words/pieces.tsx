import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { pieceShape } from '../../../../src/cards/disposal/schema.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

export type Piece = z.output<typeof pieceShape>;

/** A piece as one reads it off the table: masked NIK, serial, UID. */
export function usePieceName() {
  const say = useSay(texts);
  return ({ nik, kind, serial, uid }: Piece): string =>
    [
      kind === 'blank' ? say('kind.blank') : (nik ?? say('unreadable')),
      ...(serial ? [say('serial', { serial })] : []),
      ...(uid ? [say('uid', { uid })] : []),
    ].join(' · ');
}

/** Pieces in a table; `last` adds what can be done with each. */
export function Pieces({
  pieces,
  empty,
  last,
}: {
  pieces: readonly Piece[];
  empty: string;
  last?: { readonly head: string; readonly cell: (piece: Piece) => ReactNode };
}) {
  const say = useSay(texts);
  const nameOf = usePieceName();
  const columns: Column<Piece>[] = [
    {
      key: 'piece',
      head: say('piece'),
      names: true,
      cell: (piece) => <span className="mono wraps">{nameOf(piece)}</span>,
    },
    { key: 'cause', head: say('cause'), cell: ({ cause }) => say(`cause.${cause}`) },
    { key: 'year', head: say('year'), number: true, cell: ({ printedYear }) => printedYear ?? '–' },
    { key: 'note', head: say('note'), cell: (piece) => <Notes piece={piece} /> },
    ...(last ? [{ key: 'last', head: last.head, cell: last.cell }] : []),
  ];
  return (
    <DataTable
      caption={say('list')}
      columns={columns}
      rows={{ at: 'here', rows: pieces }}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

function Notes({ piece: { contradiction, released, known, missing, destroyed } }: { piece: Piece }) {
  const say = useSay(texts);
  if (missing) return <Tag standing="stopped">{say('missing')}</Tag>;
  if (destroyed) return <Tag standing="done">{say('destroyed')}</Tag>;
  if (contradiction)
    return <Tag standing={released ? 'plain' : 'stopped'}>{say(`contradiction.${contradiction}`)}</Tag>;
  return known ? <>–</> : <Tag standing="waiting">{say('unknown')}</Tag>;
}
