import { openFamilyCardPaperContract, printFamilyCardContract } from '../../../src/register/family/contract.ts';
import type { ReceivedFile } from '../../kit/client.ts';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';

/** Issues the paper of a family card and fetches it; while the card does not change it is the same paper. */
export function usePrintCard() {
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  return async (familyRef: string, because: 'current' | 'lost', idempotencyKey: string): Promise<ReceivedFile> => {
    await client.call(printFamilyCardContract, { ref: familyRef, because }, { purpose, idempotencyKey });
    return client.call(openFamilyCardPaperContract, { ref: familyRef }, { purpose });
  };
}
