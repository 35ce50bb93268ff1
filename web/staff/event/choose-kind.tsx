import { Link } from '@tanstack/react-router';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import { useSay } from '../../kit/text.tsx';
import { GROUPS } from './fields.ts';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

/** What is being reported: the kinds in the law's two groups, each with what it leads to and within how many days. */
export function ChooseKind() {
  const say = useSay(texts);
  const words = useEventWords();
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('choose.title')}
      </h1>
      <p className="lead">{say('choose.lead')}</p>
      {(['vital', 'residence'] as const).map((group) => (
        <section key={group} className="kinds">
          <h2>{say(`group.${group}`)}</h2>
          <p className="soft">{say(`group.${group}.about`)}</p>
          <ul>
            {GROUPS[group].map((kind) => {
              const days: number | null = DEADLINES[kind];
              return (
                <li key={kind}>
                  <Link to={'/petugas/peristiwa-baru/$kind' as '/petugas'} params={{ kind } as never}>
                    {words.kind(kind)}
                  </Link>
                  <span>{say(`leads.${kind}`)}</span>
                  <span className="soft">{days === null ? say('withinNone') : say('within', { days })}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
