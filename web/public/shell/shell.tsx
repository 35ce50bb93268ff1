import type { ReactNode } from 'react';
import { Brand } from '../../kit/brand.tsx';
import { useLanguage, useSay } from '../../kit/text.tsx';
import { inLanguage, NAVIGATION, useFrame } from '../frame.ts';
import { Island } from '../island.tsx';
import { VisitorHead } from './visitor-head.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id, en };

/** Header, navigation, language and footer of every public page. */
export function PublicShell({ children }: { children: ReactNode }) {
  const say = useSay(texts);
  const frame = useFrame();
  const language = useLanguage();
  return (
    <>
      <a className="skip" href="#isi">
        {say('skip')}
      </a>
      {frame.specimen && <aside className="specimen">{say('specimen')}</aside>}
      <header className="public-head">
        <div className="page">
          <a className="brand" href="/">
            <Brand />
          </a>
          {/* On a telephone a page would begin below all of them; and whoever is signed in came for his own. */}
          <details className={frame.visitor ? undefined : 'narrow'}>
            <summary>{say('navigation')}</summary>
            <Navigation />
          </details>
          {!frame.visitor && (
            <div className="wide">
              <Navigation />
            </div>
          )}
          <LanguageSwitch />
        </div>
      </header>
      {frame.visitor && <VisitorHead kind={frame.visitor} />}
      <main className="page" id="isi" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot">
        <div className="page">
          <p>
            {say('footer.regions')}{' '}
            <a href="https://github.com/fityannugroho/idn-area-data" rel="noreferrer">
              idn-area-data
            </a>{' '}
            (Open Database License, ODbL 1.0).
          </p>
          <p>{say('footer.project')}</p>
          <div className="row">
            <a href="/masuk">{say('footer.staff')}</a>
            {frame.paths.includes('/mitra') && <a href="/mitra">{say('footer.institutions')}</a>}
            {frame.paths.includes('/status') && <a href="/status">{say('footer.status')}</a>}
            <a href={language === 'en' ? '/docs/?api=english' : '/docs/'}>{say('footer.docs')}</a>
            <Island name="theme">
              <span />
            </Island>
          </div>
        </div>
      </footer>
    </>
  );
}

function Navigation() {
  const say = useSay(texts);
  const frame = useFrame();
  return (
    <nav aria-label={say('navigation')}>
      {NAVIGATION.filter(({ path }) => frame.paths.includes(path)).map(({ path, title }) => (
        <a key={path} href={path} {...(isHere(path, frame.path) ? { 'aria-current': 'page' as const } : {})}>
          {say(title)}
        </a>
      ))}
    </nav>
  );
}

/** A code on a paper opens the page on which papers are checked. */
function isHere(path: string, here: string): boolean {
  const below = path === '/dasbor' ? '/dasbor/' : path === '/periksa-dokumen' ? '/periksa/' : null;
  return path === here || (below !== null && here.startsWith(below));
}

function LanguageSwitch() {
  const language = useLanguage();
  const frame = useFrame();
  return (
    <small className="language">
      {language === 'id' ? (
        <>
          <span>Bahasa Indonesia</span> ·{' '}
          <a href={inLanguage(frame, 'en')} lang="en" hrefLang="en">
            English
          </a>
        </>
      ) : (
        <>
          <a href={inLanguage(frame, 'id')} lang="id" hrefLang="id">
            Bahasa Indonesia
          </a>{' '}
          · <span>English</span>
        </>
      )}
    </small>
  );
}
