import type { ReactNode } from 'react';
import { Problem } from './problem.ts';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';

/** Nothing here yet: `will` says what will appear, `how` (a link or a button) how to make it appear. */
export function Empty({ will, how }: { will: string; how?: ReactNode }) {
  return (
    <div className="state-note empty">
      <p>{will}</p>
      {how && <div>{how}</div>}
    </div>
  );
}

/** Keeps the place of what is being fetched: `lines` rules of the height of text. Said to a screen reader once. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const say = useSay(texts);
  return (
    <div className="loading" role="status">
      <span className="unseen">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What failed, in the server's words when it spoke; what is safe; and a way to try again. */
export function Failing({ error, safe, again }: { error: unknown; safe?: string; again?: () => void }) {
  const say = useSay(texts);
  const problem = error instanceof Problem ? error : null;
  if (problem?.status === 403) return <Forbidden problem={problem} />;
  return (
    <div className="state-note stopped" role="alert">
      <b>{problem?.title ?? say('failing.title')}</b>
      {!problem && <p>{say('failing.noAnswer')}</p>}
      {problem?.detail && <p>{problem.detail}</p>}
      {(safe || !problem) && <p>{safe ?? say('failing.safe')}</p>}
      {problem?.requestId && (
        <p className="soft">
          {say('failing.request')} <span className="mono">{problem.requestId}</span>
        </p>
      )}
      {again && (
        <button type="button" className="btn quiet" onClick={again}>
          {say('again')}
        </button>
      )}
    </div>
  );
}

/** The page cannot reach the centre: since when, and what waits. */
export function Offline({ since, waits, now }: { since: number; waits: number; now: number }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <div className="state-note waiting" role="status">
      <b>{say('offline.title')}</b>
      <p>
        {say('offline.since', { age: format.age(since, now) })} {say('offline.waits', { count: waits })}
      </p>
    </div>
  );
}

/** A page or list that this officer may not see: which right is missing and who can grant it. */
export function Forbidden({ problem }: { problem?: Problem }) {
  const say = useSay(texts);
  return (
    <div className="state-note sealed" role="alert">
      <b>{problem?.title ?? say('forbidden.title')}</b>
      <p>{problem?.detail ?? say('forbidden.how')}</p>
    </div>
  );
}
