import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { openRequestContract, withdrawRequestContract } from '../../../../src/cards/blank/supply/contract.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Asked, useMay } from '../../ask.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { useAskBlanks, useRefreshBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { Answer } from './answer.tsx';
import { SupplyFigures } from './supply-figures.tsx';
import { texts } from './texts.ts';
import { Needs, Priority, RequestState } from './words.tsx';

export type OpenedRequest = AnswerOf<typeof openRequestContract>;

/** One request: what for, how long the region's stock lasts, and the answer, by a shipment or with words. */
export function OneRequest() {
  const id = useAddressPart('requestId');
  const say = useSay(texts);
  const query = useAskBlanks(openRequestContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/permintaan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.number ?? say('request')}
      </h1>
      <Asked query={query}>{(request) => <Opened request={request} />}</Asked>
    </>
  );
}

function Opened({ request }: { request: OpenedRequest }) {
  const say = useSay(texts);
  const format = useFormat();
  const maySend = useMay('blank.keep');
  const open = request.state === 'open';
  return (
    <article>
      <p className="row">
        <RequestState state={request.state} /> <Priority rank={request.rank} />
      </p>
      <StateLine label={say('request')} stations={useStations(request)} />
      <dl className="facts">
        <dt>{say('col.store')}</dt>
        <dd>
          <Go to={`/gudang/${request.storeId}`}>{request.store}</Go>, {request.office}
        </dd>
        <dt>{say('col.needs')}</dt>
        <dd>
          <Needs needs={request.needs} />
        </dd>
        <dt>{say('col.n')}</dt>
        <dd>{format.number(request.n)}</dd>
        <dt>{say('reason')}</dt>
        <dd>{request.reason}</dd>
        <dt>{say('col.asked')}</dt>
        <dd>{say('asked', { at: format.instant(request.askedAt), name: request.askedBy })}</dd>
        {request.answer && (
          <>
            <dt>{say('answer')}</dt>
            <dd>
              {request.answer}
              {request.shipment && (
                <span className="soft block">
                  {say('shipment')} {request.shipment}
                </span>
              )}
            </dd>
          </>
        )}
      </dl>
      <h2>{say('supply', { name: request.supply?.name ?? request.store })}</h2>
      {request.supply ? <SupplyFigures supply={request.supply} /> : <p className="soft">{say('supply.none')}</p>}
      {open && maySend && !request.own && (
        <p className="row no-print">
          <Go look="btn" to="/kirim">
            {say('send')}
          </Go>
          <Go look="btn quiet" to="/pemindahan">
            {say('rebalance')}
          </Go>
        </p>
      )}
      {request.mayAnswer && <Answer request={request} />}
      {open && request.own && <Withdraw request={request} />}
    </article>
  );
}

function useStations(request: OpenedRequest): Station[] {
  const say = useSay(texts);
  const dayOf = useDayOf();
  const asked: Station = {
    name: say('at.asked'),
    when: 'past',
    date: dayOf(request.askedAt),
    note: request.office,
    who: request.askedBy,
  };
  return request.endedAt
    ? [asked, { name: say(`state.${request.state}`), when: 'past', date: dayOf(request.endedAt) }]
    : [asked, { name: say('at.answer'), when: 'now', who: say('at.who') }];
}

function Withdraw({ request: { id } }: { request: OpenedRequest }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  return (
    <details className="act take-back">
      <summary>{say('withdraw')}</summary>
      <ActForm
        contract={withdrawRequestContract}
        form={`tarik.${id}`}
        title={say('withdraw')}
        about={say('withdraw.about')}
        submit={say('withdraw')}
        questions={() => [{ name: 'reason', label: say('withdraw.reason'), least: 5 }]}
        inputOf={({ reason = '' }) => ({ id, reason: reason.trim() })}
        onDone={() => {
          tell('done', say('withdraw.done'));
          refresh();
        }}
      />
    </details>
  );
}
