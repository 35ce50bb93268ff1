import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { readDashboardContract } from '../../../src/insight/dashboard/contract.ts';
import { NATION, SECTION_PATHS, SECTIONS, sectionOf } from '../../../src/insight/dashboard/rules.ts';
import type { Dashboard } from '../../../src/insight/dashboard/schema.ts';
import { AllParts, Lines } from '../../kit/dashboard/charts.tsx';
import { Comparison } from '../../kit/dashboard/comparison.tsx';
import { Headlines } from '../../kit/dashboard/headlines.tsx';
import { RegionMap } from '../../kit/dashboard/map.tsx';
import { isEmpty, Notes, NothingYet } from '../../kit/dashboard/notes.tsx';
import { texts as kitTexts } from '../../kit/dashboard/texts.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useFilter, useOrder } from '../address.ts';
import { inAddress } from '../enrolment/filter/region-filter.tsx';
import { useHouse } from '../house.tsx';
import { NotFound } from '../not-found/not-found.tsx';
import { mayOpen } from '../screens.ts';
import { useSession } from '../session.tsx';
import { TakeAlong } from './take-along.tsx';
import { texts } from './texts.ts';

const PATH = '/petugas/dasbor';

/** The dashboard of a region, the officer's own first; the nation and its province stand beside it to compare. */
export function DashboardPage() {
  const { section: named } = useParams({ strict: false }) as { section?: string };
  const section = named === undefined ? 'coverage' : sectionOf(named);
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const { client } = useHouse();
  // Without one it is the officer's own region.
  const [region] = useFilter('wilayah');
  const query = useQuery({
    queryKey: ['dashboard', section, region],
    queryFn: ({ signal }) =>
      client.call(
        readDashboardContract,
        { section: section!, ...(region === undefined ? {} : { region }) },
        { signal },
      ),
    enabled: section !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  if (!section) return <NotFound />;
  const dashboard = query.data;
  const name = dashboard && !query.error ? (dashboard.name ?? sayKit('nation')) : null;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {name === null
            ? say('title.unnamed', { section: say(`section.${section}`) })
            : say('title', { section: say(`section.${section}`), name })}
        </h1>
        {dashboard && <TakeAlong section={dashboard.section} region={dashboard.region} />}
      </div>
      <nav className="tabs" aria-label={say('sections')}>
        {SECTIONS.map((each) => (
          <Link
            key={each}
            to={`${PATH}/${SECTION_PATHS[each]}` as '/petugas'}
            search={inAddress({ wilayah: region }) as never}
            activeOptions={{ exact: true, includeSearch: false }}
            {...(each === section ? { 'aria-current': 'page' as const } : {})}
          >
            {say(`section.${each}`)}
          </Link>
        ))}
      </nav>
      {query.error ? (
        <>
          <Failing error={query.error} again={() => void query.refetch()} />
          {region !== undefined && (
            <p>
              <Link to={`${PATH}/${SECTION_PATHS[section]}` as '/petugas'}>{say('own')}</Link>
            </p>
          )}
        </>
      ) : !dashboard ? (
        <Loading lines={12} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Path dashboard={dashboard} chosen={region} />
          <Notes dashboard={dashboard} />
          {isEmpty(dashboard) ? <NothingYet dashboard={dashboard} /> : <Shown dashboard={dashboard} />}
        </div>
      )}
    </>
  );
}

/** The way to the wider regions, and back to the officer's own. */
function Path({ dashboard: { path, section }, chosen }: { dashboard: Dashboard; chosen: string | undefined }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const to = `${PATH}/${SECTION_PATHS[section]}` as '/petugas';
  if (path.length === 0 && chosen === undefined) return null;
  return (
    <nav className="row region-path no-print" aria-label={say('path')}>
      {path.map(({ code, name }) => (
        <Link key={code} to={to} search={inAddress({ wilayah: code || NATION }) as never}>
          {name || sayKit('nation')}
        </Link>
      ))}
      {chosen !== undefined && <Link to={to}>{say('own')}</Link>}
    </nav>
  );
}

function Shown({ dashboard }: { dashboard: Dashboard }) {
  const sayKit = useSay(kitTexts);
  const { scopes } = useSession();
  const ordering = useOrder({ key: 'nama', down: false });
  const { section, day } = dashboard;
  return (
    <>
      <Headlines
        dashboard={dashboard}
        opens={({ figure, records }) => (
          <span className="row">
            {figure && <a href={`${figure}?tanggal=${day}`}>{sayKit('opensFigure')}</a>}
            {records && mayOpen(records, scopes) && (
              <Link to={records as '/petugas'} preload={false}>
                {sayKit('opensRecords')}
              </Link>
            )}
          </span>
        )}
      />
      <Lines lines={dashboard.lines} />
      <AllParts parts={dashboard.parts} />
      <MapOfRegions dashboard={dashboard} />
      <Comparison
        dashboard={dashboard}
        ordering={ordering}
        link={({ code, name }) => (
          <Link
            to={`${PATH}/${SECTION_PATHS[section]}` as '/petugas'}
            search={inAddress({ wilayah: code }) as never}
            preload={false}
          >
            {name}
          </Link>
        )}
      />
    </>
  );
}

function MapOfRegions({ dashboard }: { dashboard: Dashboard }) {
  const say = useSay(texts);
  const [chosen, choose] = useFilter('peta');
  const first = dashboard.columns[0]?.measure;
  const measure = dashboard.columns.find((column) => column.measure === chosen)?.measure ?? first ?? null;
  return (
    <RegionMap
      dashboard={dashboard}
      measure={measure}
      choice={
        <div className="chips" role="group" aria-label={say('measure')}>
          {dashboard.columns.map((column) => (
            <button
              key={column.measure}
              type="button"
              aria-pressed={column.measure === measure}
              onClick={() => choose(column.measure === first ? undefined : column.measure)}
            >
              {column.label}
            </button>
          ))}
        </div>
      }
    />
  );
}
