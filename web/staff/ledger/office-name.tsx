import { useQuery } from '@tanstack/react-query';
import { getOfficeContract } from '../../../src/register/office/contract.ts';
import { useHouse } from '../house.tsx';

/** An office by its name; asked once for however many rows. */
export function OfficeName({ id }: { id: string | undefined }) {
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['office', 'name', id],
    enabled: id !== undefined,
    staleTime: Infinity,
    queryFn: async () => (await client.call(getOfficeContract, { officeId: id! })).name,
  });
  return <>{id === undefined ? '–' : (query.data ?? id.slice(-6))}</>;
}
