import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { getProposalContract } from '../../../../src/core/approval/contract.ts';
import { cancelPlanContract, viewPlanContract } from '../../../../src/cards/disposal/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { BagTags } from '../words/bag-state.tsx';
import { Afterwards } from './afterwards.tsx';
import { PlanTags } from './plan-state.tsx';
import { texts } from './texts.ts';

export type OnePlan = AnswerOf<typeof viewPlanContract>;

/** One plan: what will happen or has happened, its numbers and hash, who proposed it and who may approve. */
export function Plan() {
  const id = useAddressPart('planId');
  const say = useSay(texts);
  const query = useAsk(viewPlanContract, { id }, { again: 5_000 });
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemusnahan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.number ?? say('title')}
      </h1>
      <Asked query={query}>
        {(plan) => (
          <div className="great-act">
            <PlanTags state={plan.state} reported={plan.reported} />
            <WhatHappens plan={plan} />
            <Next plan={plan} />
            <Bags plan={plan} />
            <Cancel plan={plan} />
          </div>
        )}
      </Asked>
    </>
  );
}

function WhatHappens({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const format = useFormat();
  const { n, bags, place, state } = plan;
  const proposal = useAsk(getProposalContract, { proposalId: plan.proposalId });
  const day = format.date(plan.plannedOn);
  return (
    <>
      <p className="lead">
        {state === 'done'
          ? say('sentence.done', { n, bags, day, place })
          : say('sentence', { n, bags, day, place, method: say(`method.${plan.method}`) })}
      </p>
      {plan.stopReason && (
        <div className="note stopped">
          <p>{say('stop', { reason: plan.stopReason })}</p>
        </div>
      )}
      <dl className="figures">
        <div>
          <dt>{say('n')}</dt>
          <dd>{format.number(n)}</dd>
        </div>
        <div>
          <dt>{say('bags')}</dt>
          <dd>{format.number(bags)}</dd>
        </div>
      </dl>
      <dl className="facts">
        <dt>{say('hash')}</dt>
        <dd className="hash">{plan.root}</dd>
        <dt>{say('office')}</dt>
        <dd>{plan.office}</dd>
        {proposal.data && (
          <>
            <dt>{say('proposedBy')}</dt>
            <dd>
              {proposal.data.proposedByName}, {format.instant(proposal.data.proposedAt)}
            </dd>
          </>
        )}
        {state === 'proposed' && (
          <>
            <dt>{say('mayApprove')}</dt>
            <dd>{say('mayApprove.who')}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Next({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const mayDestroy = useMay('disposal.destroy');
  if (plan.state === 'proposed')
    return (
      <p>
        <Go to={`/usul/${plan.proposalId}`} look="btn quiet">
          {say('decide')}
        </Go>
      </p>
    );
  if (plan.state === 'done') return <Afterwards plan={plan} />;
  if ((plan.state === 'approved' || plan.state === 'begun') && mayDestroy)
    return (
      <p>
        <Go to={`/pemusnahan/rencana/${plan.id}/hari`} look="btn">
          {say('openDay')}
        </Go>
      </p>
    );
  return null;
}

function Bags({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const drawn = plan.sample !== null;
  return (
    <>
      <h2>{say('list')}</h2>
      <DataTable
        caption={say('list')}
        rows={{ at: 'here', rows: plan.list }}
        rowKey={({ bagId }) => bagId}
        empty=""
        columns={[
          {
            key: 'bag',
            head: say('bag'),
            names: true,
            cell: ({ bagId, number }) => <Go to={`/pemusnahan/kantong/${bagId}`}>{number}</Go>,
          },
          {
            key: 'seal',
            head: say('seal'),
            cell: ({ sealAgrees, held }) => (
              <>
                <Tag standing={sealAgrees === null ? 'plain' : sealAgrees ? 'done' : 'stopped'}>
                  {say(`seal.${sealAgrees}`)}
                </Tag>{' '}
                {held && <BagTags bag={{ state: 'PLANNED', held, overdue: false }} />}
              </>
            ),
          },
          {
            key: 'recount',
            head: say('recount'),
            cell: ({ sampled, counted }) =>
              say(counted ? 'recount.done' : sampled ? 'recount.drawn' : drawn ? 'recount.not' : 'recount.later'),
          },
        ]}
      />
    </>
  );
}

function Cancel({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const may = useMay('disposal.destruction.propose');
  if (!may || !['proposed', 'approved', 'begun'].includes(plan.state)) return null;
  return (
    <details className="act scanner">
      <summary>{say('cancel')}</summary>
      <ActForm
        contract={cancelPlanContract}
        form={`batal.${plan.id}`}
        title={say('cancel')}
        about={say('cancel.about')}
        submit={say('cancel')}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10 }]}
        inputOf={({ reason = '' }) => ({ id: plan.id, reason: reason.trim() })}
        onDone={() => {
          tell('plain', say('cancelled'));
          refresh();
        }}
      />
    </details>
  );
}
