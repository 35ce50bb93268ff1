import { useCallback, useEffect, useState } from 'react';
import type { SpanText } from '../../../src/cards/blank/schema.ts';
import { useHouse } from '../house.tsx';

const KEY = ['blank-carried'] as const;

/** Takes serials along to the next form. Not in the address: whoever traces a piece leaves no list of what he asked. */
export function useCarry() {
  const { queries } = useHouse();
  return useCallback((spans: readonly SpanText[]) => void queries.setQueryData(KEY, spans), [queries]);
}

/** What was taken along to this form, once. */
export function useCarried(): readonly SpanText[] {
  const { queries } = useHouse();
  const [spans] = useState(() => queries.getQueryData<readonly SpanText[]>(KEY) ?? []);
  useEffect(() => queries.removeQueries({ queryKey: KEY }), [queries]);
  return spans;
}
