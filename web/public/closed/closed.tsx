import { sayer, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** Every public page until the first two administrators exist. */
export const Closed: PageOf<null> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function ClosedPage() {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p>{say('why')}</p>
        <a href="/siapkan">{say('setUp')}</a>
      </>
    );
  },
};
