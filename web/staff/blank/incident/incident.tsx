import { useState } from 'react';
import { openIncidentContract } from '../../../../src/cards/blank/incident/contract.ts';
import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { useAskBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { useBlankWords } from '../words/words.ts';
import { Acts } from './acts.tsx';
import { Alarm } from './alarm.tsx';
import { Chains } from './chains.tsx';
import { Events } from './events.tsx';
import { Facts } from './facts.tsx';
import { IncidentProof, type Proven } from './proof.tsx';
import { Risk } from './risk.tsx';
import { IncidentState } from './state.tsx';
import { texts } from './texts.ts';

/** One incident: what was seen against what the books say, who had it, what else is at risk, what was done and can be. */
export function OneIncident() {
  const id = useAddressPart('incidentId');
  const say = useSay(texts);
  const query = useAskBlanks(openIncidentContract, { id });
  const incident = query.data;
  return (
    <>
      <p className="soft no-print">
        <Go to="/insiden">{say('back')}</Go>
      </p>
      <div className="page-head">
        <div>
          <h1 className="page-title" tabIndex={-1}>
            {incident ? say('heading', { kind: say(`kind.${incident.kind}`), place: incident.place }) : say('one')}
          </h1>
          {incident && <p className="soft">{incident.number}</p>}
        </div>
        {incident && <IncidentState incident={incident} />}
      </div>
      <Asked query={query}>{(opened) => <Opened incident={opened} />}</Asked>
    </>
  );
}

function Opened({ incident }: { incident: Incident }) {
  const say = useSay(texts);
  const [proven, prove] = useState<Proven | null>(null);
  const [chosen, choose] = useState<Chosen>(null);
  return (
    <>
      <Alarm incident={incident} />
      <StateLine label={say('one')} stations={useStations(incident)} />
      <div className="with-evidence">
        <section>
          <Facts incident={incident} />
          <Chains incident={incident} proven={proven} prove={prove} />
          <Risk incident={incident} onChoose={(spans, what) => choose({ spans, what })} />
          <Events incident={incident} proven={proven} prove={prove} />
        </section>
        {proven && <IncidentProof proven={proven} onClose={() => prove(null)} />}
      </div>
      <Acts incident={incident} chosen={chosen} />
    </>
  );
}

/** What of the blanks at risk is to be frozen, and what it was chosen as. */
export type Chosen = { readonly spans: readonly SpanText[]; readonly what: string } | null;

function useStations(incident: Incident): Station[] {
  const say = useSay(texts);
  const dayOf = useDayOf();
  const words = useBlankWords();
  const last = (kind: Incident['events'][number]['kind']) => incident.events.findLast((event) => event.kind === kind);
  const done = (name: string, event: Incident['events'][number] | undefined): Station[] =>
    event ? [{ name, when: 'past', date: dayOf(event.recordedAt), ...(event.by && { who: event.by }) }] : [];
  const told: Station = {
    name: say('at.told'),
    when: 'past',
    date: dayOf(incident.openedAt),
    who: incident.openedBy ?? say('public'),
  };
  const taken: Station[] =
    incident.state === 'reported'
      ? [{ name: say('at.taken'), when: 'now', who: say('at.who') }]
      : done(say('at.taken'), last('taken_up'));
  const frozen = last('frozen');
  const end: Station = incident.closedAt
    ? { name: say('at.end'), when: 'past', date: dayOf(incident.closedAt), who: last('closed')?.by ?? '' }
    : { name: say('at.end'), when: incident.state === 'open' ? 'now' : 'next', who: say('at.who') };
  const noted = frozen?.n ? { note: words.pieces(frozen.n) } : {};
  return [
    told,
    ...taken,
    ...done(say('at.frozen'), frozen).map((station) => ({ ...station, ...noted })),
    ...done(say('at.police'), last('police')),
    end,
  ];
}
