import { openPhotoContract } from '../../../../src/recording/enrolment/contract.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { Problem } from '../../../kit/problem.ts';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { useSession } from '../../session.tsx';

/** Fetches the face of the person when somebody who may asks for it, under the purpose of the page; each time is an entry. */
export function useAskPhoto({ ref, erased }: PersonView): (() => Promise<Blob | null>) | undefined {
  const { client } = useHouse();
  const { scopes } = useSession();
  const { code: purpose } = usePurpose();
  if (erased || !scopes.includes('enrolment.image')) return undefined;
  return async () => {
    try {
      return (await client.call(openPhotoContract, { ref }, { purpose })).blob;
    } catch (error) {
      if (error instanceof Problem && error.code === 'enrolment.image_not_found') return null;
      throw error;
    }
  };
}
