import { useCallback } from 'react';
import { findRegionContract, listRegionsContract } from '../../src/register/region/contract.ts';
import type { Level } from '../../src/register/region/rules.ts';
import { Problem } from '../kit/problem.ts';
import { useHouse } from './house.tsx';
import { useSession } from './session.tsx';

/** Finds regions for the picker, of one level when given. */
export function useRegionSearch(level?: Level) {
  const { client } = useHouse();
  return useCallback(
    async (search: string, signal: AbortSignal) =>
      (await client.call(listRegionsContract, { search, ...(level ? { level } : {}) }, { signal })).regions,
    [client, level],
  );
}

const PROVINCE_OR_REGENCY = ['province', 'regency'] as const;

/** Provinces and regencies, asked for level by level: among all levels villages of the same name would take their places in the list. */
export function useProvinceOrRegencySearch(within?: string) {
  const { client } = useHouse();
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const asked = { search, ...(within ? { parent: within } : {}) };
      const found = await Promise.all(
        PROVINCE_OR_REGENCY.map((level) => client.call(listRegionsContract, { ...asked, level }, { signal })),
      );
      return found.flatMap(({ regions }) => regions);
    },
    [client, within],
  );
}

/** Villages of the officer's own region, where he may register people; of the nation only when none of his matches. */
export function useOwnVillageSearch() {
  const { client } = useHouse();
  const own = useSession().office.regionCode;
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const asked = { search, level: 'village' } as const;
      if (own) {
        const { regions } = await client.call(listRegionsContract, { ...asked, parent: own }, { signal });
        if (regions.length > 0) return regions;
      }
      return (await client.call(listRegionsContract, asked, { signal })).regions;
    },
    [client, own],
  );
}

/** The name of a district by the six digits with which a NIK begins, former districts too. */
export function useDistrictName() {
  const { client, queries } = useHouse();
  return useCallback(
    (code: string) =>
      queries.fetchQuery({
        queryKey: ['region', code],
        staleTime: Infinity,
        queryFn: async () => {
          try {
            return (await client.call(findRegionContract, { code })).name;
          } catch (error) {
            if (error instanceof Problem && error.status === 404) return null;
            throw error;
          }
        },
      }),
    [client, queries],
  );
}
