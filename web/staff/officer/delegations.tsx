import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  delegateContract,
  listDelegationsContract,
  listOfficersContract,
  revokeDelegationContract,
} from '../../../src/register/officer/contract.ts';
import { role as roles, type Delegation } from '../../../src/register/officer/schema.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { DateField } from '../../kit/date-field.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { ServiceTabs } from '../office/service-tabs.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';
import { useServiceWords } from './words.ts';

const STANDING_OF = { coming: 'waiting', running: 'done', ended: 'plain', revoked: 'stopped' } as const;

/** Who stands in for whom, for which days; lending a role of one's own to a colleague of the same office. */
export function Delegations() {
  const say = useSay(texts);
  const format = useFormat();
  const words = useServiceWords();
  const { client } = useHouse();
  const session = useSession();
  const query = useQuery({
    queryKey: ['delegations'],
    queryFn: () => client.call(listDelegationsContract, {}),
  });
  const mayRevoke = (each: Delegation) =>
    (each.state === 'running' || each.state === 'coming') &&
    (each.fromOfficerId === session.officer.id ||
      each.toOfficerId === session.officer.id ||
      session.scopes.includes('officer.manage'));
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('delegations')}
      </h1>
      <ServiceTabs />
      <p>{say('delegations.about')}</p>
      <DataTable
        caption={say('delegations')}
        empty={say('delegations.none')}
        rows={rowsOf({ data: query.data?.delegations, error: query.error, refetch: () => query.refetch() })}
        rowKey={(each) => each.id}
        columns={[
          { key: 'from', head: say('lender'), names: true, cell: (each) => each.fromName },
          { key: 'to', head: say('borrower'), cell: (each) => each.toName },
          {
            key: 'role',
            head: say('role'),
            cell: (each) => (
              <>
                {words.role(each.role)} <span className="soft">· {each.officeName}</span>
              </>
            ),
          },
          {
            key: 'days',
            head: say('days'),
            cell: (each) => say('days.between', { from: format.date(each.from), until: format.date(each.until) }),
          },
          { key: 'reason', head: say('reason'), cell: (each) => each.reason },
          {
            key: 'act',
            head: say('state'),
            cell: (each) => (
              <>
                <Tag standing={STANDING_OF[each.state]}>{say(`lent.${each.state}`)}</Tag>{' '}
                {mayRevoke(each) && <Revoke delegation={each} />}
              </>
            ),
          },
        ]}
      />
      <Lend />
    </>
  );
}

function Revoke({ delegation }: { delegation: Delegation }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, revokeDelegationContract);
  const revoke = async () => {
    const done = await run({ delegationId: delegation.id }, { onRefused: (problem) => tell('stopped', problem.title) });
    if (done === null) return;
    tell('done', say('revoked.done', { name: delegation.toName }));
    await queries.invalidateQueries({ queryKey: ['delegations'] });
  };
  return (
    <button
      type="button"
      className="btn stop"
      aria-label={say('revoke.of', { name: delegation.toName })}
      aria-disabled={state.at === 'sending'}
      onClick={() => void revoke()}
    >
      {say('revoke')}
    </button>
  );
}

const EMPTY = { toOfficerId: '', role: '', from: '', until: '', reason: '' };

function Lend() {
  const say = useSay(texts);
  const words = useServiceWords();
  const tell = useTell();
  const { client, queries } = useHouse();
  const session = useSession();
  const { state, run } = useAct(client, delegateContract);
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const colleagues = useQuery({
    queryKey: ['officers', { colleagues: session.office.id }],
    queryFn: async () =>
      (await client.call(listOfficersContract, { officeId: session.office.id, state: 'active' })).officers,
  });
  const others = (colleagues.data ?? []).filter(({ id }) => id !== session.officer.id);
  const problem = state.at === 'refused' ? state.problem : null;
  const faultOf = (path: keyof typeof EMPTY) =>
    problem?.errors.find((fault) => fault.path === path)?.message ??
    (tried && values[path] === '' ? say('needed') : undefined);
  const set = (change: Partial<typeof EMPTY>) => setValues({ ...values, ...change });
  const send = async () => {
    setTried(true);
    if (state.at === 'sending' || Object.values(values).includes('')) return;
    if (!(await run({ ...values, role: roles.parse(values.role) }))) return;
    tell('done', say('lend.done'));
    setValues(EMPTY);
    setTried(false);
    await queries.invalidateQueries({ queryKey: ['delegations'] });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{say('lend')}</h2>
      <p>{say('lend.about', { office: session.office.name })}</p>
      <ErrorSummary problem={problem} faults={[]} />
      <ChoiceField
        label={say('lend.to')}
        hint={colleagues.data && others.length === 0 ? say('lend.nobody') : undefined}
        required
        none={say('lend.choose')}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.toOfficerId}
        error={faultOf('toOfficerId')}
        onChange={(event) => set({ toOfficerId: event.target.value })}
      />
      <ChoiceField
        label={say('role')}
        required
        none={say('role.choose')}
        choices={session.roles.map((role) => ({ value: role, label: words.role(role) }))}
        value={values.role}
        error={faultOf('role')}
        onChange={(event) => set({ role: event.target.value })}
      />
      <DateField
        label={say('from')}
        required
        value={values.from}
        error={faultOf('from')}
        onChange={(from) => set({ from })}
      />
      <DateField
        label={say('until')}
        required
        value={values.until}
        error={faultOf('until')}
        onChange={(until) => set({ until })}
      />
      <TextField
        label={say('reason')}
        required
        maxLength={300}
        value={values.reason}
        error={faultOf('reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Submit state={state} busy={say('busy')}>
        {say('lend.do')}
      </Submit>
    </form>
  );
}
