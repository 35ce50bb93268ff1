import { Link } from '@tanstack/react-router';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import { Failing } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { usePersonAtHand } from '../register/person-at-hand.ts';
import { personLine } from '../register/picker/person-field.tsx';
import { GROUPS } from './fields.ts';
import { PURPOSE } from './parts.tsx';
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
      <AtHand />
      {(['vital', 'residence'] as const).map((group) => (
        <section key={group} className="kinds">
          <h2>{say(`group.${group}`)}</h2>
          <p className="soft">{say(`group.${group}.about`)}</p>
          <ul>
            {GROUPS[group].map((kind) => {
              const days: number | null = DEADLINES[kind];
              return (
                <li key={kind}>
                  <Link
                    to={'/petugas/peristiwa-baru/$kind' as '/petugas'}
                    params={{ kind } as never}
                    search={true as never}
                  >
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

/** Whose page the officer came from: every kind begins with that person. */
function AtHand() {
  const say = useSay(texts);
  const { ref, picked, error, again } = usePersonAtHand('orang', PURPOSE);
  if (ref === undefined) return null;
  if (error) return <Failing error={error} again={again} />;
  return (
    <div className="note">
      <b>{say('choose.about', { name: picked?.name ?? '' })}</b>
      <p>
        {picked && personLine(picked)}{' '}
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref } as never}>
          {say('choose.back')}
        </Link>
      </p>
    </div>
  );
}
