import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Go } from '../form/ask.tsx';
import { Files } from './files.tsx';
import { Lasting, Rupiah } from './lasting.tsx';
import { texts } from './texts.ts';
import type { Usage } from './usage.tsx';

/** One line an institution: how much it asked, how often it was right, how near its quota, what is left. */
export function UsageTable({
  usage,
  filtered,
  onPage,
}: {
  usage: Usage;
  filtered: boolean;
  onPage: (page: string | undefined) => void;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const share = (part: number, of: number) => (of === 0 ? '-' : format.percent((part / of) * 100, 1));
  const { page, pages } = usage;
  return (
    <>
      <DataTable
        caption={say('caption', { month: format.month(usage.month) })}
        rows={{ at: 'here', rows: usage.lines }}
        rowKey={({ id }) => id}
        empty={say(filtered ? 'none' : 'empty')}
        columns={[
          {
            key: 'institution',
            head: say('institution'),
            names: true,
            cell: ({ id, name, kind }) => (
              <>
                <Go to={`/lembaga/${id}/pemakaian`}>{name}</Go>
                <span className="soft block">{say(`partner.kind.${kind}`)}</span>
              </>
            ),
          },
          {
            key: 'questions',
            head: say('questions'),
            number: true,
            cell: ({ questions, files, rows }) => (
              <>
                {format.number(questions)}
                <Files files={files} rows={rows} />
              </>
            ),
          },
          {
            key: 'matched',
            head: say('matched'),
            number: true,
            cell: ({ matched, questions }) => share(matched, questions),
          },
          {
            key: 'busiest',
            head: say('busiest'),
            number: true,
            cell: ({ busiest, quota }) =>
              quota === 0 ? (
                '-'
              ) : (
                <>
                  {share(busiest, quota)}
                  <span className="soft block">{say('busiest.of', { n: busiest, quota })}</span>
                </>
              ),
          },
          {
            key: 'charged',
            head: say('charged'),
            number: true,
            cell: ({ pays, charged }) => <Rupiah pays={pays} amount={charged} />,
          },
          {
            key: 'balance',
            head: say('balance'),
            number: true,
            cell: ({ pays, balance }) => <Rupiah pays={pays} amount={balance} />,
          },
          { key: 'lasts', head: say('lasts'), cell: (line) => <Lasting {...line} /> },
        ]}
      />
      {pages > 1 && (
        <p className="row no-print">
          {page > 1 && (
            <button type="button" className="btn quiet" onClick={() => onPage(page > 2 ? String(page - 1) : undefined)}>
              {say('previous')}
            </button>
          )}
          <span>{say('pages', { page, pages })}</span>
          {page < pages && (
            <button type="button" className="btn quiet" onClick={() => onPage(String(page + 1))}>
              {say('next')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
