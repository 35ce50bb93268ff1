import { viewAccountContract } from '../../../../src/sharing/metering/contract.ts';
import type { Answer } from '../../../kit/client.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, Go, useAsk } from '../form/ask.tsx';
import { Files } from './files.tsx';
import { Lasting } from './lasting.tsx';
import { Movements } from './movements.tsx';
import { Orders } from './orders.tsx';
import { Statements } from './statements.tsx';
import { texts } from './texts.ts';

export type Account = Answer<typeof viewAccountContract>;

/** One institution's account: what is left first, then how it came to that and what can be done. */
export function AccountPage() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const query = useAsk(viewAccountContract, { id }, { again: 60_000 });
  return (
    <>
      <p className="row soft no-print">
        <Go to="/pemakaian">{say('account.back')}</Go>
        <Go to={`/lembaga/${id}`}>{say('account.institution')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.name ?? say('account.title')}
      </h1>
      <Asked query={query}>{(account) => <AccountView account={account} />}</Asked>
    </>
  );
}

function AccountView({ account }: { account: Account }) {
  const say = useSay(texts);
  // What was paid before somebody became free stays to be seen.
  const moved = account.pays || account.movements.length > 0 || account.orders.length > 0;
  return (
    <>
      <p className="soft">
        {say('account.title')}, {say(`partner.kind.${account.kind}`)}
      </p>
      {account.closed && <p className="note">{say('account.closed')}</p>}
      {!account.pays && <p className="note">{say('account.free')}</p>}
      {account.pays && <Standing account={account} />}
      {moved && <Orders account={account} />}
      {moved && <Movements account={account} />}
      {moved && <Statements account={account} />}
      <Months account={account} />
    </>
  );
}

function Standing({ account }: { account: Account }) {
  const say = useSay(texts);
  const format = useFormat();
  const { tariff, balance, spent, warnedAt, hasMail, countedAt } = account;
  return (
    <>
      {balance <= 0 && tariff && <p className="note stopped">{say('account.empty')}</p>}
      {balance > 0 && warnedAt && (
        <p className="note waiting">
          {say(hasMail ? 'account.warned' : 'account.warned.noMail', { at: format.instant(warnedAt) })}
        </p>
      )}
      {!tariff && <p className="note">{say('account.noTariff')}</p>}
      <dl className="figures counts">
        <div>
          <dt>{say('account.balance')}</dt>
          <dd className="num">{format.rupiah(balance)}</dd>
        </div>
        {account.held > 0 && (
          <div>
            <dt>{say('account.held')}</dt>
            <dd className="num">{format.rupiah(account.held)}</dd>
          </div>
        )}
        <div>
          <dt>{say('account.lasts')}</dt>
          <dd>
            <Lasting pays balance={balance - account.held} daysLeft={account.daysLeft} low={warnedAt !== null} />
          </dd>
        </div>
        <div>
          <dt>{say('account.pace')}</dt>
          <dd className="num">{format.rupiah(spent)}</dd>
        </div>
        {tariff && (
          <div>
            <dt>{say('account.tariff', { source: tariff.source })}</dt>
            <dd className="note-line">
              {say('account.perQuestion', {
                nik: format.rupiah(tariff.question.nik),
                finger: format.rupiah(tariff.question.finger),
                face: format.rupiah(tariff.question.face),
              })}
            </dd>
          </div>
        )}
      </dl>
      <p className="soft">
        {countedAt ? say('countedAt', { instant: format.instant(countedAt) }) : say('countedAt.none')}
      </p>
    </>
  );
}

function Months({ account: { name, months, pays } }: { account: Account }) {
  const say = useSay(texts);
  const format = useFormat();
  const number = (n: number) => format.number(n);
  return (
    <section aria-labelledby="per-bulan">
      <h2 id="per-bulan">{say('months')}</h2>
      <DataTable
        caption={say('months.of', { name })}
        rows={{ at: 'here', rows: months }}
        rowKey={({ month }) => month}
        empty={say('months.none')}
        columns={[
          { key: 'month', head: say('month'), names: true, cell: ({ month }) => format.month(month) },
          {
            key: 'questions',
            head: say('questions'),
            number: true,
            cell: ({ questions, files, rows }) => (
              <>
                {number(questions)}
                <Files files={files} rows={rows} />
              </>
            ),
          },
          { key: 'matched', head: say('matched'), number: true, cell: ({ matched }) => number(matched) },
          { key: 'partial', head: say('partial'), number: true, cell: ({ partial }) => number(partial) },
          { key: 'mismatched', head: say('mismatched'), number: true, cell: ({ mismatched }) => number(mismatched) },
          ...(pays
            ? [
                {
                  key: 'charged',
                  head: say('charged'),
                  number: true,
                  cell: ({ charged }: (typeof months)[number]) => format.rupiah(charged),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
