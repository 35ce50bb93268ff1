import { useFormat, useSay } from '../../kit/text.tsx';
import type { Pair } from './read.ts';
import { roomTexts, texts } from './texts.ts';

/** Opinions as they were given, with their reasons. The server sends none that this officer may not see. */
export function Opinions({ opinions, title }: { opinions: Pair['opinions']; title: string }) {
  const say = useSay(texts);
  const sayRoom = useSay(roomTexts);
  const format = useFormat();
  return (
    <>
      <h3>{title}</h3>
      <ul className="history">
        {opinions.map((opinion) => (
          <li key={`${opinion.round}.${opinion.at}.${opinion.officer}`}>
            <span className="soft">{say('round', { round: opinion.round })}</span>
            <div>
              <p>
                <b>{sayRoom(`uniqueness.outcome.${opinion.verdict}`)}</b>:{' '}
                {opinion.reasons.map(({ text }) => text).join(', ')}
              </p>
              {opinion.note && <p>{opinion.note}</p>}
              <p className="soft">
                {opinion.own
                  ? say('opinion.own', { at: format.instant(opinion.at) })
                  : say('opinion.by', {
                      officer: opinion.officer ?? say('opinion.gone'),
                      at: format.instant(opinion.at),
                    })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
