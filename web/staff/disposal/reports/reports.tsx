import { reportNothingContract, viewReportsContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { texts } from './texts.ts';

/** Regencies with what they have reported; the silent ones first. */
export function DestructionReports() {
  const say = useSay(texts);
  const format = useFormat();
  const mayReport = useMay('disposal.report');
  const region = useRegionChosen()?.slice(0, 6);
  const query = useAsk(viewReportsContract, region ? { region } : {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemusnahan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <RegionFilter />
      <Asked query={query}>
        {({ asOf, due, regencies, reported, silent, lines }) => (
          <>
            <p>{due ? say('about', { day: format.date(asOf) }) : say('notDue')}</p>
            <dl className="figures">
              {Object.entries({ regencies, reported, silent }).map(([name, n]) => (
                <div key={name}>
                  <dt>{say(name as 'regencies')}</dt>
                  <dd>{format.number(n)}</dd>
                </div>
              ))}
            </dl>
            <DataTable
              caption={say('title')}
              rows={{ at: 'here', rows: lines }}
              rowKey={(line) => line.region}
              empty={say('empty')}
              columns={[
                { key: 'region', head: say('region'), names: true, cell: ({ name }) => name },
                {
                  key: 'last',
                  head: say('last'),
                  cell: ({ lastOn }) =>
                    lastOn ? format.date(lastOn) : <Tag standing={due ? 'waiting' : 'plain'}>{say('never')}</Tag>,
                },
                {
                  key: 'destructions',
                  head: say('destructions'),
                  number: true,
                  cell: (line) => format.number(line.destructions),
                },
                { key: 'pieces', head: say('pieces'), number: true, cell: (line) => format.number(line.pieces) },
              ]}
            />
          </>
        )}
      </Asked>
      {mayReport && <ReportNothing />}
    </>
  );
}

function ReportNothing() {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={reportNothingContract}
      form="nihil"
      title={say('nothing')}
      about={say('nothing.about')}
      submit={say('nothing')}
      questions={() => [{ name: 'note', label: say('note'), least: 10 }]}
      inputOf={({ note = '' }) => ({ note: note.trim() })}
      onDone={() => {
        tell('done', say('nothing.done'));
        refresh();
      }}
    />
  );
}
