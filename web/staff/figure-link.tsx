import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inAddress } from './enrolment/filter/region-filter.tsx';

/** A figure that opens the list behind it; `what` says to whom does not see the table which list that is. */
export function FigureLink({
  to,
  of,
  shown,
  what,
}: {
  to: string;
  /** Filters of the list. */
  of: Readonly<Record<string, string>>;
  shown: ReactNode;
  what?: string;
}) {
  return (
    // A list may be a recorded look: it is opened by a press, not because a pointer came by.
    <Link to={`/petugas${to}` as '/petugas'} search={inAddress(of) as never} preload={false}>
      {shown}
      {what && <span className="unseen">, {what}</span>}
    </Link>
  );
}
