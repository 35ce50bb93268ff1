import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Status } from '../../../../src/recording/enrolment/rules.ts';
import { useSay } from '../../../kit/text.tsx';
import { inAddress } from '../filter/region-filter.tsx';
import { texts } from './texts.ts';

/** A number that opens the packets behind it, in the same place and under the same filters. */
export function ListLink({
  statuses,
  what,
  also = {},
  children,
}: {
  statuses: readonly Status[];
  what: string;
  /** More filters of the list. */
  also?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const say = useSay(texts);
  return (
    <Link
      to={'.' as '/petugas'}
      search={
        ((before: Record<string, unknown>) => inAddress({ ...before, ...also, status: statuses.join(',') })) as never
      }
      // The list is a recorded look: it is opened by a press, not because a pointer came by.
      preload={false}
      resetScroll={false}
    >
      {children}
      <span className="unseen">, {say('openList', { what })}</span>
    </Link>
  );
}
