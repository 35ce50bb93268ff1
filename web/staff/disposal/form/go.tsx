import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link within the pages of disposal. */
export function Go({ to, look, children }: { to: string; look?: 'btn' | 'btn quiet'; children: ReactNode }) {
  return (
    <Link className={look} to={`/petugas${to}` as '/petugas'}>
      {children}
    </Link>
  );
}
