import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { openOverviewContract } from '../../../src/cards/overview/contract.ts';
import { OVERVIEW_LEVELS } from '../../../src/cards/overview/rules.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useFilter } from '../address.ts';
import { useRegionChosen } from '../enrolment/filter/region-filter.tsx';
import { useHouse } from '../house.tsx';
import { OverviewMap } from './map.tsx';
import { OverviewTable } from './table.tsx';
import { TakeAlong } from './take-along.tsx';
import { texts } from './texts.ts';
import { Total } from './total.tsx';

export type Overview = AnswerOf<typeof openOverviewContract>;
export type Region = Overview['regions'][number];

/** Cards and blanks of the nation at a glance: the map, and the table behind it, in which every figure opens its list. */
export function OverviewPage() {
  const say = useSay(texts);
  const format = useFormat();
  const region = useRegionChosen()?.slice(0, 2);
  const [chosen, choose] = useFilter('tabel');
  const level = OVERVIEW_LEVELS.find((each) => each === chosen) ?? 'province';
  const asked = region ? { region } : { level };
  const query = useOverview(asked);
  // The map is of the provinces, whatever the table lists.
  const provinces = useOverview({ level: 'province' }, region === undefined);
  const overview = query.data;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {overview?.name ? `${say('title')}: ${overview.name}` : say('title')}
        </h1>
        {overview && <TakeAlong asked={asked} />}
      </div>
      {region && (
        <p className="no-print">
          <Link to={'/petugas/kartu-dan-blangko' as '/petugas'}>{say('back')}</Link>
        </p>
      )}
      <p className="soft">{say('about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !overview ? (
        <Loading lines={12} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <p className="soft">
            {say('asOf', { day: format.date(overview.asOf) })} {say(overview.due ? 'due' : 'notDue')}
          </p>
          <Total overview={overview} />
          {!region && provinces.data && <OverviewMap overview={provinces.data} />}
          {!region && (
            <div className="chips no-print" role="group" aria-label={say('levels')}>
              {OVERVIEW_LEVELS.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={level === each}
                  onClick={() => choose(each === 'province' ? undefined : each)}
                >
                  {say(`level.${each}`)}
                </button>
              ))}
            </div>
          )}
          <OverviewTable overview={overview} />
        </div>
      )}
    </>
  );
}

function useOverview(asked: { region?: string; level?: Overview['level'] }, when = true) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['overview', asked],
    queryFn: ({ signal }) => client.call(openOverviewContract, asked, { signal }),
    enabled: when,
    staleTime: 60_000,
    // Going a level down keeps the page in place until the figures are there.
    placeholderData: keepPreviousData,
  });
}
