import { useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** What is left when a screen itself breaks: which work is safe, and the way back. */
export function Crashed() {
  const say = useSay(texts);
  return (
    <div className="state-note stopped" role="alert">
      <b>{say('crashed.title')}</b>
      <p>{say('crashed.safe')}</p>
      <button type="button" className="btn quiet" onClick={() => location.reload()}>
        {say('crashed.again')}
      </button>
    </div>
  );
}
