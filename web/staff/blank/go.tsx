import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';

type Search = Readonly<Record<string, string>>;

/** A link within the pages of blanks. */
export function Go({
  to,
  search,
  look,
  children,
}: {
  to: string;
  search?: Search;
  look?: 'btn' | 'btn quiet';
  children: ReactNode;
}) {
  return (
    <Link className={look} to={`/petugas/blangko${to}` as '/petugas'} {...(search ? { search: search as never } : {})}>
      {children}
    </Link>
  );
}

/** Goes to a page of blanks. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback((to: string) => navigate({ to: `/petugas/blangko${to}` as '/petugas' }), [navigate]);
}
