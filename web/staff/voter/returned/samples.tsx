import { ofHundred } from '../../../../src/sharing/voter/returned/rules.ts';
import { listSamplesContract } from '../../../../src/sharing/voter/returned/contract.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useMay } from '../../ask.tsx';
import { Go } from '../../go.tsx';
import { useAsk } from '../ask.ts';
import { texts } from './texts.ts';
import { useReason } from './words.ts';

/** What was checked by hand of each reason, and between which numbers the truth lies. */
export function Samples({ id }: { id: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const wordsOf = useReason();
  const opens = useMay('voter.returned.read');
  const query = useAsk(listSamplesContract, { id });
  return (
    <section>
      <h2>{say('samples')}</h2>
      <p>{say('samples.about')}</p>
      <DataTable
        caption={say('samples')}
        rows={rowsOf({ ...query, data: query.data?.samples })}
        rowKey={({ side, reason }) => `${side} ${reason}`}
        empty={say('samples.empty')}
        columns={[
          {
            key: 'reason',
            head: say('reason'),
            names: true,
            cell: (sample) => {
              const { name } = wordsOf(sample);
              return opens ? (
                <Go
                  to={`/pemilih/daftar-kpu/${id}/sampel`}
                  search={{ sisi: sample.side, sebab: sample.reason }}
                  preload={false}
                >
                  {name}
                </Go>
              ) : (
                name
              );
            },
          },
          {
            key: 'done',
            head: say('sample.n'),
            cell: ({ n, right, wrong, unclear }) => say('sample.of', { done: right + wrong + unclear, n }),
          },
          { key: 'right', head: say('sample.right'), number: true, cell: ({ right }) => format.number(right) },
          { key: 'wrong', head: say('sample.wrong'), number: true, cell: ({ wrong }) => format.number(wrong) },
          { key: 'unclear', head: say('sample.unclear'), number: true, cell: ({ unclear }) => format.number(unclear) },
          {
            key: 'between',
            head: say('sample.share'),
            cell: ({ between }) => (between ? say('sample.between', ofHundred(between)) : say('sample.none')),
          },
        ]}
      />
    </section>
  );
}
