import { sayer, useSay } from '../../kit/text.tsx';
import { NAVIGATION, useFrame } from '../frame.ts';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** The way in, until the official statement takes its place: what this is, and what anyone can do here. */
export const Front: PageOf<null> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function FrontPage() {
    const say = useSay(texts);
    const { paths } = useFrame();
    const ways = NAVIGATION.filter(({ path }) => paths.includes(path));
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <ul className="ways">
          {ways.map(({ path, title }) => (
            <li key={path}>
              <a href={path}>
                <b>{say(title)}</b>
                <span>{say(`${title}.about`)}</span>
              </a>
            </li>
          ))}
          <li>
            <a href="/masuk">
              <b>{say('staff')}</b>
              <span>{say('staff.about')}</span>
            </a>
          </li>
        </ul>
      </>
    );
  },
};
