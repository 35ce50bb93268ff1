import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';

export interface GoGiven {
  readonly to: string;
  /** What a list keeps in its address. */
  readonly search?: Readonly<Record<string, string | undefined>>;
  readonly look?: 'btn' | 'btn quiet' | 'btn stop';
  /** `false` where opening the page is an entry in the log: by a press, not because a pointer came by. */
  readonly preload?: false;
  readonly children: ReactNode;
}

/** A link within the staff pages. */
export function Go({ to, search, look, preload, children }: GoGiven) {
  return (
    <Link
      className={look}
      to={`/petugas${to}` as '/petugas'}
      {...(search ? { search: search as never } : {})}
      {...(preload === false ? { preload } : {})}
    >
      {children}
    </Link>
  );
}

/** Goes to a staff page. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback((to: string) => navigate({ to: `/petugas${to}` as '/petugas' }), [navigate]);
}
