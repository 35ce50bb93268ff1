import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failing, Loading } from '../../kit/states.tsx';
import { WorkList, type WorkItem } from '../../kit/work-list.tsx';
import { useFilter } from '../address.ts';
import { useHouseNow } from '../session.tsx';
import { useSetFilters } from './filter/region-filter.tsx';

/** What a desk says of itself, and of a packet that somebody else has dealt with meanwhile. */
type DeskWord = 'title' | 'about' | 'list' | 'empty' | 'back' | 'gone' | 'gone.how';

/** The packets that wait for somebody, the longest first; one of them opens in the same place and stays in the address. */
export function Desk<Packet extends { readonly id: string }>(given: {
  say: (word: DeskWord) => string;
  /** Names the list in the cache. */
  name: string;
  load: (signal: AbortSignal) => Promise<readonly Packet[]>;
  item: (packet: Packet) => Omit<WorkItem, 'key'>;
  open: (packet: Packet, desk: { close: () => void; again: () => Promise<unknown> }) => ReactNode;
}) {
  const { say, name, load, item, open } = given;
  const queries = useQueryClient();
  const now = useHouseNow(60_000);
  const [chosen] = useFilter('paket');
  const setFilters = useSetFilters();
  const close = () => setFilters({ paket: undefined });
  const again = () => queries.invalidateQueries({ queryKey: [name] });
  const query = useQuery({
    queryKey: [name],
    queryFn: ({ signal }) => load(signal),
    // Who stands in the list can see that he did.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const packets = query.data ?? [];
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
          items={packets.map((each) => ({ key: each.id, ...item(each) }))}
        />
      ) : (
        <>
          <p>
            <button type="button" className="btn quiet" onClick={close}>
              {say('back')}
            </button>
          </p>
          {packet ? (
            open(packet, { close, again })
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
