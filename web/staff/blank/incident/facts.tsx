import { openIncidentPhotoContract } from '../../../../src/cards/blank/incident/contract.ts';
import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { ReportPhoto } from '../photo.tsx';
import { Serials } from '../scan/serials.tsx';
import { texts } from './texts.ts';

/** What was told, by whom, and of which blanks. */
export function Facts({ incident }: { incident: Incident }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const { id, number, words, openedAt, openedBy, origin, tracking, spans, unknown, frozen, police, outcome } = incident;
  return (
    <>
      <dl className="facts">
        <dt>{say('seenOn')}</dt>
        <dd>
          {format.date(incident.seenOn)}, {incident.place}
        </dd>
        <dt>{say('told')}</dt>
        <dd>{say('told.by', { at: format.instant(openedAt), name: openedBy ?? say('public') })}</dd>
        {origin === 'public' && (
          <>
            <dt>{say('tracking')}</dt>
            <dd className="mono">{tracking}</dd>
          </>
        )}
        <dt>{say('words')}</dt>
        <dd>{words}</dd>
        <dt>{say('blanks')}</dt>
        <dd>
          {spans.length === 0
            ? '–'
            : spans.map((span) => (
                <span key={span.first} className="block">
                  <Serials span={span} />
                </span>
              ))}
        </dd>
        {unknown.length > 0 && (
          <>
            <dt>{say('unknown')}</dt>
            <dd className="mono wraps">{unknown.join(', ')}</dd>
          </>
        )}
        <dt>{say('frozen')}</dt>
        <dd>{format.number(frozen)}</dd>
        <dt>{say('police')}</dt>
        <dd>{police ? say('police.line', police) : '–'}</dd>
        {outcome && (
          <>
            <dt>{say('outcome')}</dt>
            <dd>{say(`outcome.${outcome}`)}</dd>
          </>
        )}
      </dl>
      {incident.photo && (
        <>
          <h2>{say('photo')}</h2>
          <ReportPhoto
            label={say('photo.alt', { number })}
            fetchPhoto={() => client.call(openIncidentPhotoContract, { id })}
          />
        </>
      )}
    </>
  );
}
