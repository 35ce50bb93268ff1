import { useQuery } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import type { CallOf, Contract } from '../../src/core/http/contract.ts';
import { Failing, Loading } from '../kit/states.tsx';
import { useHouse } from './house.tsx';
import { useSession } from './session.tsx';

/** The questions of a wing's pages: what a route answers is kept under the wing's name and asked anew after every act of its pages. */
export function asking(wing: string) {
  function useAsk<C extends Contract>(contract: C, input: CallOf<C>, { again, when = true }: When = {}) {
    const { client } = useHouse();
    return useQuery({
      queryKey: [wing, contract.path, input],
      queryFn: ({ signal }) => client.call(contract, input, { signal }),
      enabled: when,
      ...(again === undefined ? {} : { refetchInterval: again }),
    });
  }
  function useRefresh() {
    const { queries } = useHouse();
    return useCallback(() => void queries.invalidateQueries({ queryKey: [wing] }), [queries]);
  }
  return { useAsk, useRefresh };
}

interface When {
  /** After so many milliseconds again. */
  readonly again?: number | undefined;
  readonly when?: boolean;
}

export function useMay(scope: string): boolean {
  return useSession().scopes.includes(scope);
}

/** The three faces of an answer: failing, on its way, here. */
export function Asked<T>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  return <Loading lines={8} />;
}
