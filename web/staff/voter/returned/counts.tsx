import { ABSENCES, VERDICTS, type Side } from '../../../../src/sharing/voter/returned/rules.ts';
import type { ReturnedDetail } from '../../../../src/sharing/voter/returned/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/states.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useMay } from '../../ask.tsx';
import { saveFile } from '../../download.ts';
import { Go } from '../../go.tsx';
import { texts } from './texts.ts';
import { useReason, type Which } from './words.ts';

type Count = Which & { readonly n: number };

/** Both directions, by reason, of the nation or one regency. There is no sum of all that disagrees: it would mean nothing. */
export function Counts({ list }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const [regency, setRegency] = useFilter('wilayah');
  const regencies = new Map(
    list.counts.flatMap((count) =>
      count.regencies.map(({ code, name }) => [code, name ?? say('regency.none')] as const),
    ),
  );
  const chosen = regency !== undefined && regencies.has(regency) ? regency : undefined;
  const of = (side: Side): Count[] =>
    (side === 'listed' ? VERDICTS : ABSENCES).flatMap((reason) => {
      const found = list.counts.find((count) => count.side === side && count.reason === reason);
      const n = chosen === undefined ? found?.n : found?.regencies.find(({ code }) => code === chosen)?.n;
      return n === undefined ? [] : [{ side, reason, n }];
    });
  return (
    <>
      <div className="row no-print">
        {regencies.size > 1 && (
          <ChoiceField
            label={say('regency')}
            name="wilayah"
            none={say('regency.all')}
            value={chosen ?? ''}
            // Rows of nobody knows where are in the sum of all and in the file.
            choices={[...regencies]
              .filter(([value]) => value !== '')
              .map(([value, label]) => ({ value, label }))
              .toSorted((a, b) => a.label.localeCompare(b.label, 'id'))}
            onChange={(event) => setRegency(event.target.value || undefined)}
          />
        )}
        <CountsFile list={list} />
        <button type="button" className="btn quiet" onClick={() => window.print()}>
          {say('print')}
        </button>
      </div>
      {(['listed', 'absent'] as const).map((side) => (
        <section key={side}>
          <h2>{say(side)}</h2>
          <p>{say(`${side}.about`)}</p>
          <OneSide list={list} side={side} counts={of(side)} regency={chosen} />
        </section>
      ))}
    </>
  );
}

function OneSide(given: { list: ReturnedDetail; side: Side; counts: readonly Count[]; regency: string | undefined }) {
  const { list, side, counts, regency } = given;
  const say = useSay(texts);
  const format = useFormat();
  const wordsOf = useReason();
  const opens = useMay('voter.returned.read') && list.state === 'done';
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  if (counts.length === 0) return <Empty will={say(side === 'absent' ? 'absent.none' : 'rows.empty')} />;
  return (
    <DataTable
      caption={say(side)}
      empty=""
      rows={{ at: 'here', rows: counts }}
      rowKey={({ reason }) => reason}
      columns={[
        {
          key: 'reason',
          head: say('reason'),
          names: true,
          cell: (count) => {
            const { name, todo } = wordsOf(count);
            return (
              <>
                {opens ? (
                  <Go
                    to={`/pemilih/daftar-kpu/${list.id}/baris`}
                    search={{ sisi: count.side, sebab: count.reason, ...(regency ? { wilayah: regency } : {}) }}
                    preload={false}
                  >
                    {name}
                  </Go>
                ) : (
                  name
                )}
                <span className="soft block">{todo}</span>
              </>
            );
          },
        },
        { key: 'n', head: say('n'), number: true, cell: ({ n }) => format.number(n) },
        ...(side === 'listed'
          ? [
              {
                key: 'share',
                head: say('share'),
                number: true,
                cell: ({ n }: Count) => format.percent((n / all) * 100, 2),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Reasons by regency, as the page has them. */
function CountsFile({ list: { counts } }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const wordsOf = useReason();
  const save = () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = counts.flatMap((count) =>
      count.regencies.map(({ code, name, n }) =>
        [say(count.side), wordsOf(count).name, code, name ?? say('regency.none'), String(n)].map(cell).join(','),
      ),
    );
    const head = [say('counts'), say('reason'), 'KODE', say('regency'), say('n')].map(cell).join(',');
    saveFile({ name: 'hitungan-daftar.csv', blob: new Blob([[head, ...rows, ''].join('\r\n')], { type: 'text/csv' }) });
  };
  return (
    <button type="button" className="btn quiet" onClick={save}>
      {say('counts.csv')}
    </button>
  );
}
