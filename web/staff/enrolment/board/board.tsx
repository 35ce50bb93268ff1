import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { openBoardContract } from '../../../../src/recording/enrolment/contract.ts';
import { STATUSES, type Status } from '../../../../src/recording/enrolment/rules.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { OfficeFilter, useOfficeChosen } from '../filter/office-filter.tsx';
import { RegionFilter, useRegionChosen } from '../filter/region-filter.tsx';
import { Critical } from './critical.tsx';
import { Intake, Offices } from './offices.tsx';
import { Packets } from './packets.tsx';
import { Stages } from './stages.tsx';
import { Waiting } from './waiting.tsx';
import { texts } from './texts.ts';

export type BoardView = AnswerOf<typeof openBoardContract>;
export type Line = BoardView['waiting'][number];

const DAYS = [30, 90, 365] as const;

/** Where packets wait, how long, and who must act; a number opens the list behind it in the same place. */
export function Board() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const region = useRegionChosen();
  const office = useOfficeChosen();
  const [asked] = useFilter('hari');
  const days = DAYS.find((each) => String(each) === String(asked)) ?? 90;
  const statuses = useStatusesChosen();
  const query = useQuery({
    queryKey: ['board', region, office, days],
    queryFn: ({ signal }) =>
      client.call(
        openBoardContract,
        { days, ...(region ? { region } : {}), ...(office ? { office } : {}) },
        { signal },
      ),
    refetchInterval: 60_000,
  });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <div className="filter-bar level no-print">
        <RegionFilter />
        <OfficeFilter />
      </div>
      {query.error && !query.data ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={10} />
      ) : (
        <>
          <p className="soft">{say('asOf', { at: format.instant(query.data.now) })}</p>
          <Stages board={query.data} />
          {statuses ? (
            <Packets
              key={`${statuses.join()} ${region} ${office}`}
              statuses={statuses}
              lines={query.data.waiting}
              now={Date.parse(query.data.now)}
            />
          ) : (
            <>
              <Waiting board={query.data} />
              <Critical board={query.data} choices={DAYS} />
              <Intake board={query.data} />
              <Offices board={query.data} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** The statuses whose packets the address asks for; `null`: the board itself. */
function useStatusesChosen(): readonly Status[] | null {
  const [chosen] = useFilter('status');
  const statuses = (chosen ?? '').split(',').filter((each): each is Status => Object.hasOwn(STATUSES, each));
  return statuses.length > 0 ? statuses : null;
}
