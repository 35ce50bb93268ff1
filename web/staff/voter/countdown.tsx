import { countdownContract } from '../../../src/sharing/voter/contract.ts';
import type { CountdownView, ElectionView, RegencyLine } from '../../../src/sharing/voter/schema.ts';
import { DataTable, type Column } from '../../kit/data-table.tsx';
import { Empty } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useFilter, useOrder } from '../address.ts';
import { Asked, useMay } from '../ask.tsx';
import { Go } from '../go.tsx';
import { useAsk } from './ask.ts';
import { texts } from './texts.ts';

const COUNTS = ['eligible', 'unrecorded', 'recorded', 'waiting', 'blanks'] as const;
const PRINTED = 'printedIn30Days';
type Line = Pick<RegencyLine, (typeof COUNTS)[number] | typeof PRINTED | 'name' | 'lastCardOn' | 'standing'> & {
  readonly code: string;
};

const STANDING: Readonly<Record<RegencyLine['standing'], Standing>> = {
  done: 'done',
  in_time: 'done',
  late: 'stopped',
  idle: 'waiting',
};
/** A province stands as the worst of its regencies. */
const WORST = ['idle', 'late', 'in_time', 'done'] as const;

/** Will every voter hold a card? By province, and in it by regency. */
export function Countdown({ election }: { election: ElectionView }) {
  const say = useSay(texts);
  const format = useFormat();
  const query = useAsk(countdownContract, { id: election.id });
  return (
    <section aria-labelledby="hitung-mundur">
      <h2 id="hitung-mundur">{say('countdown')}</h2>
      <Asked query={query}>
        {(countdown) =>
          countdown.countedAt === null ? (
            <Empty will={say('countdown.none')} />
          ) : (
            <>
              <p className="soft">{say('countdown.about', { at: format.instant(countdown.countedAt) })}</p>
              <Tables countdown={countdown} />
              <Shifts countdown={countdown} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

function Tables({ countdown: { regencies } }: { countdown: CountdownView }) {
  const say = useSay(texts);
  const [province, setProvince] = useFilter('provinsi');
  const provinces = Map.groupBy(regencies, (line) => line.province);
  const chosen =
    province !== undefined && provinces.has(province)
      ? province
      : provinces.size === 1
        ? regencies[0]?.province
        : undefined;
  const columns = useColumns();
  const ordering = useOrder({ key: 'lastCardOn', down: true });
  if (chosen === undefined)
    return (
      <DataTable
        caption={say('countdown.provinces')}
        empty={say('countdown.none')}
        rows={{ at: 'here', rows: [...provinces].map(([name, lines]) => summed(name, lines)) }}
        rowKey={({ name }) => name}
        ordering={ordering}
        columns={[
          {
            key: 'name',
            head: say('province'),
            names: true,
            by: ({ name }) => name,
            cell: ({ name }) => (
              <button
                type="button"
                className="link"
                aria-label={say('province.open', { name })}
                onClick={() => setProvince(name)}
              >
                {name}
              </button>
            ),
          },
          ...columns,
        ]}
      />
    );
  return (
    <>
      {provinces.size > 1 && (
        <p className="no-print">
          <button type="button" className="link" onClick={() => setProvince(undefined)}>
            {say('province.all')}
          </button>{' '}
          › <b>{chosen}</b>
        </p>
      )}
      <DataTable
        caption={say('countdown.regencies')}
        empty={say('countdown.none')}
        rows={{ at: 'here', rows: provinces.get(chosen) ?? [] }}
        rowKey={({ code }) => code}
        ordering={ordering}
        columns={[
          { key: 'name', head: say('regency'), names: true, by: ({ name }) => name, cell: ({ name }) => name },
          ...columns,
        ]}
      />
    </>
  );
}

function summed(name: string, lines: readonly RegencyLine[]): Line {
  const sum = (key: (typeof COUNTS)[number] | typeof PRINTED) => lines.reduce((all, line) => all + line[key], 0);
  const standing = WORST.find((each) => lines.some((line) => line.standing === each)) ?? 'done';
  const last = lines.some(({ lastCardOn }) => lastCardOn === null)
    ? null
    : (lines
        .map(({ lastCardOn }) => lastCardOn!)
        .toSorted()
        .at(-1) ?? null);
  return {
    code: name,
    name,
    eligible: sum('eligible'),
    unrecorded: sum('unrecorded'),
    recorded: sum('recorded'),
    waiting: sum('waiting'),
    blanks: sum('blanks'),
    printedIn30Days: sum(PRINTED),
    lastCardOn: last,
    standing,
  };
}

function useColumns(): Column<Line>[] {
  const say = useSay(texts);
  const format = useFormat();
  return [
    ...COUNTS.map((key): Column<Line> => ({
      key,
      head: say(`countdown.${key}`),
      number: true,
      by: (line) => line[key],
      cell: (line) => format.number(line[key]),
    })),
    {
      key: 'printed',
      head: say('countdown.printed'),
      number: true,
      by: (line) => line[PRINTED],
      cell: (line) => format.number(line[PRINTED]),
    },
    {
      key: 'lastCardOn',
      head: say('countdown.lastCardOn'),
      by: ({ lastCardOn }) => lastCardOn ?? '9999',
      cell: ({ lastCardOn }) => (lastCardOn === null ? say('countdown.never') : format.date(lastCardOn)),
    },
    {
      key: 'standing',
      head: say('countdown.standing'),
      cell: ({ standing }) => <Tag standing={STANDING[standing]}>{say(`standing.${standing}`)}</Tag>,
    },
  ];
}

function Shifts({ countdown: { shifts } }: { countdown: CountdownView }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayMove = useMay('blank.rebalance.propose');
  return (
    <section aria-labelledby="pemindahan">
      <h2 id="pemindahan">{say('shifts')}</h2>
      <p>{say('shifts.about')}</p>
      <DataTable
        caption={say('shifts')}
        empty={say('shifts.none')}
        rows={{ at: 'here', rows: shifts }}
        rowKey={({ from, to }) => `${from.id} ${to.id}`}
        columns={[
          { key: 'from', head: say('shifts.from'), names: true, cell: ({ from }) => from.name },
          { key: 'to', head: say('shifts.to'), cell: ({ to }) => to.name },
          { key: 'n', head: say('shifts.n'), number: true, cell: ({ n }) => format.number(n) },
          ...(mayMove
            ? [
                {
                  key: 'open',
                  head: say('shifts.act'),
                  cell: ({ from, to, n }: CountdownView['shifts'][number]) => (
                    <Go to="/blangko/pemindahan" search={{ dari: from.id, ke: to.id, keping: String(n) }}>
                      {say('shifts.open')}
                    </Go>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
