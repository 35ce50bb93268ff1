import { useCallback, useRef, useState } from 'react';
import type { CallOf, Contract } from '../../src/core/http/contract.ts';
import type { Answer, CallOptions, Client } from './client.ts';
import { NotReached, Problem } from './problem.ts';

export type ActState =
  | { readonly at: 'rest' | 'sending' | 'done' }
  | { readonly at: 'refused'; readonly problem: Problem }
  | { readonly at: 'notReached' };

export interface ActOptions extends CallOptions {
  /** For putting the server's faults beside their fields. */
  readonly onRefused?: (problem: Problem) => void;
}

/**
 * One act of a form. The `Idempotency-Key` belongs to what is being sent: pressing again after a dropped line sends the
 * same act, changing the form makes it another.
 */
export function useAct<C extends Contract>(client: Client, contract: C) {
  const [state, setState] = useState<ActState>({ at: 'rest' });
  const kept = useRef<{ key: string; of: string } | null>(null);
  const run = useCallback(
    async (input: CallOf<C>, options: ActOptions = {}): Promise<Answer<C> | null> => {
      const of = JSON.stringify(input);
      if (kept.current?.of !== of) kept.current = { key: crypto.randomUUID(), of };
      setState({ at: 'sending' });
      try {
        const answer = await client.call(contract, input, {
          ...options,
          // A caller who must survive a reload keeps the key himself.
          idempotencyKey: options.idempotencyKey ?? kept.current.key,
        });
        kept.current = null;
        setState({ at: 'done' });
        return answer;
      } catch (error) {
        if (error instanceof Problem) {
          // A refusal is stored under its key; the next try is a new act.
          kept.current = null;
          setState({ at: 'refused', problem: error });
          options.onRefused?.(error);
        } else if (error instanceof NotReached) setState({ at: 'notReached' });
        else {
          setState({ at: 'rest' });
          throw error;
        }
        return null;
      }
    },
    [client, contract],
  );
  const reset = useCallback(() => setState({ at: 'rest' }), []);
  return { state, run, reset };
}
