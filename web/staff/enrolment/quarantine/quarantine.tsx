import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listQuarantineContract } from '../../../../src/recording/enrolment/contract.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useHouseNow } from '../../session.tsx';
import { useSetFilters } from '../filter/region-filter.tsx';
import { Held } from './held.tsx';
import { texts } from './texts.ts';

export type HeldPacket = AnswerOf<typeof listQuarantineContract>['packets'][number];

const KEY = ['quarantine'] as const;

/** What waits for a person's decision, the longest first; one of them opens in the same place. */
export function Quarantine() {
  const say = useSay(texts);
  const { client } = useHouse();
  const queries = useQueryClient();
  const now = useHouseNow(60_000);
  const [chosen] = useFilter('paket');
  const setFilters = useSetFilters();
  const close = () => setFilters({ paket: undefined });
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.call(listQuarantineContract, {}, { signal }),
    // Who stands in the list can see that he did.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const packets = query.data?.packets ?? [];
  const packet = packets.find(({ id }) => id === chosen);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : chosen === undefined ? (
        <WorkList
          label={say('list')}
          empty={say('empty')}
          now={now}
          onOpen={({ key }) => setFilters({ paket: key }, 'push')}
          items={packets.map((each) => ({
            key: each.id,
            title: each.name ?? say('unknown'),
            why: [...each.why.map(({ text }) => text), each.station].join(' '),
            since: Date.parse(each.openedAt),
          }))}
        />
      ) : (
        <>
          <p>
            <button type="button" className="btn quiet" onClick={close}>
              {say('back')}
            </button>
          </p>
          {packet ? (
            <Held
              key={packet.id}
              packet={packet}
              onDecided={() => {
                close();
                void queries.invalidateQueries({ queryKey: KEY });
              }}
              onGone={() => void queries.invalidateQueries({ queryKey: KEY })}
            />
          ) : (
            <div className="state-note">
              <b>{say('gone')}</b>
              <p>{say('gone.how')}</p>
            </div>
          )}
        </>
      )}
    </>
  );
}
