import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallOf, Contract } from '../../../src/core/http/contract.ts';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';

/** How long a look is good for. */
export const KEPT_MS = 10 * 60_000;

/** The key under which a recorded look is kept. */
export function lookKey(contract: Contract, input: unknown, purpose: string) {
  return ['register', contract.path, input, purpose] as const;
}

/**
 * A look at people's data. Each one is an entry in the log that the person can read, so it is not repeated because a window
 * got the focus back or a tab was turned to and fro.
 */
export function useLook<C extends Contract>(contract: C, input: CallOf<C>, when = true) {
  const { client } = useHouse();
  const { code } = usePurpose();
  return useQuery({
    queryKey: lookKey(contract, input, code),
    queryFn: ({ signal }) => client.call(contract, input, { purpose: code, signal }),
    enabled: when,
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** After an act: what was looked at is no longer what stands there. */
export function useForgetLooks() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['register'] });
}
