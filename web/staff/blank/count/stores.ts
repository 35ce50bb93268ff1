import { useQuery } from '@tanstack/react-query';
import { listStoresContract } from '../../../../src/cards/blank/contract.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';

export interface StoreToCount {
  readonly id: string;
  readonly name: string;
  readonly office: string;
  readonly own: boolean;
}

/** Stores that the officer may count, kept on the device by name alone so that a store without a network can be chosen. */
export function useStoresToCount() {
  const { client } = useHouse();
  const { officer, scopes } = useSession();
  const keeps = scopes.includes('blank.keep');
  const name = `jatidiri.gudang.${officer.id}`;
  return useQuery({
    queryKey: ['blank', 'stores', 'to count', keeps],
    queryFn: async ({ signal }): Promise<readonly StoreToCount[]> => {
      try {
        const { stores } = await client.call(
          listStoresContract,
          { all: keeps ? 'no' : 'yes' },
          { signal, patienceMs: 0 },
        );
        const known = stores.map(({ id, name: called, office, own }) => ({ id, name: called, office, own }));
        localStorage.setItem(name, JSON.stringify(known));
        return known;
      } catch (error) {
        const kept = localStorage.getItem(name);
        if (kept === null) throw error;
        return JSON.parse(kept) as readonly StoreToCount[];
      }
    },
  });
}
