import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** A link within the pages of cards. */
export function Go({ to, look, children }: { to: string; look?: 'btn' | 'btn quiet'; children: ReactNode }) {
  return (
    <Link className={look} to={`/petugas/kartu${to}` as '/petugas'}>
      {children}
    </Link>
  );
}

/** Goes to a page of cards, with the part of the queue that is meant. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback(
    (to: string, tahap?: string) =>
      navigate({ to: `/petugas/kartu${to}` as '/petugas', search: (tahap ? { tahap } : {}) as never }),
    [navigate],
  );
}

/** A page of one card or request: its heading and the way back. */
export function CardPage({ title, children }: { title: string; children: ReactNode }) {
  const say = useSay(texts);
  return (
    <>
      <p className="no-print">
        <Go to="">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
