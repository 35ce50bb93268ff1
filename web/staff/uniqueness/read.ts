import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { openPairContract } from '../../../src/recording/uniqueness/contract.ts';
import { lookKey } from '../register/recorded.ts';

export type Pair = AnswerOf<typeof openPairContract>;
export type PairSide = Pair['sides'][number];
export type Side = PairSide['side'];

/** The purpose of every look here: to examine what may be a duplicate is the work itself. */
export const PURPOSE = 'duplicate';

/** After an act the pair is read anew, and the lists; pictures that are open stay open, for each opening is a look. */
export function useReadAgain(id: string) {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['pairs'] });
    void queries.invalidateQueries({ queryKey: ['work'] });
    await queries.invalidateQueries({ queryKey: lookKey(openPairContract, { id }, PURPOSE) });
  };
}
