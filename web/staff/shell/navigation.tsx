import { Link } from '@tanstack/react-router';
import { useSay } from '../../kit/text.tsx';
import { GROUPS, openTo, type Page } from '../screens.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** Whether other pages of the list lie below this one: then it is marked for itself only. */
const holdsOthers = (path: string, pages: readonly Page[]) => pages.some((page) => page.path.startsWith(`${path}/`));

/** The first-level pages that exist and that this officer may open, by group. */
export function Navigation({ onGo }: { onGo: () => void }) {
  const say = useSay(texts);
  const pages = openTo(useSession().scopes);
  return (
    <nav aria-label={say('shell.navigation')}>
      {GROUPS.map((group) => {
        const inGroup = pages.filter((page) => page.group === group);
        if (inGroup.length === 0) return null;
        return (
          <section key={group}>
            <h2 id={`nav-${group}`}>{say(`group.${group}`)}</h2>
            <ul aria-labelledby={`nav-${group}`}>
              {inGroup.map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path}
                    onClick={onGo}
                    activeOptions={{ exact: holdsOthers(page.path, pages), includeSearch: false }}
                  >
                    {say(page.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
