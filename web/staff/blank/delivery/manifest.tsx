import { useRef, useState } from 'react';
import { takeManifestContract } from '../../../../src/cards/blank/contract.ts';
import { FileDrop, type FileState } from '../../../kit/file-drop.tsx';
import { Problem } from '../../../kit/problem.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import type { Delivery } from './deliveries.tsx';
import { texts } from './texts.ts';

/** What the server takes in one upload. */
const MOST_BYTES = 12 * 1024 * 1024;
const KINDS = ['.csv', '.txt', '.xlsx', '.xlsm', '.ods'];

/** The supplier's list of chip UIDs: sent with its progress; a refusal names the line that is wrong, and nothing is kept. */
export function Manifest({ delivery }: { delivery: Delivery }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const [state, setState] = useState<FileState>({ at: 'none' });
  // The key belongs to the file: sending the same one again after a dropped line takes it in once.
  const key = useRef<{ file: File; key: string } | null>(null);
  const send = async (file: File) => {
    if (state.at === 'sending') return;
    if (key.current?.file !== file) key.current = { file, key: crypto.randomUUID() };
    setState({ at: 'sending', name: file.name, sent: 0, total: file.size });
    try {
      const { uids } = await client.call(
        takeManifestContract,
        { id: delivery.id },
        {
          file,
          patienceMs: 60_000,
          idempotencyKey: key.current.key,
          onProgress: (sent, total) => setState({ at: 'sending', name: file.name, sent, total }),
        },
      );
      setState({ at: 'kept', name: file.name });
      tell('done', say('manifest.done', { n: uids }));
      await queries.invalidateQueries({ queryKey: ['blank', 'deliveries'] });
    } catch (error) {
      if (error instanceof Problem) key.current = null;
      const why = error instanceof Problem ? `${say('manifest.refused')}. ${error.title}` : say('manifest.notSent');
      setState({ at: 'refused', name: file.name, why });
    }
  };
  return (
    <>
      <h2>{say('manifest')}</h2>
      <p>{say('manifest.about')}</p>
      <FileDrop
        label={say('manifest')}
        hint={say('manifest.hint')}
        accept={KINDS}
        mostBytes={MOST_BYTES}
        state={state}
        onFile={(file) => void send(file)}
      />
    </>
  );
}
