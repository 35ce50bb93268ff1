import { useRef, useState } from 'react';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import type { Answer } from '../../../kit/client.ts';
import { FileDrop, type FileState } from '../../../kit/file-drop.tsx';
import { Problem } from '../../../kit/problem.ts';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { texts } from './texts.ts';

export const TABLES = ['.csv', '.txt', '.xlsx', '.xlsm', '.ods'] as const;
export const PICTURES = ['.jpg', '.jpeg', '.png'] as const;
/** What the server takes in one upload. */
const MOST_BYTES = 12 * 1024 * 1024;

/** A file that is sent as soon as it is chosen. The key belongs to the file: sent again after a dropped line it counts once. */
export function Upload<C extends Contract>(given: {
  contract: C;
  input: CallOf<C> | null;
  /** What is missing while there is no input yet. */
  missing?: string;
  label: string;
  hint: string;
  accept: readonly string[];
  onDone: (answer: Answer<C>) => void;
}) {
  const { contract, input, missing, label, hint, accept, onDone } = given;
  const say = useSay(texts);
  const { client } = useHouse();
  const [state, setState] = useState<FileState>({ at: 'none' });
  const key = useRef<{ file: File; key: string } | null>(null);
  const send = async (file: File) => {
    if (state.at === 'sending') return;
    const { name, size: total } = file;
    if (input === null) return setState({ at: 'refused', name, why: missing ?? '' });
    if (key.current?.file !== file) key.current = { file, key: crypto.randomUUID() };
    setState({ at: 'sending', name, sent: 0, total });
    try {
      const answer = await client.call(contract, input, {
        file,
        patienceMs: 60_000,
        idempotencyKey: key.current.key,
        onProgress: (sent, all) => setState({ at: 'sending', name, sent, total: all }),
      });
      setState({ at: 'kept', name });
      onDone(answer);
    } catch (error) {
      if (error instanceof Problem) key.current = null;
      setState({ at: 'refused', name, why: error instanceof Problem ? error.title : say('notSent') });
    }
  };
  return (
    <FileDrop
      label={label}
      hint={hint}
      accept={accept}
      mostBytes={MOST_BYTES}
      state={state}
      onFile={(file) => void send(file)}
    />
  );
}
