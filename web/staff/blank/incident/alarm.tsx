import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useBlankWords } from '../words/words.ts';
import { placesOf } from './chain.ts';
import { texts } from './texts.ts';

/** What was seen against what the books say: the break in custody that nobody may overlook. */
export function Alarm({ incident }: { incident: Incident }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  const { traces, unknown, place, seenOn, state } = incident;
  const on = format.date(seenOn);
  if (traces.length === 0 && unknown.length === 0)
    return (
      <div className="note waiting">
        <p>
          <b>{say('alarm.none')}</b> {state !== 'closed' && say('alarm.none.how')}
        </p>
      </div>
    );
  return (
    <div className="note stopped" role="alert">
      {placesOf(traces).map(({ n, now }, at) => (
        <p key={`${now.office}${now.store}${now.state}`}>
          {at === 0 && <b>{say('alarm')}</b>}{' '}
          {say('alarm.line', {
            n,
            state: words.state(now.state).toLowerCase(),
            store: now.store,
            office: now.office,
            place,
            on,
          })}
        </p>
      ))}
      {unknown.length > 0 && <p>{say('alarm.unknown', { n: unknown.length })}</p>}
    </div>
  );
}
