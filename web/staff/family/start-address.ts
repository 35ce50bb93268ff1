import { useQuery } from '@tanstack/react-query';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { printed } from '../register/biodata-values.ts';
import { useHouse } from '../house.tsx';
import { NO_ADDRESS, type CardAddress } from './address-fields.tsx';

interface Dwelling {
  readonly villageCode: string;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
  readonly hamlet: string | null;
  readonly postalCode?: string | null;
}

/** Where a new card begins: most who leave a card, or form their first, stay in the house. `null` while it is fetched. */
export function useStartAddress(dwelling: Dwelling | null): CardAddress | null {
  const { client } = useHouse();
  const code = dwelling?.villageCode;
  const village = useQuery({
    queryKey: ['region', 'whole', code],
    queryFn: () => client.call(findRegionContract, { code: code! }),
    enabled: code !== undefined,
    staleTime: Infinity,
  });
  if (!dwelling) return NO_ADDRESS;
  if (village.isPending) return null;
  const { address, rt, rw, hamlet, postalCode } = dwelling;
  const values = {
    address,
    rt: printed(rt),
    rw: printed(rw),
    hamlet: printed(hamlet),
    postalCode: printed(postalCode),
  };
  return { village: village.data ?? null, values };
}
