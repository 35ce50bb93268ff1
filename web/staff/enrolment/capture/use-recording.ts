import { useCallback, useEffect, useRef, useState } from 'react';
import { itemKey, type Item } from '../../../../src/recording/biometric/schema.ts';
import { withItem, type Captured } from './captured.ts';
import { dropDraft, dropItem, keepAbout, keepItem, type Draft } from './draft.ts';

/** `broken`: this device keeps nothing, or no more; what is on the page is all there is. */
export type DraftState = 'none' | 'kept' | 'broken';

/** What was captured, and its draft on the device: written behind what is shown, one thing after the other. */
export function useRecording(draft: Draft, before: readonly Captured[]) {
  const [captured, setCaptured] = useState<readonly Captured[]>(before);
  const [state, setState] = useState<DraftState>(before.length > 0 ? 'kept' : 'none');
  const begun = useRef(before.length > 0);
  const turn = useRef(Promise.resolve());
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const behind = useCallback((write: () => Promise<void>) => {
    turn.current = turn.current.then(write).then(
      () => left.current || setState('kept'),
      () => left.current || setState('broken'),
    ) as Promise<void>;
  }, []);
  const put = useCallback(
    (item: Captured) => {
      setCaptured((all) => withItem(all, item));
      behind(async () => {
        if (!begun.current) await keepAbout(draft);
        begun.current = true;
        await keepItem(draft.id, item);
      });
    },
    [behind, draft],
  );
  const remove = useCallback(
    (item: Item) => {
      setCaptured((all) => all.filter((each) => itemKey(each) !== itemKey(item)));
      behind(() => dropItem(draft.id, item));
    },
    [behind, draft],
  );
  /** Marks the draft with the instant that its packet carries; from here on it is known whether it was sealed. */
  const mark = useCallback(
    async (capturedAt: string) => {
      await turn.current;
      await keepAbout({ ...draft, capturedAt });
    },
    [draft],
  );
  const drop = useCallback(async () => {
    await turn.current;
    await dropDraft(draft.id);
  }, [draft]);
  return { captured, state, put, remove, mark, drop };
}
