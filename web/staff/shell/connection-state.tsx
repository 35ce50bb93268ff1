import { useEffect } from 'react';
import { useNow } from '../../kit/now.ts';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { CountsInBar } from '../blank/count/in-bar.tsx';
import { OutboxInBar } from '../enrolment/outbox/background.tsx';
import { useConnection, useHouse } from '../house.tsx';
import { texts } from './texts.ts';

const ASK_AGAIN_MS = 5_000;

/** Whether the centre is reached, and what has not been sent, with its age. Always in sight, also when all is well. */
export function ConnectionState() {
  const say = useSay(texts);
  const format = useFormat();
  const state = useConnection();
  const now = useNow(state.lostSince !== null || state.unsent.length > 0 ? 1_000 : 60_000);
  useAskAgain();
  const unsent = state.unsent.filter((call) => call.writes);
  const oldest = Math.min(...unsent.map((call) => call.since));
  return (
    <div className="row" role="status">
      {state.lostSince === null ? (
        <Tag standing="done">{say('shell.connected')}</Tag>
      ) : (
        <Tag standing="stopped">{say('shell.lost', { age: format.age(state.lostSince, now) })}</Tag>
      )}
      <OutboxInBar />
      <CountsInBar />
      {unsent.length > 0 && (
        <Tag standing="waiting">{say('shell.unsent', { count: unsent.length, age: format.age(oldest, now) })}</Tag>
      )}
    </div>
  );
}

// While the line is down nothing else may be asking; somebody has to notice that it is back.
function useAskAgain() {
  const { connection } = useHouse();
  const lost = useConnection().lostSince !== null;
  useEffect(() => {
    const drop = () => connection.lost(Date.now());
    addEventListener('offline', drop);
    if (!lost) return () => removeEventListener('offline', drop);
    const ask = () => {
      fetch('/healthz', { cache: 'no-store' }).then(
        () => connection.reached(),
        () => {},
      );
    };
    const timer = setInterval(ask, ASK_AGAIN_MS);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
      removeEventListener('offline', drop);
    };
  }, [connection, lost]);
}
