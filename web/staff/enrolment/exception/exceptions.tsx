import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listExceptionsContract } from '../../../../src/recording/enrolment/contract.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { FixedPurpose } from '../../purpose/purpose.tsx';
import { useHouseNow } from '../../session.tsx';
import { useSetFilters } from '../filter/region-filter.tsx';
import { Excepted } from './excepted.tsx';
import { texts } from './texts.ts';

export type Packet = AnswerOf<typeof listExceptionsContract>['packets'][number];

const KEY = ['exceptions'] as const;

/** What waits for another officer's eyes, the oldest first; one of them opens in the same place. */
export function Exceptions() {
  const say = useSay(texts);
  const { client } = useHouse();
  const queries = useQueryClient();
  const now = useHouseNow(60_000);
  const [chosen] = useFilter('paket');
  const setFilters = useSetFilters();
  const close = () => setFilters({ paket: undefined });
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.call(listExceptionsContract, {}, { signal }),
    // Who stands in the list can see that he did.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const packets = query.data?.packets ?? [];
  const packet = packets.find(({ id }) => id === chosen);
  const decided = () => queries.invalidateQueries({ queryKey: KEY });
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
            title: each.name,
            why: say('why', {
              count: each.exceptions.filter(({ approved }) => !approved).length,
              place: each.place,
              office: each.office ?? say('elsewhere'),
            }),
            since: Date.parse(each.since),
            tag: each.own && <Tag standing="sealed">{say('own')}</Tag>,
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
            <FixedPurpose code="verification">
              <Excepted key={packet.id} packet={packet} onChange={decided} onEnd={close} />
            </FixedPurpose>
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
