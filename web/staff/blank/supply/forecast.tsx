import { forecastContract } from '../../../../src/cards/blank/supply/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useOrder } from '../../address.ts';
import { Asked, useMay } from '../../ask.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { FigureLink } from '../../figure-link.tsx';
import { useAskBlanks } from '../ask.ts';
import { SupplyPages } from './pages.tsx';
import { texts } from './texts.ts';
import { SupplyStanding, useDays, type RegionSupply } from './words.tsx';

/** How long each regency's stock lasts; what is shortest first, in any order that is asked for. */
export function Forecast() {
  const say = useSay(texts);
  const format = useFormat();
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAskBlanks(forecastContract, region ? { region } : {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('forecast')}
      </h1>
      <SupplyPages />
      <RegionFilter />
      <Asked query={query}>
        {({ day, regions }) => (
          <>
            <p className="soft">{say('forecast.about', { day: format.date(day) })}</p>
            <Regions regions={regions} />
          </>
        )}
      </Asked>
    </>
  );
}

function Regions({ regions }: { regions: readonly RegionSupply[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const days = useDays();
  const ordering = useOrder({ key: 'days', down: false });
  const mayList = useMay('enrolment.read');
  return (
    <DataTable
      caption={say('forecast.list')}
      empty={say('forecast.empty')}
      rows={{ at: 'here', rows: regions }}
      rowKey={({ code }) => code}
      ordering={ordering}
      columns={[
        {
          key: 'region',
          head: say('forecast.region'),
          names: true,
          by: ({ name }) => name,
          cell: ({ code, name }) => (
            <FigureLink to="/blangko" of={{ cakupan: 'wilayah', wilayah: code }} shown={name} />
          ),
        },
        {
          key: 'standing',
          head: say('forecast.standing'),
          cell: (line) => <SupplyStanding standing={line.standing} />,
        },
        {
          key: 'days',
          head: say('daysLeft'),
          number: true,
          by: ({ daysLeft }) => daysLeft,
          cell: ({ daysLeft }) => days(daysLeft),
        },
        {
          key: 'stock',
          head: say('stock'),
          number: true,
          by: ({ stock }) => stock,
          cell: ({ code, name, stock }) => (
            <FigureLink
              to="/blangko"
              of={{ cakupan: 'wilayah', wilayah: code }}
              shown={format.number(stock)}
              what={say('forecast.open', { what: say('stock'), name })}
            />
          ),
        },
        {
          key: 'backlog',
          head: say('backlog'),
          number: true,
          by: ({ backlog }) => backlog,
          cell: ({ code, name, backlog }) =>
            mayList && backlog > 0 ? (
              <FigureLink
                to="/perekaman/papan"
                of={{ status: 'PRINT_READY_RECORD', wilayah: code }}
                shown={format.number(backlog)}
                what={say('forecast.open', { what: say('backlog'), name })}
              />
            ) : (
              format.number(backlog)
            ),
        },
        {
          key: 'perDay',
          head: say('perDay'),
          number: true,
          by: ({ perDay }) => perDay,
          cell: ({ perDay }) => format.number(perDay, 1),
        },
        {
          key: 'coming',
          head: say('coming'),
          number: true,
          by: ({ coming }) => coming,
          cell: ({ coming }) => (coming === null ? '–' : format.number(coming)),
        },
        {
          key: 'wanted',
          head: say('wanted'),
          number: true,
          by: ({ wanted }) => wanted,
          cell: ({ wanted }) => format.number(wanted),
        },
      ]}
    />
  );
}
