import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listOnTheWayContract, listPrintsContract } from '../../../src/cards/card/check/contract.ts';
import { listHereContract, listRequestsContract } from '../../../src/cards/card/contract.ts';
import { useHouse } from '../house.tsx';

/** Each list is a look that those on it can read, so it is not repeated because a window got the focus back. */
const CALM = { staleTime: 30_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** Who waits here for a card, in the order in which blanks are given out. */
export function useRequests() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['card', 'requests'],
    queryFn: ({ signal }) => client.call(listRequestsContract, { limit: 200 }, { signal }),
    ...CALM,
  });
}

/** The cards that lie here, or one of them. */
export function useHere(card?: string) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['card', 'here', card ?? 'all'],
    queryFn: ({ signal }) => client.call(listHereContract, card ? { card } : {}, { signal }),
    ...CALM,
  });
}

/** What is between this office and another. */
export function useOnTheWay() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['card', 'way'],
    queryFn: ({ signal }) => client.call(listOnTheWayContract, {}, { signal }),
    ...CALM,
  });
}

/** Where prints wait for a check; of the office that is named its prints too. */
export function usePrints(office: string | undefined) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['card', 'prints', office ?? 'none'],
    queryFn: ({ signal }) => client.call(listPrintsContract, office ? { office } : {}, { signal }),
    ...CALM,
  });
}

/** After an act: what stood in the lists and on people's pages is no longer so. */
export function useForgetCards() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['card', 'register', 'work', 'blank'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
