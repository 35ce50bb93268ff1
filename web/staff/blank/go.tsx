import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';

type Search = Readonly<Record<string, string>>;

/** A link within the pages of blanks. */
export function Go({
  to,
  search,
  look,
  preload,
  children,
}: {
  to: string;
  search?: Search;
  look?: 'btn' | 'btn quiet';
  /** `false` where opening the page is an entry in the log: by a press, not because a pointer came by. */
  preload?: false;
  children: ReactNode;
}) {
  return (
    <Link
      className={look}
      to={`/petugas/blangko${to}` as '/petugas'}
      {...(search ? { search: search as never } : {})}
      {...(preload === false ? { preload } : {})}
    >
      {children}
    </Link>
  );
}

/** Goes to a page of blanks. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback((to: string) => navigate({ to: `/petugas/blangko${to}` as '/petugas' }), [navigate]);
}
