import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { openCoverageContract } from '../../../../src/recording/enrolment/coverage/contract.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useOfficeDay } from '../filter/day.ts';
import { RegionFilter, useRegionChosen, useSetFilters } from '../filter/region-filter.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { FirstVoters, Headline } from './headline.tsx';
import { TakeAlong } from './take-along.tsx';
import { Above } from './above.tsx';
import { ProvinceTiles } from './province-tiles.tsx';
import { texts } from './texts.ts';

export type Coverage = AnswerOf<typeof openCoverageContract>;
export type Figure = Pick<Coverage, 'numerator' | 'denominator' | 'percent' | 'firstVoters' | 'firstVotersRecorded'>;

/** The ministry's headline figure, of any day and down to the village, opening into the people behind it. */
export function CoveragePage() {
  const say = useSay(texts);
  const format = useFormat();
  const { office } = useSession();
  const region = useRegionChosen() ?? office.regionCode ?? '';
  const { asOf, against } = useDays();
  const query = useCoverage(region, asOf);
  const compared = useCoverage(region, against, against !== undefined);
  // Of the same region and of the day that was asked for, not of what stood here a moment ago.
  const before =
    compared.data?.asOf === against && compared.data?.region === query.data?.region ? compared.data : undefined;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {query.data && <TakeAlong region={region} asOf={asOf} />}
      </div>
      <p className="soft">{say('about')}</p>
      <Filters />
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={10} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Above coverage={query.data} />
          <Headline coverage={query.data} before={before} />
          <p className="soft">
            {say('cutOff', { asOf: format.date(query.data.asOf), knownAt: format.instant(query.data.knownAt) })}
            {asOf !== undefined && ` ${say('lists')}`}
          </p>
          {compared.error && <Failing error={compared.error} again={() => void compared.refetch()} />}
          <FirstVoters coverage={query.data} />
          {region === '' && <ProvinceTiles coverage={query.data} />}
          <Breakdowns coverage={query.data} before={before} />
        </div>
      )}
    </>
  );
}

function useCoverage(region: string, asOf: string | undefined, when = true) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['coverage', region, asOf],
    queryFn: ({ signal }) => client.call(openCoverageContract, { region, ...(asOf ? { asOf } : {}) }, { signal }),
    enabled: when,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    // Going a level down keeps the page in place until the figures are there.
    placeholderData: when ? keepPreviousData : undefined,
  });
}

const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** The days of the address: of the figures, and the one they are held against. One to come is none. */
function useDays() {
  const today = useOfficeDay();
  const [typed] = useFilter('hari');
  const [other] = useFilter('banding');
  const dayOf = (text: string | undefined) => (text && DAY.test(text) && text <= today ? text : undefined);
  // Today is what is asked without a day: then the figures open into lists.
  const asOf = typed === today ? undefined : dayOf(typed);
  return { asOf, against: dayOf(other) };
}

function Filters() {
  const say = useSay(texts);
  const today = useOfficeDay();
  const setFilters = useSetFilters();
  const [day] = useFilter('hari');
  const [other] = useFilter('banding');
  const future = (date: string | undefined) => (date !== undefined && date > today ? say('future') : undefined);
  return (
    <div className="filter-bar level no-print">
      <RegionFilter />
      <DateField
        label={say('asOf')}
        hint={say('asOfHint')}
        value={day ?? ''}
        onChange={(date) => setFilters({ hari: date || undefined })}
        error={future(day)}
      />
      <DateField
        label={say('compare')}
        hint={say('compare.hint')}
        value={other ?? ''}
        onChange={(date) => setFilters({ banding: date || undefined })}
        error={future(other)}
      />
    </div>
  );
}
