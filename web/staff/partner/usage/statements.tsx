import { statementLinesContract, statementPaperContract } from '../../../../src/sharing/metering/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { OpenFile } from '../../disposal/form/open-file.tsx';
import { Go, useMay } from '../form/ask.tsx';
import type { Account } from './account.tsx';
import { texts } from './texts.ts';

type Statement = Account['statements'][number];

/** The months that are closed, the latest first, each with its files and what proves them. */
export function Statements({ account: { name, statements } }: { account: Account }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="tagihan">
      <h2 id="tagihan">{say('statements')}</h2>
      <p className="soft">{say('statements.about')}</p>
      <DataTable
        caption={say('statements.of', { name })}
        rows={{ at: 'here', rows: statements }}
        rowKey={({ id }) => id}
        empty={say('statements.none')}
        columns={[
          {
            key: 'month',
            head: say('month'),
            names: true,
            cell: ({ month, number }) => (
              <>
                {format.month(month)}
                <span className="soft block">{number}</span>
              </>
            ),
          },
          { key: 'opening', head: say('opening'), number: true, cell: ({ opening }) => format.rupiah(opening) },
          {
            key: 'paid',
            head: say('paid'),
            number: true,
            cell: ({ paid, reversed }) => (
              <>
                {format.rupiah(paid)}
                {reversed > 0 && (
                  <span className="soft block">{say('reversed', { amount: format.rupiah(reversed) })}</span>
                )}
              </>
            ),
          },
          {
            key: 'charged',
            head: say('charged'),
            number: true,
            cell: ({ charged, questions, files: charges }) => (
              <>
                {format.rupiah(charged)}
                <span className="soft block">{say('movement.charge', { n: questions })}</span>
                {charges > 0 && <span className="soft block">{say('statements.files', { n: charges })}</span>}
              </>
            ),
          },
          { key: 'closing', head: say('closing'), number: true, cell: ({ closing }) => format.rupiah(closing) },
          { key: 'files', head: say('files'), cell: (statement) => <Files statement={statement} /> },
        ]}
      />
    </section>
  );
}

function Files({ statement }: { statement: Statement }) {
  const say = useSay(texts);
  const mayLedger = useMay('ledger.read');
  const { id, lines, parts, root, entryId } = statement;
  const numbers = Array.from({ length: parts }, (_, at) => at + 1);
  return (
    <>
      <div className="row no-print">
        <OpenFile contract={statementPaperContract} input={{ id }} label={say('file.pdf')} />
        {(['csv', 'xlsx'] as const).flatMap((format) =>
          numbers.map((part) => (
            <OpenFile
              key={`${format} ${part}`}
              contract={statementLinesContract}
              input={{ id, format, part }}
              label={parts === 1 ? say(`file.${format}`) : say('file.part', { format: say(`file.${format}`), part })}
            />
          )),
        )}
      </div>
      <details className="fold">
        <summary>{say('file.proof')}</summary>
        <p className="soft">{say('file.lines', { n: lines })}</p>
        <p className="hash">{root}</p>
        <p>
          {mayLedger ? <Go to={`/jejak/${entryId}`}>{say('file.entry')}</Go> : say('file.entry')}
          <span className="hash block">{entryId}</span>
        </p>
      </details>
    </>
  );
}
