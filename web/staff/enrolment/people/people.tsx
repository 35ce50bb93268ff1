import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listPeopleContract } from '../../../../src/recording/enrolment/coverage/contract.ts';
import { EvidenceDrawer } from '../../../kit/evidence-drawer.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useOfficeDay } from '../filter/day.ts';
import { More } from '../filter/more.tsx';
import { inAddress, useRegion, useRegionChosen } from '../filter/region-filter.tsx';
import { NumberForm } from '../number/number-form.tsx';
import { texts as numberTexts } from '../number/texts.ts';
import { PeopleFilters, useFilterWords, usePeopleFilter } from './filters.tsx';
import { PeopleTable } from './table.tsx';
import { texts } from './texts.ts';

export type Listed = AnswerOf<typeof listPeopleContract>['people'][number];

const PAGE = 50;

/** The people behind a number of today's coverage, to be called, visited and recorded. */
export function People() {
  const say = useSay(texts);
  const sayNumber = useSay(numberTexts);
  const format = useFormat();
  const today = useOfficeDay();
  const { office } = useSession();
  const region = useRegionChosen();
  const filter = usePeopleFilter();
  const words = useFilterWords();
  const query = usePeople(region, filter);
  const [chosen, choose] = useState<Listed | null>(null);
  // What was just given stands in its row without looking everybody up again.
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const people = query.data?.pages.flatMap((page) => page.people);
  const title = say(filter.recorded ? 'title.done' : 'title.left');
  const place = useRegion(region).data?.name ?? (office.regionCode ? office.name : say('nation'));
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {title}
        </h1>
        <div className="row no-print">
          <VisitLink region={region} name={place} />
          <button type="button" className="btn quiet" onClick={() => window.print()}>
            {say('print')}
          </button>
        </div>
      </div>
      <p className="soft no-print">{say('about')}</p>
      <p className="print-only">{say('printed', { name: place, filter: words, day: format.date(today) })}</p>
      <PeopleFilters />
      {people && people.length > 0 && (
        <p className="soft" role="status">
          {say('shown', { count: people.length, more: query.hasNextPage ? 'yes' : 'no' })}{' '}
          <Link
            className="no-print"
            to={'/petugas/perekaman/cakupan' as '/petugas'}
            search={inAddress({ wilayah: region }) as never}
          >
            {say('coverage')}
          </Link>
        </p>
      )}
      <div className="with-evidence">
        <div>
          <PeopleTable
            people={people?.map((person) => ({ ...person, appointment: given[person.ref] ?? person.appointment }))}
            error={query.error}
            again={() => void query.refetch()}
            recorded={filter.recorded}
            onGive={choose}
          />
          <More query={query} count={PAGE} />
        </div>
        {chosen && (
          <EvidenceDrawer title={sayNumber('title', { name: chosen.name })} open onClose={() => choose(null)}>
            <NumberForm
              key={chosen.ref}
              personRef={chosen.ref}
              name={chosen.name}
              onGiven={({ day }) => {
                setGiven((before) => ({ ...before, [chosen.ref]: day }));
                choose(null);
              }}
            />
          </EvidenceDrawer>
        )}
      </div>
    </>
  );
}

function usePeople(region: string | undefined, filter: ReturnType<typeof usePeopleFilter>) {
  const { client } = useHouse();
  return useInfiniteQuery({
    queryKey: ['unrecorded', region, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call(
        listPeopleContract,
        { ...filter, ...(region ? { region } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    // Each page is an entry about everybody on it.
    staleTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** To the village itself where one is chosen, else to the plan of the region. */
function VisitLink({ region, name }: { region: string | undefined; name: string }) {
  const say = useSay(texts);
  const village = region?.length === 10;
  return (
    <Link
      className="btn quiet"
      to={'/petugas/perekaman/tim-keliling' as '/petugas'}
      search={inAddress(village ? { desa: region } : { wilayah: region }) as never}
    >
      {village ? say('visit', { name }) : say('plan')}
    </Link>
  );
}
