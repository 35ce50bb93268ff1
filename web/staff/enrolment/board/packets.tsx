import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { listPacketsContract } from '../../../../src/recording/enrolment/contract.ts';
import { STAGES, type Status } from '../../../../src/recording/enrolment/rules.ts';
import { formatDateShort } from '../../../kit/format.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useHouse } from '../../house.tsx';
import { More } from '../filter/more.tsx';
import { useOfficeChosen } from '../filter/office-filter.tsx';
import { useRegionChosen, useSetFilters } from '../filter/region-filter.tsx';
import type { Line } from './board.tsx';
import { statusesAt } from './stages.tsx';
import { texts } from './texts.ts';

const PAGE = 50;

/** The packets behind a number, those that wait longest first; each leads to its person. */
export function Packets({
  statuses,
  lines,
  now,
}: {
  statuses: readonly Status[];
  lines: readonly Line[];
  now: number;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const navigate = useNavigate();
  const setFilters = useSetFilters();
  const { client } = useHouse();
  const region = useRegionChosen();
  const office = useOfficeChosen();
  const heading = useRef<HTMLHeadingElement>(null);
  // The list stands where the table stood: whoever pressed a number goes on from here.
  useEffect(() => heading.current?.focus(), []);
  const query = useInfiniteQuery({
    queryKey: ['packets', statuses, region, office],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call(
        listPacketsContract,
        {
          statuses: [...statuses],
          ...(region ? { region } : {}),
          ...(office ? { office } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    // Who stands in the list can see that he did.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const packets = query.data?.pages.flatMap((page) => page.packets) ?? [];
  const open = (id: string) => {
    const packet = packets.find((each) => each.id === id);
    if (!packet?.ref) return tell('waiting', say('list.elsewhereHow'));
    void navigate({
      to: '/petugas/penduduk/$ref' as '/petugas',
      params: { ref: packet.ref } as never,
      search: { bagian: 'perekaman' } as never,
    });
  };
  const what = useWhat(statuses, lines);
  const whyOf = ({ now: at, place, recordedOn, office: recordedAt }: (typeof packets)[number]) => {
    const on = formatDateShort(recordedOn);
    const recorded = recordedAt ? say('list.recorded', { on, office: recordedAt }) : say('list.earlier', { on });
    // Where all stand at one status the heading says it.
    const status = statuses.length > 1 && say('list.status', { abbreviation: at.abbreviation, status: at.text });
    return [status, place, recorded].filter(Boolean).join(' · ');
  };
  return (
    <section>
      <div className="page-head">
        <h2 tabIndex={-1} ref={heading}>
          {say('list', { what })}
        </h2>
        <button type="button" className="btn quiet" onClick={() => setFilters({ status: undefined })}>
          {say('list.close')}
        </button>
      </div>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={8} />
      ) : (
        <>
          <WorkList
            label={say('list', { what })}
            empty={say('list.empty')}
            now={now}
            onOpen={({ key }) => open(key)}
            items={packets.map((packet) => ({
              key: packet.id,
              title: packet.name ?? say('list.elsewhere'),
              why: whyOf(packet),
              since: Date.parse(packet.since),
            }))}
          />
          <More query={query} count={PAGE} />
        </>
      )}
    </section>
  );
}

/** What the list is called: a status by its words, a whole stage or two by theirs. */
function useWhat(statuses: readonly Status[], lines: readonly Line[]): string {
  const say = useSay(texts);
  const [only] = statuses;
  if (statuses.length === 1) return lines.find(({ status }) => status === only)?.text ?? only!;
  const stages = STAGES.filter((stage) => statusesAt(stage).some((status) => statuses.includes(status)));
  return stages.map((stage) => say(`stage.${stage}`)).reduce((a, b) => say('and', { a, b }));
}
