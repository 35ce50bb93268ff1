import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { useHouse } from '../../house.tsx';

export { Asked, useMay } from '../../disposal/form/ask.tsx';
export { Go } from './go.tsx';

/** What a route of partners answers; asked anew after every act of these pages. */
export function useAsk<C extends Contract>(contract: C, input: CallOf<C>, again?: number) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['partner', contract.path, input],
    queryFn: ({ signal }) => client.call(contract, input, { signal }),
    ...(again === undefined ? {} : { refetchInterval: again }),
  });
}

export function useRefresh() {
  const { queries } = useHouse();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['partner'] }), [queries]);
}

export function useGo() {
  const navigate = useNavigate();
  return useCallback((to: string) => void navigate({ to: `/petugas${to}` as '/petugas' }), [navigate]);
}
