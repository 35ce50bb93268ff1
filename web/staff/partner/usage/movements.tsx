import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import type { Account } from './account.tsx';
import { texts } from './texts.ts';

type Movement = Account['movements'][number];

/** How the balance came to what it is, the latest first: what came in, what was taken back, what each day and each file cost. */
export function Movements({ account: { name, movements, older } }: { account: Account }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">{say('movements')}</h2>
      <DataTable
        caption={say('movements.of', { name })}
        rows={{ at: 'here', rows: movements }}
        rowKey={({ kind, day, ntpn, reference, balance }) => `${kind} ${day} ${ntpn} ${reference} ${balance}`}
        empty={say('movements.none')}
        columns={[
          { key: 'day', head: say('day'), names: true, cell: ({ day }) => format.date(day) },
          { key: 'what', head: say('what'), cell: (movement) => <What movement={movement} /> },
          { key: 'change', head: say('change'), number: true, cell: ({ amount }) => format.rupiah(amount) },
          { key: 'after', head: say('after'), number: true, cell: ({ balance }) => format.rupiah(balance) },
        ]}
      />
      {older && <p className="soft">{say('movements.older')}</p>}
    </section>
  );
}

function What({ movement: { kind, questions, reference, rows, ntpn, reason, by } }: { movement: Movement }) {
  const say = useSay(texts);
  return (
    <>
      {kind === 'charge' ? say('movement.charge', { n: questions ?? 0 }) : say(`movement.${kind}`, { rows: rows ?? 0 })}
      {reference && <span className="mono breaks block">{reference}</span>}
      {ntpn && <span className="mono block">{ntpn}</span>}
      {(reason ?? by) && <span className="soft block">{[reason, by].filter(Boolean).join(' · ')}</span>}
    </>
  );
}
