import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { Brand } from '../../kit/brand.tsx';
import { Failing, Forbidden, Loading } from '../../kit/states.tsx';
import { ReadingProvider, useLanguage, useSay } from '../../kit/text.tsx';
import { isFirstRun } from '../house.tsx';
import { SessionProvider, useSessionQuery, type Session } from '../session.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Navigation } from './navigation.tsx';
import { usePage, usePageChange } from './page.ts';
import { SearchBox } from './search-box.tsx';
import { texts } from './texts.ts';

/** The frame of every page for officers. Without a session it leads to the sign-in page and back to where one was going. */
export function Shell() {
  const session = useSessionQuery();
  // While the sign-in page is on its way this frame is still drawn; by then it is no longer where somebody wanted to be.
  const here = useRouterState({
    select: ({ location }) => (location.pathname.startsWith('/petugas') ? location.href : null),
  });
  if (session.data) return <SignedIn session={session.data} />;
  if (session.data === null && here === null) return null;
  if (session.data === null) return <Navigate to="/masuk" search={{ ke: here! }} replace />;
  if (isFirstRun(session.error)) return <Navigate to="/siapkan" replace />;
  return (
    <main className="page">
      {session.error ? <Failing error={session.error} again={() => void session.refetch()} /> : <Loading />}
    </main>
  );
}

function SignedIn({ session }: { session: Session }) {
  const say = useSay(texts);
  const language = useLanguage();
  const [menuOpen, setMenuOpen] = useState(false);
  const closeMenu = useCallback(() => setMenuOpen(false), []);
  usePageChange();
  useEffect(() => {
    if (!menuOpen) return;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && closeMenu();
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [menuOpen, closeMenu]);
  return (
    <SessionProvider session={session}>
      <ReadingProvider language={language} zone={session.office.zone}>
        <a className="skip" href="#isi">
          {say('shell.skip')}
        </a>
        <div className={menuOpen ? 'app menu-open' : 'app'}>
          <header className="side">
            <Link className="brand" to="/petugas">
              <Brand />
            </Link>
            <button
              type="button"
              className="btn quiet menu"
              aria-expanded={menuOpen}
              aria-controls="halaman"
              onClick={() => setMenuOpen(!menuOpen)}
            >
              {say('shell.menu')}
            </button>
            <div id="halaman" className="pages">
              <Navigation onGo={closeMenu} />
            </div>
          </header>
          <div className="body">
            <aside className="specimen">{say('shell.specimen')}</aside>
            <section className="top" aria-label={say('shell.top')}>
              <SearchBox />
              <ConnectionState />
              <AccountMenu />
            </section>
            <main id="isi" tabIndex={-1}>
              <Page scopes={session.scopes} />
            </main>
          </div>
        </div>
      </ReadingProvider>
    </SessionProvider>
  );
}

/** The page, or in its place that this officer's role does not reach it: nobody fills in a form that will be refused. */
function Page({ scopes }: { scopes: readonly string[] }) {
  const say = useSay(texts);
  const { title, scope } = usePage();
  if (!scope || scopes.includes(scope)) return <Outlet />;
  return (
    <>
      <h1 className="page-title">{title && say(title)}</h1>
      <Forbidden />
    </>
  );
}
