import { useFormat, useSay } from '../../../kit/text.tsx';
import type { Coverage, Figure } from './coverage.tsx';
import { PeopleLink } from './people-link.tsx';
import { texts } from './texts.ts';

/** Percent, numerator and denominator, each opening into its people. */
export function Headline({ coverage, before }: { coverage: Coverage; before: Coverage | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const change = useChange();
  const name = coverage.name ?? say('nation');
  const { numerator, denominator, percent } = coverage;
  const since = before && format.date(before.asOf);
  return (
    <>
      <h2>{say('coverage', { name })}</h2>
      <dl className="figures">
        <div>
          <dt>{say('table.percent')}</dt>
          <dd>{percent === null ? '–' : format.percent(percent)}</dd>
          {percent === null && <dd className="note-line">{say('noPercent')}</dd>}
          {before && since && <dd className="note-line">{change(coverage, before, since)}</dd>}
        </div>
        <div>
          <dt>{say('numerator')}</dt>
          <dd>
            <PeopleLink
              of={{ rekam: 'sudah' }}
              what={say('open.recorded', { name })}
              n={numerator}
              coverage={coverage}
            />
          </dd>
        </div>
        <div>
          <dt>{say('denominator')}</dt>
          <dd>{format.number(denominator)}</dd>
        </div>
        <div>
          <dt>{say('unrecorded')}</dt>
          <dd>
            <PeopleLink
              of={{}}
              what={say('open.unrecorded', { name })}
              n={denominator - numerator}
              coverage={coverage}
            />
          </dd>
        </div>
      </dl>
    </>
  );
}

/** Apart from the figure, as they are in neither of its two numbers. */
export function FirstVoters({ coverage }: { coverage: Coverage }) {
  const say = useSay(texts);
  const format = useFormat();
  const name = coverage.name ?? say('nation');
  const { firstVoters, firstVotersRecorded } = coverage;
  return (
    <section>
      <h2>{say('firstVoters')}</h2>
      <p className="soft">{say('firstVoters.about')}</p>
      <dl className="figures counts">
        <div>
          <dt>{say('firstVoters.all')}</dt>
          <dd>{format.number(firstVoters)}</dd>
        </div>
        <div>
          <dt>{say('firstVoters.recorded')}</dt>
          <dd>
            <PeopleLink
              of={{ siapa: 'pemula', rekam: 'sudah' }}
              what={say('open.recorded', { name })}
              n={firstVotersRecorded}
              coverage={coverage}
            />
          </dd>
        </div>
        <div>
          <dt>{say('firstVoters.left')}</dt>
          <dd>
            <PeopleLink
              of={{ siapa: 'pemula' }}
              what={say('open.unrecorded', { name })}
              n={firstVoters - firstVotersRecorded}
              coverage={coverage}
            />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** "naik 0,12 poin persen sejak 1 Januari 2018": the difference of the percentages as they are shown. */
function useChange() {
  const say = useSay(texts);
  const format = useFormat();
  return (now: Figure, then: Figure, since: string): string => {
    const points = pointsBetween(now, then);
    if (points === null) return say('incomparable', { since });
    if (points === 0) return say('same', { since });
    return say(points > 0 ? 'up' : 'down', { points: format.points(Math.abs(points)), since });
  };
}

/** In hundredths, so that the difference is that of the two numbers that the reader sees. */
export function pointsBetween(now: Figure, then: Figure | undefined): number | null {
  if (now.percent === null || !then || then.percent === null) return null;
  return (Math.round(now.percent * 100) - Math.round(then.percent * 100)) / 100;
}
