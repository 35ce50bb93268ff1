import { useRef, useState } from 'react';
import type { ReceivedFile } from '../../../kit/client.ts';
import { NotReached } from '../../../kit/problem.ts';
import { Failing } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Issues a paper and hands it to the browser as a file; a second press while it is made does nothing. */
export function PaperButton({
  label,
  of,
  look = 'link',
  fetchPaper,
}: {
  label: string;
  /** Which paper, for whom the place of the button does not tell. */
  of?: string;
  look?: 'link' | 'btn quiet' | 'btn plain';
  /** Given the act's key, which stays the same until the paper is there. */
  fetchPaper: (idempotencyKey: string) => Promise<ReceivedFile>;
}) {
  const say = useSay(texts);
  const [state, setState] = useState<{ at: 'rest' | 'making' | 'there' } | { at: 'failed'; error: unknown }>({
    at: 'rest',
  });
  const key = useRef<string | null>(null);
  const press = async () => {
    if (state.at === 'making') return;
    key.current ??= crypto.randomUUID();
    setState({ at: 'making' });
    try {
      save(await fetchPaper(key.current));
      setState({ at: 'there' });
      key.current = null;
    } catch (error) {
      setState({ at: 'failed', error });
      // Nobody knows whether it was issued: the next press asks for the same one. A refusal is an answer.
      if (!(error instanceof NotReached)) key.current = null;
    }
  };
  return (
    <>
      <button type="button" className={look} aria-disabled={state.at === 'making'} onClick={() => void press()}>
        {label}
        {of && <span className="unseen">: {of}</span>}
      </button>{' '}
      <span role="status" className="soft">
        {state.at === 'making' && say('making')}
        {state.at === 'there' && say('there')}
      </span>
      {state.at === 'failed' && <Failing error={state.error} again={() => void press()} />}
    </>
  );
}

function save({ name, blob }: ReceivedFile) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Long enough for the browser to have taken it, short enough that a person's paper does not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
