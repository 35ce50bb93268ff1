import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listBagsContract, proposePlanContract } from '../../../../src/cards/disposal/contract.ts';
import { METHODS, type Method } from '../../../../src/cards/disposal/rules.ts';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useSession } from '../../session.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useRefresh } from '../form/ask.tsx';
import type { Values } from '../form/field.tsx';
import { Go } from '../../go.tsx';
import type { Bag } from '../words/bag-state.tsx';
import { texts } from './texts.ts';

/** The great act: which bags, when, where and how; somebody of another office says yes. */
export function ProposePlan() {
  const say = useSay(texts);
  const query = useAsk(listBagsContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemusnahan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('propose')}
      </h1>
      <Asked query={query}>
        {({ bags }) => {
          const ready = bags.filter(({ state, held }) => state === 'STORED' && !held);
          return ready.length === 0 ? <Empty will={say('choose.none')} /> : <Propose bags={ready} />;
        }}
      </Asked>
    </>
  );
}

function Propose({ bags }: { bags: readonly Bag[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [chosen, choose] = useState<readonly string[]>([]);
  const taken = bags.filter(({ id }) => chosen.includes(id));
  return (
    <div className="great-act">
      <fieldset className="options">
        <legend>{say('choose')}</legend>
        <label className="tick">
          <input
            type="checkbox"
            checked={taken.length === bags.length}
            onChange={(event) => choose(event.target.checked ? bags.map(({ id }) => id) : [])}
          />
          <span>{say('choose.all')}</span>
        </label>
        {bags.map((bag) => (
          <label className="tick" key={bag.id}>
            <input
              type="checkbox"
              checked={chosen.includes(bag.id)}
              onChange={(event) =>
                choose(event.target.checked ? [...chosen, bag.id] : chosen.filter((id) => id !== bag.id))
              }
            />
            <span>
              {bag.number} · {bag.n} · {bag.place}
            </span>
          </label>
        ))}
      </fieldset>
      <ActForm
        contract={proposePlanContract}
        form="usul"
        title={say('details')}
        submit={say('submit')}
        missing={taken.length === 0 ? say('choose.missing') : undefined}
        questions={() => [
          { name: 'plannedOn', label: say('day'), kind: 'date' },
          { name: 'place', label: say('place'), hint: say('place.hint'), most: 200 },
          {
            name: 'method',
            label: say('method'),
            kind: 'choice',
            choices: METHODS.map((value) => ({ value, label: say(`method.${value}`) })),
          },
        ]}
        inputOf={({ plannedOn = '', place = '', method }) => ({
          plannedOn,
          place: place.trim(),
          method: method as Method,
          bags: taken.map(({ id }) => id),
        })}
        onDone={({ id, number }) => {
          tell('waiting', say('proposed', { number }));
          refresh();
          void navigate({ to: `/petugas/pemusnahan/rencana/${id}` as '/petugas' });
        }}
        before={(values) => <WillHappen bags={taken} values={values} />}
      />
    </div>
  );
}

function WillHappen({ bags, values }: { bags: readonly Bag[]; values: Values }) {
  const say = useSay(texts);
  const format = useFormat();
  const { officer } = useSession();
  const n = bags.reduce((sum, bag) => sum + (bag.n ?? 0), 0);
  const { plannedOn, place, method } = values;
  const sentence =
    bags.length === 0
      ? say('sentence.empty')
      : say('sentence', {
          n,
          bags: bags.length,
          day: plannedOn ? format.date(plannedOn) : '…',
          place: place?.trim() || '…',
          method: method ? say(`method.${method as Method}`) : '…',
        });
  return (
    <div aria-live="polite">
      <p className="lead">{sentence}</p>
      <dl className="figures">
        <div>
          <dt>{say('n')}</dt>
          <dd>{format.number(n)}</dd>
        </div>
        <div>
          <dt>{say('bags')}</dt>
          <dd>{format.number(bags.length)}</dd>
        </div>
      </dl>
      <dl className="facts">
        <dt>{say('hash')}</dt>
        <dd>{say('hash.later')}</dd>
        <dt>{say('proposedBy')}</dt>
        <dd>{say('proposedBy.you', { name: officer.name })}</dd>
        <dt>{say('mayApprove')}</dt>
        <dd>{say('mayApprove.who')}</dd>
      </dl>
    </div>
  );
}
