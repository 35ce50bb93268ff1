import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../kit/data-table.tsx';
import { useSay } from '../../kit/text.tsx';
import { useOrder } from '../address.ts';
import { useOpening, type Figures } from './figures.tsx';
import type { Overview, Region } from './overview.tsx';
import { texts } from './texts.ts';

/** Every region in a line, in any order; what is shortest stands on top until another order is chosen. */
export function OverviewTable({ overview: { regions, due } }: { overview: Overview }) {
  const say = useSay(texts);
  const ordering = useOrder({ key: 'daysLeft', down: false });
  const figure = (
    key: keyof ReturnType<typeof useOpening>,
    by: (region: Region) => number | string | null,
  ): Column<Region> => ({
    key,
    head: say(key),
    number: true,
    by,
    cell: (region) => <Opening region={region} due={due} which={key} />,
  });
  return (
    <DataTable
      caption={say('table')}
      empty={say('empty')}
      rows={{ at: 'here', rows: regions }}
      rowKey={({ code }) => code}
      ordering={ordering}
      columns={[
        {
          key: 'region',
          head: say('region'),
          names: true,
          by: ({ name }) => name,
          cell: ({ code, name }) =>
            code.length === 2 ? (
              <Link to={'/petugas/kartu-dan-blangko' as '/petugas'} search={{ wilayah: Number(code) } as never}>
                {name}
              </Link>
            ) : (
              name
            ),
        },
        figure('daysLeft', ({ daysLeft }) => daysLeft),
        figure('stock', ({ stock }) => stock),
        figure('coming', ({ coming }) => coming),
        figure('backlog', ({ backlog }) => backlog),
        figure('wanted', ({ wanted }) => wanted),
        figure('silent', ({ silent }) => silent),
        figure('incidents', ({ openIncidents }) => openIncidents),
      ]}
    />
  );
}

function Opening({
  region,
  due,
  which,
}: {
  region: Figures;
  due: boolean;
  which: keyof ReturnType<typeof useOpening>;
}) {
  const opening: Readonly<Record<string, ReactNode>> = useOpening(region, due);
  return <>{opening[which]}</>;
}
