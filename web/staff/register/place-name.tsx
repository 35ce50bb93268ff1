import { useQuery } from '@tanstack/react-query';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { useHouse } from '../house.tsx';

/** A village by its code as people say it; the code itself while its name is fetched, or where no list has it. */
export function PlaceName({ code }: { code: string }) {
  const { client } = useHouse();
  const { data } = useQuery({
    queryKey: ['place', code],
    staleTime: Infinity,
    retry: false,
    queryFn: () => client.call(findRegionContract, { code }),
  });
  if (!data) return code;
  return [
    data.name,
    ...data.path
      .toReversed()
      .slice(0, 2)
      .map((part) => part.name),
  ].join(', ');
}
