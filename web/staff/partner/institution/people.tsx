import { ROLES } from '../../../../src/sharing/portal/account/rules.ts';
import type { Person } from '../../../../src/sharing/portal/account/schema.ts';
import {
  endPersonContract,
  inviteAgainContract,
  inviteContract,
  listPeopleContract,
} from '../../../../src/sharing/portal/contract.ts';
import type { InstitutionPage } from '../../../../src/sharing/partner/view/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** Who of the institution signs in on the portal. The ministry invites the first administrator, who invites the others. */
export function People({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const query = useAsk(listPeopleContract, { id: page.id });
  const mayManage = useMay('partner.manage') && page.state === 'active';
  return (
    <section>
      <h2>{say('people')}</h2>
      <p className="soft">{say('people.about')}</p>
      <Asked query={query}>{({ people }) => <List people={people} mayManage={mayManage} />}</Asked>
      {mayManage && <Invite page={page} />}
    </section>
  );
}

function List({ people, mayManage }: { people: readonly Person[]; mayManage: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable<Person>
      caption={say('people')}
      rows={{ at: 'here', rows: people }}
      rowKey={({ id }) => id}
      empty={say('people.none')}
      columns={[
        {
          key: 'name',
          head: say('person'),
          names: true,
          cell: ({ name, mail }) => (
            <>
              {name}
              <span className="soft block">{mail}</span>
            </>
          ),
        },
        { key: 'role', head: say('person.role'), cell: ({ role }) => say(`person.role.${role}`) },
        {
          key: 'state',
          head: say('person.state'),
          cell: ({ state, codeUntil }) =>
            state === 'invited' ? (
              <Tag standing={codeUntil ? 'waiting' : 'stopped'}>
                {codeUntil ? say('person.invited', { until: format.instant(codeUntil) }) : say('person.code_over')}
              </Tag>
            ) : (
              <Tag standing={state === 'active' ? 'done' : 'plain'}>{say(`person.${state}`)}</Tag>
            ),
        },
        ...(mayManage
          ? [{ key: 'act', head: say('person.act'), cell: (person: Person) => <Acts person={person} /> }]
          : []),
      ]}
    />
  );
}

function Acts({ person: { id, name, state } }: { person: Person }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  if (state === 'ended') return <>{say('nobody')}</>;
  return (
    <div className="row">
      <ActButton
        contract={inviteAgainContract}
        input={{ id }}
        label={say('person.again', { name })}
        look="btn quiet"
        onDone={() => {
          tell('done', say('person.again.done', { name }));
          refresh();
        }}
      />
      <ActButton
        contract={endPersonContract}
        input={{ id }}
        label={say('person.end', { name })}
        look="btn quiet"
        onDone={() => {
          tell('plain', say('person.end.done', { name }));
          refresh();
        }}
      />
    </div>
  );
}

function Invite({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act no-print">
      <summary>{say('person.invite')}</summary>
      <ActForm
        contract={inviteContract}
        form={`undang.${page.id}`}
        title={say('person.invite')}
        about={say('person.invite.about')}
        submit={say('person.invite.submit')}
        questions={() => [
          { name: 'name', label: say('person.name'), least: 2, most: 120 },
          { name: 'mail', label: say('person.mail'), most: 200 },
          {
            name: 'role',
            kind: 'choice',
            label: say('person.role'),
            choices: ROLES.map((role) => ({ value: role, label: say(`person.role.${role}`) })),
          },
        ]}
        inputOf={({ name = '', mail = '', role = '' }) => ({
          id: page.id,
          name: name.trim(),
          mail: mail.trim(),
          role: role as 'administrator',
        })}
        onDone={(_, { name = '' }) => {
          tell('done', say('person.invite.done', { name }));
          refresh();
        }}
      />
    </details>
  );
}
