import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link within the staff pages; `search` is what a list keeps in its address. */
export function Go({
  to,
  search,
  look,
  children,
}: {
  to: string;
  search?: Readonly<Record<string, string | undefined>>;
  look?: 'btn' | 'btn quiet' | 'btn stop';
  children: ReactNode;
}) {
  return (
    <Link className={look} to={`/petugas${to}` as '/petugas'} {...(search ? { search: search as never } : {})}>
      {children}
    </Link>
  );
}
