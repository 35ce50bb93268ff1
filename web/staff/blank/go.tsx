import { useCallback } from 'react';
import { Go as GoTo, useGo as useGoTo, type GoGiven } from '../go.tsx';

/** A link within the pages of blanks. */
export const Go = ({ to, ...given }: GoGiven) => <GoTo {...given} to={`/blangko${to}`} />;

/** Goes to a page of blanks. */
export function useGo() {
  const go = useGoTo();
  return useCallback((to: string) => go(`/blangko${to}`), [go]);
}
