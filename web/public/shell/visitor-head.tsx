import { useSay } from '../../kit/text.tsx';
import { useFrame, VISITOR_NAVIGATION, type VisitorKind } from '../frame.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** The pages of whoever is signed in, and the way out: on a shared telephone that is the most important button. */
export function VisitorHead({ kind }: { kind: VisitorKind }) {
  const say = useSay(texts);
  const frame = useFrame();
  const { name, signOut, entries } = VISITOR_NAVIGATION[kind];
  return (
    <div className="visitor-head">
      <div className="page">
        <nav aria-label={say(name)}>
          {entries
            .filter(({ path }) => frame.paths.includes(path))
            .map(({ path, title }) => (
              <a key={path} href={path} {...(path === frame.path ? { 'aria-current': 'page' as const } : {})}>
                {say(title)}
              </a>
            ))}
        </nav>
        <form method="post" action={signOut}>
          <button type="submit">{say('visitor.sign_out')}</button>
        </form>
      </div>
    </div>
  );
}
