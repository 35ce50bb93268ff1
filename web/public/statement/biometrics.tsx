import type { ShownFigure } from '../../../src/insight/statement/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { evidenceId } from './figures.tsx';
import { id } from './id.ts';

const texts = { id, en };

const NEVER = ['alone', 'guess', 'alive', 'children', 'errs'] as const;
const COURT = 'uniqueness.court_searches';

/** What faces and fingers are used for and what not (docs/biometrics.md), said where a citizen looks; with the count of exceptions. */
export function Biometrics({ figures }: { figures: readonly ShownFigure[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const court = figures.find(({ code }) => code === COURT);
  return (
    <section aria-labelledby="wajah-dan-sidik-jari">
      <h2 id="wajah-dan-sidik-jari">{say('bio')}</h2>
      <p>{say('bio.for')}</p>
      <ul>
        <li>
          {say('bio.search')}{' '}
          {court && (
            <a href={`#${evidenceId(COURT)}`}>{say('bio.counted', { count: format.number(court.numerator) })}</a>
          )}
        </li>
        {NEVER.map((each) => (
          <li key={each}>{say(`bio.${each}`)}</li>
        ))}
      </ul>
      <p>{say('bio.yours')}</p>
    </section>
  );
}
