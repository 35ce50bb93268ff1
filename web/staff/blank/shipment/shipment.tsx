import { useQuery } from '@tanstack/react-query';
import { openShipmentContract } from '../../../../src/cards/blank/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { DifferenceLine } from '../difference/line.tsx';
import { Go } from '../go.tsx';
import { ShipmentMinutes } from '../minutes/paper.tsx';
import { Serials } from '../scan/serials.tsx';
import { useBlankWords } from '../words/words.ts';
import { CountShipment } from './count.tsx';
import { ReportDifference } from './report.tsx';
import { ShipmentState } from './state.tsx';
import { TakeBack } from './take-back.tsx';
import { texts } from './texts.ts';

export type OpenShipment = AnswerOf<typeof openShipmentContract>;

/** One shipment: counted blindly by its receiver, with what he may do next; the sender and whoever decides read along. */
export function OneShipment() {
  const id = useAddressPart('shipmentId');
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const query = useQuery({
    queryKey: ['blank', 'shipment', id],
    queryFn: ({ signal }) => client.call(openShipmentContract, { id }, { signal }),
  });
  const shipment = query.data;
  const again = () => void queries.invalidateQueries({ queryKey: ['blank'] });
  return (
    <>
      <p className="soft no-print">
        <Go to="/pengiriman">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {shipment?.number ?? say('title')}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !shipment ? (
        <Loading lines={10} />
      ) : (
        <>
          <ShipmentState shipment={shipment} />
          {shipment.state === 'accepted' && (
            <p className="no-print">
              <ShipmentMinutes id={shipment.id} number={shipment.number} label={say('paper')} />
            </p>
          )}
          <Receiving shipment={shipment} onDone={again} />
          <Facts shipment={shipment} />
          <Counts shipment={shipment} />
          {shipment.discrepancies.length > 0 && (
            <>
              <h2>{say('differences')}</h2>
              <ul className="plain cases">
                {shipment.discrepancies.map((each) => (
                  <li key={each.id}>
                    <DifferenceLine difference={each} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {shipment.mayTakeBack && <TakeBack shipment={shipment} onDone={again} />}
        </>
      )}
    </>
  );
}

/** The receiver's part: a first count without any number before his eyes, then what to do where it differs. */
function Receiving({ shipment, onDone }: { shipment: OpenShipment; onDone: () => void }) {
  const say = useSay(texts);
  const last = shipment.counts.at(-1);
  if (!shipment.mayCount) return null;
  if (!last || shipment.n === null)
    return (
      <div className="receiving">
        <CountShipment shipment={shipment} title={say('count')} onDone={onDone} />
      </div>
    );
  const values = { sent: shipment.n, counted: last.counted };
  return (
    <div className="receiving">
      <div className="note stopped" role="alert">
        <p>
          <b>{say(last.sealsWhole === false ? 'sealsBroken' : 'differs', values)}</b>
        </p>
      </div>
      <CountShipment key={last.round} shipment={shipment} title={say('recount')} onDone={onDone} />
      <ReportDifference shipment={shipment} sent={shipment.n} onDone={onDone} />
    </div>
  );
}

function Facts({ shipment }: { shipment: OpenShipment }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  return (
    <>
      <dl className="facts">
        <dt>{say('kind')}</dt>
        <dd>
          {say(`kind.${shipment.kind}`)}: {shipment.from}, {shipment.fromOffice} → {shipment.to}, {shipment.toOffice}
        </dd>
        <dt>{say('n')}</dt>
        <dd>{shipment.n === null ? <Tag standing="sealed">{say('blind')}</Tag> : words.pieces(shipment.n)}</dd>
        <dt>{say('seals')}</dt>
        <dd className="mono wraps">{shipment.seals.join(', ')}</dd>
        <dt>{say('carrier')}</dt>
        <dd>{shipment.carrier}</dd>
        <dt>{say('expectedOn')}</dt>
        <dd>{format.date(shipment.expectedOn)}</dd>
      </dl>
      {shipment.spans && shipment.spans.length > 0 && (
        <>
          <h2>{say('serials')}</h2>
          <ul className="spans" aria-label={say('serials')}>
            {shipment.spans.map((span) => (
              <li key={span.first}>
                <Serials span={span} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Counts({ shipment: { counts } }: { shipment: OpenShipment }) {
  const say = useSay(texts);
  const format = useFormat();
  if (counts.length === 0) return null;
  return (
    <>
      <h2>{say('counts')}</h2>
      <DataTable
        caption={say('counts')}
        empty=""
        rows={{ at: 'here', rows: counts }}
        rowKey={({ round }) => String(round)}
        columns={[
          { key: 'round', head: say('count.round'), names: true, cell: ({ round }) => format.number(round) },
          { key: 'n', head: say('count.n'), number: true, cell: ({ counted }) => format.number(counted) },
          {
            key: 'seals',
            head: say('count.seals'),
            cell: ({ sealsWhole }) =>
              sealsWhole === false ? (
                <Tag standing="stopped">{say('broken')}</Tag>
              ) : (
                <Tag standing="done">{say('whole')}</Tag>
              ),
          },
          { key: 'by', head: say('count.by'), cell: ({ by, at }) => `${by}, ${format.instant(at)}` },
          { key: 'note', head: say('count.note'), cell: ({ note }) => note ?? '–' },
        ]}
      />
    </>
  );
}
