import { useState } from 'react';
import { listExtractsContract } from '../../../../src/sharing/voter/contract.ts';
import { useAsk } from '../ask.ts';

/** Asked again while a list is in the making. */
export function useLists(id: string) {
  const [making, setMaking] = useState(false);
  const query = useAsk(listExtractsContract, { id }, making ? { again: 3_000 } : {});
  const now = query.data?.extracts[0]?.state === 'ORDERED';
  if (now !== making) setMaking(now);
  return query;
}
