import { useEffect, useState } from 'react';
import type { ReceivedFile } from '../../kit/client.ts';
import { Failing } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { texts } from './words/texts.ts';

type State =
  | { readonly at: 'closed' | 'opening' }
  | { readonly at: 'open'; readonly url: string }
  | { readonly at: 'failed'; readonly error: unknown };

/** A photo that came with a report. It is not even fetched before it is asked for, as opening it is an entry in the log. */
export function ReportPhoto({ label, fetchPhoto }: { label: string; fetchPhoto: () => Promise<ReceivedFile> }) {
  const say = useSay(texts);
  const [state, setState] = useState<State>({ at: 'closed' });
  const url = state.at === 'open' ? state.url : null;
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  const open = async () => {
    if (state.at === 'opening') return;
    setState({ at: 'opening' });
    try {
      setState({ at: 'open', url: URL.createObjectURL((await fetchPhoto()).blob) });
    } catch (error) {
      setState({ at: 'failed', error });
    }
  };
  return (
    <figure className="report-photo">
      {url !== null && <img src={url} alt={label} />}
      {state.at === 'failed' && <Failing error={state.error} again={() => void open()} />}
      <figcaption>
        {url === null ? (
          <button
            type="button"
            className="btn quiet"
            aria-disabled={state.at === 'opening'}
            onClick={() => void open()}
          >
            {say(state.at === 'opening' ? 'photo.opening' : 'photo.open')}
          </button>
        ) : (
          <button type="button" className="link" onClick={() => setState({ at: 'closed' })}>
            {say('photo.hide')}
          </button>
        )}{' '}
        <span className="soft">{say('photo.recorded')}</span>
      </figcaption>
    </figure>
  );
}
