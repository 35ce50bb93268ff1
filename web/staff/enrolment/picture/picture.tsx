import { useEffect, useState } from 'react';
import { openImageContract } from '../../../../src/recording/enrolment/contract.ts';
import type { Item } from '../../../../src/recording/biometric/schema.ts';
import { Failing } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { useItemWords } from '../item/words.ts';
import { texts } from './texts.ts';

type State =
  | { readonly at: 'closed' | 'opening' }
  | { readonly at: 'open'; readonly url: string }
  | { readonly at: 'failed'; readonly error: unknown };

/** One recorded picture. It is not even fetched before it is asked for; opening it is an entry with the purpose of the page. */
export function Picture({ packetId, item, name }: { packetId: string; item: Item; name: string }) {
  const say = useSay(texts);
  const words = useItemWords();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const [state, setState] = useState<State>({ at: 'closed' });
  const url = state.at === 'open' ? state.url : null;
  // What was looked at does not stay in the memory of the page.
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  const label = words.item(item);
  const open = async () => {
    if (state.at === 'opening') return;
    setState({ at: 'opening' });
    try {
      const { modality, position } = item;
      const { blob } = await client.call(openImageContract, { id: packetId, modality, position }, { purpose });
      setState({ at: 'open', url: URL.createObjectURL(blob) });
    } catch (error) {
      setState({ at: 'failed', error });
    }
  };
  return (
    <figure className={`recorded ${item.modality}`}>
      {url === null ? (
        <div className="veil">{say('closed')}</div>
      ) : (
        <img src={url} alt={say('of', { item: label, name })} />
      )}
      <figcaption>
        {label}
        {state.at === 'failed' && <Failing error={state.error} again={() => void open()} />}
        {url === null ? (
          <button type="button" className="link" aria-disabled={state.at === 'opening'} onClick={() => void open()}>
            {say(state.at === 'opening' ? 'opening' : 'open')}
            <span className="unseen">: {label}</span>
          </button>
        ) : (
          <button type="button" className="link" onClick={() => setState({ at: 'closed' })}>
            {say('hide')}
            <span className="unseen">: {label}</span>
          </button>
        )}
      </figcaption>
    </figure>
  );
}

/** All pictures of a packet, each closed until asked for, and what opening one means. */
export function Pictures({ packetId, items, name }: { packetId: string; items: readonly Item[]; name: string }) {
  const say = useSay(texts);
  return (
    <>
      <p className="soft">{say('recorded')}</p>
      <div className="pictures">
        {items.map((item) => (
          <Picture key={`${item.modality}:${item.position}`} packetId={packetId} item={item} name={name} />
        ))}
      </div>
    </>
  );
}
