import type { ReactNode } from 'react';
import { BarChart } from '../../../kit/charts.tsx';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { RegionLink } from './above.tsx';
import type { Coverage, Figure } from './coverage.tsx';
import { pointsBetween } from './headline.tsx';
import { PeopleLink } from './people-link.tsx';
import { texts } from './texts.ts';

const MOST_BARS = 12;

/** The figure taken apart: by what lies in the region, by sex and by age; each as bars from zero and as a table. */
export function Breakdowns({ coverage, before }: { coverage: Coverage; before: Coverage | undefined }) {
  const say = useSay(texts);
  // A village has no regions in it.
  const within = coverage.regions.filter(({ code }) => code !== coverage.region);
  const worstFirst = within.toSorted((a, b) => (a.percent ?? 101) - (b.percent ?? 101) || (a.code < b.code ? -1 : 1));
  const digits = within[0]?.code.length as 2 | 4 | 6 | 10 | undefined;
  return (
    <>
      {digits !== undefined && (
        <Breakdown
          coverage={coverage}
          title={say(`by.${digits}`)}
          about={say('worst')}
          head={say('table.name')}
          compared={before !== undefined}
          rows={worstFirst.map((region) => ({
            ...region,
            key: region.code,
            name: region.name,
            shown: <RegionLink code={region.code}>{region.name}</RegionLink>,
            of: { wilayah: region.code },
            earlier: before?.regions.find(({ code }) => code === region.code),
          }))}
        />
      )}
      <Breakdown
        coverage={coverage}
        title={say('by.sex')}
        head={say('table.sex')}
        compared={before !== undefined}
        rows={coverage.sexes.map((each) => ({
          ...each,
          key: String(each.sex),
          name: say(each.sex === 1 ? 'sex.1' : 'sex.2'),
          of: { kelamin: String(each.sex) },
          earlier: before?.sexes.find(({ sex }) => sex === each.sex),
        }))}
      />
      <Breakdown
        coverage={coverage}
        title={say('by.age')}
        head={say('table.age')}
        compared={before !== undefined}
        rows={coverage.ages
          .filter(({ denominator }) => denominator > 0)
          .map((each) => ({
            ...each,
            key: String(each.from),
            name: bandName(say, each),
            of: { umur: `${each.from}-${each.to ?? ''}` },
            earlier: before?.ages.find(({ from }) => from === each.from),
          }))}
      />
    </>
  );
}

function bandName(say: ReturnType<typeof useSay<keyof typeof texts.id>>, band: { from: number; to: number | null }) {
  if (band.to === null) return say('age.over', { from: band.from });
  return band.from === 0 ? say('age.under', { to: band.to + 1 }) : say('age.band', { from: band.from, to: band.to });
}

interface Row extends Figure {
  readonly key: string;
  readonly name: string;
  readonly shown?: ReactNode;
  /** Filters of the list behind its numbers. */
  readonly of: Readonly<Record<string, string>>;
  readonly earlier: Figure | undefined;
}

function Breakdown(given: {
  coverage: Coverage;
  title: string;
  about?: string;
  head: string;
  compared: boolean;
  rows: readonly Row[];
}) {
  const { coverage, title, about, rows } = given;
  const say = useSay(texts);
  const format = useFormat();
  const percent = (row: Row) => (row.percent === null ? '–' : format.percent(row.percent));
  const columns: (Column<Row> | false)[] = [
    { key: 'name', head: given.head, names: true, cell: (row) => row.shown ?? row.name },
    { key: 'percent', head: say('table.percent'), number: true, cell: percent },
    given.compared && { key: 'change', head: say('table.change'), number: true, cell: (row) => <Change row={row} /> },
    {
      key: 'numerator',
      head: say('numerator'),
      number: true,
      cell: (row) => (
        <PeopleLink
          of={{ ...row.of, rekam: 'sudah' }}
          what={say('open.recorded', { name: row.name })}
          n={row.numerator}
          coverage={coverage}
        />
      ),
    },
    { key: 'denominator', head: say('denominator'), number: true, cell: (row) => format.number(row.denominator) },
    {
      key: 'left',
      head: say('unrecorded'),
      number: true,
      cell: (row) => (
        <PeopleLink
          of={row.of}
          what={say('open.unrecorded', { name: row.name })}
          n={row.denominator - row.numerator}
          coverage={coverage}
        />
      ),
    },
  ];
  return (
    <section>
      <h2>{title}</h2>
      {about && rows.length > 1 && <p className="soft">{about}</p>}
      {rows.length > 1 && (
        <BarChart
          label={title}
          most={100}
          bars={rows
            .filter((row) => row.percent !== null)
            .slice(0, MOST_BARS)
            .map((row) => ({ label: row.name, value: row.percent!, shown: percent(row) }))}
        />
      )}
      <DataTable<Row>
        caption={title}
        empty={say('empty')}
        rows={{ at: 'here', rows }}
        rowKey={(row) => row.key}
        columns={columns.filter((column) => column !== false)}
      />
    </section>
  );
}

/** With its sign, in points: a difference between percentages is no percentage. */
function Change({ row }: { row: Row }) {
  const say = useSay(texts);
  const format = useFormat();
  const points = pointsBetween(row, row.earlier);
  if (points === null) return '–';
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return say('points', { points: `${sign}${format.points(Math.abs(points))}` });
}
