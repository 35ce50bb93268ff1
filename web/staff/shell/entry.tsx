import { Outlet } from '@tanstack/react-router';
import { Brand } from '../../kit/brand.tsx';
import { useSay } from '../../kit/text.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { usePageChange } from './page.ts';
import { texts } from './texts.ts';

/** The frame of the pages before signing in: nothing but the one thing to do. */
export function Entry() {
  const say = useSay(texts);
  usePageChange();
  return (
    <div className="entry">
      <aside className="specimen">{say('shell.specimen')}</aside>
      <header>
        <a className="brand" href="/">
          <Brand />
        </a>
        <LanguageChoice />
      </header>
      <main>
        <Outlet />
      </main>
    </div>
  );
}
