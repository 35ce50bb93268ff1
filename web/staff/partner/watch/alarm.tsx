import {
  closeAlarmContract,
  takeUpAlarmContract,
  viewAlarmsContract,
} from '../../../../src/sharing/verification/watch/contract.ts';
import { OUTCOMES, type Outcome } from '../../../../src/sharing/verification/watch/rules.ts';
import type { Alarm } from '../../../../src/sharing/verification/watch/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/states.tsx';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useSession } from '../../session.tsx';
import { Asked, Go, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { AlarmTag } from './alarms.tsx';
import { SeeNumber } from './see-number.tsx';
import { texts } from './texts.ts';
import { valuesOf } from './words.ts';

/** One alarm: what happened, what can be done, what was done, and how it ends. */
export function OneAlarm() {
  const id = useAddressPart('alarmId');
  const say = useSay(texts);
  const open = useAsk(viewAlarmsContract, {});
  const found = open.data?.alarms.find((alarm) => alarm.id === id);
  // What somebody has closed meanwhile is still there to read.
  const closed = useAsk(viewAlarmsContract, { closed: 'yes' }, { when: open.data !== undefined && !found });
  return (
    <>
      <p className="soft no-print">
        <Go to="/peringatan">{say('back')}</Go>
      </p>
      {found ? (
        <Shown alarm={found} />
      ) : (
        <>
          <Title words={say('title')} hidden={closed.data?.alarms.some((alarm) => alarm.id === id) ?? false} />
          <Asked query={open}>
            {() => (
              <Asked query={closed}>
                {({ alarms }) => {
                  const old = alarms.find((alarm) => alarm.id === id);
                  return old ? <Shown alarm={old} /> : <Empty will={say('gone')} />;
                }}
              </Asked>
            )}
          </Asked>
        </>
      )}
    </>
  );
}

function Title({ words, hidden = false }: { words: string; hidden?: boolean }) {
  if (hidden) return null;
  return (
    <h1 className="page-title" tabIndex={-1}>
      {words}
    </h1>
  );
}

function Shown({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const mayAct = useMay('partner.watch.act') && alarm.state !== 'closed';
  return (
    <>
      <Title words={say(`kind.${alarm.kind}`)} />
      <p>
        <AlarmTag alarm={alarm} />
      </p>
      <p className="lead">{say(`sentence.${alarm.kind}`, valuesOf(alarm))}</p>
      <Facts alarm={alarm} />
      {alarm.maskedNik !== null || alarm.touches.length > 0 ? <SeeNumber alarm={alarm} /> : null}
      <Touches alarm={alarm} />
      {alarm.state !== 'closed' && <Todo alarm={alarm} />}
      <Steps alarm={alarm} />
      {mayAct && <Acts alarm={alarm} />}
    </>
  );
}

function Facts({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const format = useFormat();
  const { institution, owner, maskedNik, at, n } = alarm;
  return (
    <dl className="facts">
      {owner && (
        <>
          <dt>{say('owner')}</dt>
          <dd>
            <Go to={`/lembaga/${owner.id}`}>{owner.name}</Go>
          </dd>
        </>
      )}
      {institution && (
        <>
          <dt>{say('asker')}</dt>
          <dd>
            <Go to={`/lembaga/${institution.id}`}>{institution.name}</Go>
          </dd>
        </>
      )}
      {maskedNik && (
        <>
          <dt>{say('number')}</dt>
          <dd className="mono">{maskedNik}</dd>
        </>
      )}
      <dt>{say('at')}</dt>
      <dd>{format.instant(at)}</dd>
      <dt>{say('count')}</dt>
      <dd className="num">{format.number(n)}</dd>
    </dl>
  );
}

function Touches({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const format = useFormat();
  if (alarm.touches.length === 0) return null;
  return (
    <section aria-labelledby="sentuhan">
      <h2 id="sentuhan">{say('touches')}</h2>
      <p className="soft">{say('touches.about')}</p>
      <DataTable
        caption={say('touches.table')}
        rows={{ at: 'here', rows: alarm.touches }}
        rowKey={({ at, reference, canary }) => `${at} ${reference} ${canary}`}
        empty={say('touches')}
        columns={[
          { key: 'at', head: say('touch.at'), names: true, cell: ({ at }) => format.instant(at) },
          { key: 'canary', head: say('touch.canary'), number: true, cell: ({ canary }) => format.number(canary) },
          { key: 'unit', head: say('touch.unit'), cell: ({ unit }) => unit },
          { key: 'endUser', head: say('touch.endUser'), cell: ({ endUser }) => endUser },
          {
            key: 'reference',
            head: say('touch.reference'),
            cell: ({ reference }) => <span className="mono">{reference}</span>,
          },
        ]}
      />
    </section>
  );
}

const WHAT_TO_DO = {
  canary_touched: ['todo.canary_touched.1', 'todo.canary_touched.2', 'todo.canary_touched.3'],
  canary_own: ['todo.canary_own.1', 'todo.canary_own.2'],
  misses_spent: ['todo.misses_spent.1', 'todo.misses_spent.2'],
  nik_misses: ['todo.nik_misses.1', 'todo.nik_misses.2'],
} as const;

function Todo({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const mayManage = useMay('partner.manage');
  const mayRenew = useMay('partner.canary.read');
  const { institution, owner, kind } = alarm;
  const values = valuesOf(alarm);
  return (
    <section aria-labelledby="saran">
      <h2 id="saran">{say('todo')}</h2>
      <ol>
        {WHAT_TO_DO[kind].map((key) => (
          <li key={key}>{say(key, values)}</li>
        ))}
      </ol>
      <p className="row no-print">
        {institution && mayManage && kind !== 'canary_own' && (
          <Go to={`/lembaga/${institution.id}/penghentian`} look="btn quiet">
            {say('suspend')}
          </Go>
        )}
        {owner && mayRenew && (
          <Go to={`/lembaga/${owner.id}/data-umpan`} look="btn quiet">
            {say('canaries', { owner: owner.name })}
          </Go>
        )}
      </p>
    </section>
  );
}

function Steps({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const format = useFormat();
  const done: Station[] = [
    { name: say('step.raised'), when: 'past', note: format.instant(alarm.at) },
    ...alarm.steps.map(({ kind, at, by, outcome, reason }): Station => ({
      name: kind === 'taken' ? say('step.taken') : say('step.closed', { outcome: say(`outcome.${outcome!}`) }),
      when: 'past',
      note: [format.instant(at), reason].filter(Boolean).join(': '),
      who: by,
    })),
  ];
  const next: Station[] =
    alarm.state === 'closed' ? [] : [{ name: say('step.next'), when: 'next', who: say('step.nextWho') }];
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('steps')}</h2>
      <StateLine label={say('steps')} stations={[...done, ...next]} />
    </section>
  );
}

function Acts({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const { officer } = useSession();
  const mine = alarm.steps.at(-1)?.by === officer.name;
  return (
    <div className="no-print">
      {!mine && (
        <div className="row">
          <ActButton
            contract={takeUpAlarmContract}
            input={{ id: alarm.id }}
            label={say(alarm.state === 'open' ? 'take' : 'take.over')}
            look={alarm.state === 'open' ? 'btn' : 'btn quiet'}
            onDone={() => {
              tell('waiting', say('take.done'));
              refresh();
            }}
          />
        </div>
      )}
      <details className="act">
        <summary>{say('close')}</summary>
        <ActForm
          contract={closeAlarmContract}
          form={`peringatan.${alarm.id}`}
          title={say('close')}
          about={say('close.about')}
          submit={say('close.submit')}
          questions={() => [
            {
              name: 'outcome',
              label: say('outcome'),
              kind: 'choice',
              choices: OUTCOMES.map((value) => ({ value, label: say(`outcome.${value}`) })),
            },
            { name: 'reason', label: say('reason'), hint: say('reason.hint'), kind: 'words', least: 10, most: 1_000 },
          ]}
          inputOf={({ outcome, reason = '' }) => ({ id: alarm.id, outcome: outcome as Outcome, reason: reason.trim() })}
          onDone={() => {
            tell('done', say('close.done'));
            refresh();
          }}
        />
      </details>
    </div>
  );
}
