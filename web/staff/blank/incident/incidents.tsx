import { listIncidentsContract } from '../../../../src/cards/blank/incident/contract.ts';
import { INCIDENT_STATES } from '../../../../src/cards/blank/incident/rules.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Asked, useMay } from '../../ask.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAskBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { IncidentState, type IncidentLine } from './state.tsx';
import { texts } from './texts.ts';

/** What the officer's region decides on and what he has reported; open ones on top. */
export function Incidents() {
  const say = useSay(texts);
  const mayReport = useMay('blank.incident.report');
  const region = useRegionChosen()?.slice(0, 6);
  const [chosen, choose] = useFilter('keadaan');
  const query = useAskBlanks(listIncidentsContract, region ? { region } : {});
  const state = INCIDENT_STATES.find((each) => each === chosen);
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {mayReport && (
          <Go look="btn" to="/insiden/lapor">
            {say('report')}
          </Go>
        )}
      </div>
      <p className="soft">{say('about')}</p>
      <RegionFilter />
      <Asked query={query}>
        {({ incidents }) => (
          <>
            <div className="chips" role="group" aria-label={say('filter')}>
              <button type="button" aria-pressed={!state} onClick={() => choose(undefined)}>
                {say('filter.all')} {incidents.length}
              </button>
              {INCIDENT_STATES.map((each) => (
                <button key={each} type="button" aria-pressed={state === each} onClick={() => choose(each)}>
                  {say(`state.${each}`)} {incidents.filter((incident) => incident.state === each).length}
                </button>
              ))}
            </div>
            <Table incidents={incidents.filter((incident) => !state || incident.state === state)} />
          </>
        )}
      </Asked>
    </>
  );
}

function Table({ incidents }: { incidents: readonly IncidentLine[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('list')}
      empty={say('empty')}
      rows={{ at: 'here', rows: incidents }}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          head: say('col.number'),
          names: true,
          cell: ({ id, number, kind, origin }) => (
            <>
              <Go to={`/insiden/${id}`} preload={false}>
                {number}
              </Go>
              <span className="soft block">
                {say(`kind.${kind}`)}, {say(`origin.${origin}`)}
              </span>
            </>
          ),
        },
        { key: 'state', head: say('col.state'), cell: (incident) => <IncidentState incident={incident} /> },
        { key: 'place', head: say('col.place'), cell: ({ place }) => place },
        { key: 'seenOn', head: say('col.seenOn'), cell: ({ seenOn }) => format.date(seenOn) },
        { key: 'seen', head: say('col.seen'), number: true, cell: ({ seen }) => format.number(seen) },
        { key: 'frozen', head: say('col.frozen'), number: true, cell: ({ frozen }) => format.number(frozen) },
      ]}
    />
  );
}
