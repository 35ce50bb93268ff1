import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { standingShape } from '../../../../src/recording/enrolment/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { PATHS } from './paths.ts';
import { texts } from './texts.ts';

type Standing = Pick<z.output<typeof standingShape>, 'why' | 'whyText' | 'wayText'>;

/** Who may not be recorded now, why, and the right way: never a dead end. */
export function Blocked({ standing, personRef, name }: { standing: Standing; personRef: string; name?: string }) {
  const say = useSay(texts);
  const { why, whyText, wayText } = standing;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {name ?? say('title')}
      </h1>
      <div className="state-note stopped" role="alert">
        <b>{say('blocked')}</b>
        {whyText && <p>{whyText}</p>}
        {wayText && <p>{wayText}</p>}
      </div>
      <div className="row">
        {why === 'move_underway' && (
          <Link className="btn" to={PATHS.moves}>
            {say('toMoves')}
          </Link>
        )}
        <Link
          className={why === 'move_underway' ? 'btn quiet' : 'btn'}
          to={PATHS.person}
          params={{ ref: personRef } as never}
        >
          {say('toPerson')}
        </Link>
        <Link className="btn quiet" to={PATHS.queue}>
          {say('toQueue')}
        </Link>
      </div>
    </>
  );
}
