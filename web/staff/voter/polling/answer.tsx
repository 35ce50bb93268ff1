import type { PollingVerdict } from '../../../../src/sharing/voter/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** What is told of a document: by the register, or by a file without a network. */
export type Told =
  | { readonly from: 'register'; readonly verdict: PollingVerdict }
  | { readonly from: 'file'; readonly said: 'here' | 'not_in_file'; readonly place: string; readonly madeAt: string };

/** The answer, so that it is read at a glance and said to the person as it stands. */
export function Answer({ told }: { told: Told }) {
  const say = useSay(texts);
  const format = useFormat();
  if (told.from === 'file')
    return (
      <Note yes={told.said === 'here'} title={say(`answer.file.${told.said}`)}>
        <p>{say(`answer.file.${told.said}.more`, { place: told.place, at: format.instant(told.madeAt) })}</p>
      </Note>
    );
  const { outcome, reasons, place, mission, validUntil, earlier } = told.verdict;
  return (
    <Note yes={outcome === 'here' && !earlier} title={say(earlier ? 'answer.again' : `answer.${outcome}`)}>
      {earlier ? (
        <p>{say('answer.again.more', { at: format.instant(earlier.at), place: earlier.place })}</p>
      ) : (
        <p>
          {validUntil
            ? say('answer.letter_ended', { day: format.date(validUntil) })
            : say(`answer.${outcome}.more`, { place: place ?? '', mission: mission ?? '' })}
        </p>
      )}
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>
              {say(`reason.${reason}`)}. {say(`todo.${reason}`)}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

function Note({ yes, title, children }: { yes: boolean; title: string; children: React.ReactNode }) {
  return (
    <div className={yes ? 'note done' : 'note stopped'} role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
