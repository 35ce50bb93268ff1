import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import { printTimelineContract, openTimelineContract } from '../../../../src/cards/blank/incident/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { PaperButton } from '../../register/paper/paper-button.tsx';
import { texts as wordTexts } from '../words/texts.ts';
import { keyOf, type Proven } from './proof.tsx';
import { texts } from './texts.ts';

/** Everything that was done, in the order in which it happened, each with its proof; and all of it on paper. */
export function Events({
  incident,
  proven,
  prove,
}: {
  incident: Incident;
  proven: Proven | null;
  prove: (proven: Proven | null) => void;
}) {
  const say = useSay(texts);
  const word = useSay(wordTexts);
  const format = useFormat();
  const { client } = useHouse();
  const { id, events } = incident;
  return (
    <>
      <h2>{say('events')}</h2>
      <ol className="history" aria-label={say('events')}>
        {events.map((event) => {
          const here: Proven = { what: 'event', event };
          const open = keyOf(proven) === keyOf(here);
          const what = say(`event.${event.kind}`);
          const at = format.instant(event.at);
          return (
            <li key={event.entryId + event.kind}>
              <time dateTime={event.at}>{at}</time>
              <div>
                <b>{what}</b>
                {event.n !== null && `, ${say('event.n', { n: event.n })}`}
                {event.words && <span className="block">{event.words}</span>}
                <span className="soft block">
                  {event.by ?? say('public')}
                  {event.askedBy && `, ${say('event.asked', { name: event.askedBy })}`}
                  {event.kind === 'noted' && `, ${say('event.late', { at: format.instant(event.recordedAt) })}`} ·{' '}
                  <button
                    type="button"
                    className="link"
                    aria-expanded={open}
                    aria-label={word('proof.of', { what: `${what}, ${at}` })}
                    onClick={() => prove(open ? null : here)}
                  >
                    {word('proof')}
                  </button>
                </span>
              </div>
            </li>
          );
        })}
      </ol>
      <p className="soft">{say('timeline.about')}</p>
      <p className="no-print">
        <PaperButton
          label={say('timeline')}
          look="btn quiet"
          fetchPaper={async (idempotencyKey) => {
            await client.call(printTimelineContract, { id }, { idempotencyKey });
            return client.call(openTimelineContract, { id });
          }}
        />
      </p>
    </>
  );
}
