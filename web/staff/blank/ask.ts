import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallOf, Contract } from '../../../src/core/http/contract.ts';
import { useHouse } from '../house.tsx';

/** What a route of blanks answers; asked anew after every act of these pages. */
export function useAskBlanks<C extends Contract>(contract: C, input: CallOf<C>, when = true) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['blank', contract.path, input],
    queryFn: ({ signal }) => client.call(contract, input, { signal }),
    enabled: when,
  });
}

export function useRefreshBlanks() {
  const { queries } = useHouse();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['blank'] }), [queries]);
}
