import { useState } from 'react';
import { useNow } from '../../kit/now.ts';
import type { Problem } from '../../kit/problem.ts';
import { useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** The growing delay after failed tries: how many seconds are left, counted down, and when one may try again. */
export function Wait({ problem }: { problem: Problem }) {
  const say = useSay(texts);
  const now = useNow(1_000);
  const [since, setSince] = useState({ problem, at: now });
  if (since.problem !== problem) setSince({ problem, at: now });
  const left = Math.max(0, (problem.retryAfterSeconds ?? 0) - Math.floor((now - since.at) / 1000));
  return (
    <div className="note waiting" role="alert">
      {/* Read out once; the number that changes each second is for the eyes. */}
      <p className="unseen">{problem.title}</p>
      <p aria-hidden="true">{left > 0 ? say('wait', { seconds: left }) : say('wait.over')}</p>
    </div>
  );
}
