import { useNavigate } from '@tanstack/react-router';
import { beginContract, finishContract, viewPlanContract } from '../../../../src/cards/disposal/contract.ts';
import { LEAST_WITNESSES } from '../../../../src/cards/disposal/rules.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import type { OnePlan } from '../destruction/plan.tsx';
import { PlanTags } from '../destruction/plan-state.tsx';
import { ActButton } from '../form/act-button.tsx';
import { Asked, useAsk, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { Recount, Seal } from './checks.tsx';
import { Photo, Witness } from './evidence.tsx';
import { texts } from './texts.ts';

/** The day itself, on a tablet: one thing after another, each by who may; asked anew, as several work on it at once. */
export function DestructionDay() {
  const id = useAddressPart('planId');
  const say = useSay(texts);
  const query = useAsk(viewPlanContract, { id }, { again: 5_000 });
  return (
    <div className="day">
      <p className="soft no-print">
        <Go to={`/pemusnahan/rencana/${id}`}>{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
        {query.data && ` ${query.data.number}`}
      </h1>
      <Asked query={query}>
        {(plan) => (
          <>
            <PlanTags state={plan.state} reported={plan.reported} />
            {plan.state === 'approved' && <Begin plan={plan} />}
            {plan.state === 'begun' && <UnderWay plan={plan} />}
            {plan.state === 'stopped' && (
              <div className="note stopped">
                <p>{say('stopped')}</p>
              </div>
            )}
            {plan.state !== 'approved' && plan.state !== 'begun' && <p>{say('notOpen')}</p>}
          </>
        )}
      </Asked>
    </div>
  );
}

function Begin({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <>
      <p className="lead">{say('begin.about')}</p>
      <ActButton
        contract={beginContract}
        input={{ id: plan.id }}
        label={say('begin')}
        onDone={({ sample }) => {
          tell('done', say('begun', { sample }));
          refresh();
        }}
      />
    </>
  );
}

/** What is still to be done, by step. */
function stepsOf({ list, witnesses, photos }: OnePlan) {
  const unread = list.filter(({ sealAgrees }) => sealAgrees === null);
  const drawn = list.filter(({ sampled }) => sampled);
  const uncounted = drawn.filter(({ counted }) => !counted);
  const signed = witnesses.length >= LEAST_WITNESSES && witnesses.some(({ outside }) => outside);
  return { unread, drawn, uncounted, signed, pictured: photos.length > 0 };
}

function UnderWay({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const { unread, drawn, uncounted, signed, pictured } = stepsOf(plan);
  const { length: all } = plan.list;
  const steps = [
    { name: say('seals'), done: unread.length === 0, note: say('seals.now', { done: all - unread.length, all }) },
    {
      name: say('recounts'),
      done: uncounted.length === 0,
      note: say('recounts.now', { done: drawn.length - uncounted.length, all: drawn.length }),
    },
    { name: say('witnesses'), done: signed, note: say('witnesses.now', { n: plan.witnesses.length }) },
    { name: say('photo'), done: pictured, note: say('photo.now', { n: plan.photos.length }) },
    { name: say('end'), done: false, note: say('end.now') },
  ];
  const now = steps.findIndex(({ done }) => !done);
  const stations = steps.map(({ name, note, done }, at): Station => ({
    name,
    note,
    when: done ? 'past' : at === now ? 'now' : 'next',
  }));
  const lacking = steps.slice(0, -1).filter(({ done }) => !done);
  return (
    <>
      <StateLine label={say('steps')} stations={stations} />
      {unread[0] && <Seal key={unread[0].bagId} plan={plan} bag={unread[0]} />}
      {unread.length === 0 && uncounted[0] && <Recount key={uncounted[0].bagId} plan={plan} bag={uncounted[0]} />}
      {unread.length === 0 && uncounted.length === 0 && (
        <>
          <Witness plan={plan} />
          <Photo plan={plan} />
          <End plan={plan} lacking={lacking.map(({ name }) => name)} />
        </>
      )}
    </>
  );
}

function End({ plan, lacking }: { plan: OnePlan; lacking: readonly string[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { id, n, bags, root, plannedOn } = plan;
  return (
    <section className="great-act" aria-labelledby="selesai">
      <h2 id="selesai">{say('end.title')}</h2>
      <p className="lead">{say('end.sentence', { n, bags })}</p>
      <p>
        {format.date(plannedOn)} · {plan.place}
      </p>
      <p className="hash">{root}</p>
      {lacking.length > 0 ? (
        <p className="note waiting">{say('end.lacking', { what: lacking.join(', ') })}</p>
      ) : (
        <ActButton
          contract={finishContract}
          input={{ id }}
          label={say('end.submit')}
          look="btn stop"
          onDone={(done) => {
            tell('done', say('end.done', { n: done.n }));
            refresh();
            void navigate({ to: `/petugas/pemusnahan/rencana/${id}` as '/petugas' });
          }}
        />
      )}
    </section>
  );
}
