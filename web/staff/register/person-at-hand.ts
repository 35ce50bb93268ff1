import { useQuery } from '@tanstack/react-query';
import { openPersonContract } from '../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { keptPurpose } from '../purpose/kept.ts';
import { useSession } from '../session.tsx';
import type { Picked } from './picker/person-field.tsx';
import { KEPT_MS, lookKey } from './recorded.ts';

/**
 * The person whom an address brings along (`?orang=`), so that a form begins with him. He is opened under the purpose that
 * was stated for him: going on from his page is no second look. `otherwise` is the form's own purpose.
 */
export function usePersonAtHand(filter: string, otherwise: string) {
  const { client } = useHouse();
  const { officer } = useSession();
  const [ref] = useFilter(filter);
  const purpose = (ref && keptPurpose(officer.id, ref)) ?? otherwise;
  const query = useQuery({
    queryKey: lookKey(openPersonContract, { ref }, purpose),
    queryFn: ({ signal }) => client.call(openPersonContract, { ref: ref! }, { purpose, signal }),
    enabled: ref !== undefined,
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return {
    ref,
    purpose,
    person: query.data ?? null,
    picked: query.data ? pickedOf(query.data) : null,
    /** Whether the form may begin: nobody is brought along, or he is here. */
    ready: ref === undefined || query.data !== undefined,
    error: query.error,
    again: () => void query.refetch(),
  };
}

function pickedOf({ ref, name, nik, birthDate, sex, villageCode, place }: PersonView): Picked {
  return {
    ref,
    name,
    nik,
    birthDate,
    sex,
    villageCode,
    place: place.map((part) => part.name).join(', '),
    masked: false,
  };
}
