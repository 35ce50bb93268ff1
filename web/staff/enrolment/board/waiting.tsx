import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSpan } from '../filter/span.ts';
import type { BoardView, Line } from './board.tsx';
import { ListLink } from './list-link.tsx';
import { texts } from './texts.ts';

/** Every status in which something waits, in the order in which a packet goes through them. */
export function Waiting({ board }: { board: BoardView }) {
  const say = useSay(texts);
  const format = useFormat();
  const span = useSpan();
  const now = Date.parse(board.now);
  return (
    <section>
      <h2>{say('table')}</h2>
      <DataTable<Line>
        caption={say('table')}
        empty={say('empty')}
        rows={{ at: 'here', rows: board.waiting }}
        rowKey={(line) => line.status}
        columns={[
          {
            key: 'status',
            head: say('table.status'),
            names: true,
            cell: (line) => (
              <>
                {line.text} <abbr title={line.status}>{line.abbreviation}</abbr>
                <div className="soft">{say(`stage.${line.stage}`)}</div>
              </>
            ),
          },
          { key: 'who', head: say('table.who'), cell: (line) => line.actsText },
          {
            key: 'n',
            head: say('table.n'),
            number: true,
            cell: (line) => (
              <ListLink statuses={[line.status]} what={line.text}>
                {format.number(line.n)}
              </ListLink>
            ),
          },
          {
            key: 'oldest',
            head: say('table.oldest'),
            number: true,
            cell: (line) => format.age(Date.parse(line.oldestSince), now),
          },
          { key: 'median', head: say('table.median'), number: true, cell: (line) => span(line.medianHours) },
          { key: 'p90', head: say('table.p90'), number: true, cell: (line) => span(line.p90Hours) },
        ]}
      />
    </section>
  );
}
