import { ROLES } from '../../../../src/sharing/portal/account/rules.ts';
import type { PeoplePage, Person } from '../../../../src/sharing/portal/account/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { Choice, NoteBox, PortalForm } from '../parts.tsx';
import { Second } from './second.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/orang';

/** Who works here for the institution, and where each is signed in. */
export const People: PageOf<PeoplePage> = {
  title: ({ language }) => sayer(texts, language)('people'),
  Page: function PeopleView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('people')}</h1>
        <p className="lead">{data.institution}</p>
        <NoteBox note={data.note} />
        {data.mayManage && <List data={data} />}
        {data.mayManage && <Invite data={data} />}
        <Sessions data={data} />
        <Second data={data} />
      </>
    );
  },
};

function List({ data }: { data: PeoplePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('list')}</h2>
      <DataTable<Person>
        caption={say('list')}
        rows={{ at: 'here', rows: data.people }}
        rowKey={({ id }) => id}
        empty={say('list.none')}
        columns={[
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: ({ name, mail }) => (
              <>
                {name}
                <span className="soft under">{mail}</span>
              </>
            ),
          },
          { key: 'role', head: say('role'), cell: ({ role }) => say(`role.${role}`) },
          { key: 'state', head: say('state'), cell: (person) => <State person={person} /> },
          {
            key: 'seen',
            head: say('seen'),
            cell: ({ seenAt }) => (seenAt ? format.instant(seenAt) : say('seen.never')),
          },
          {
            key: 'act',
            head: say('act'),
            cell: (person) => <Acts person={person} mine={person.id === data.me.id} />,
          },
        ]}
      />
    </section>
  );
}

function State({ person: { state, codeUntil } }: { person: Person }) {
  const say = useSay(texts);
  const format = useFormat();
  if (state === 'active') return <Tag standing="done">{say('state.active')}</Tag>;
  if (state === 'ended') return <Tag standing="plain">{say('state.ended')}</Tag>;
  return codeUntil ? (
    <>
      <Tag standing="waiting">{say('state.invited')}</Tag>
      <span className="soft under">{say('state.until', { until: format.instant(codeUntil) })}</span>
    </>
  ) : (
    <>
      <Tag standing="stopped">{say('state.invited')}</Tag>
      <span className="soft under">{say('state.code_over')}</span>
    </>
  );
}

function Acts({ person: { id, name, state }, mine }: { person: Person; mine: boolean }) {
  const say = useSay(texts);
  if (state === 'ended') return <>{say('act.none')}</>;
  return (
    <details className="plain-details">
      <summary>
        {say('act.open')}
        <span className="unseen"> {name}</span>
      </summary>
      <PortalForm to={PATH} act="undang-lagi" fields={{ id }}>
        <p className="soft">{say('act.again.about')}</p>
        <button className="btn quiet" type="submit">
          {say('act.again')}
        </button>
      </PortalForm>
      {!mine && (
        <PortalForm to={PATH} act="akhiri" fields={{ id }}>
          <p className="soft">{say('act.end.about')}</p>
          <button className="btn quiet" type="submit">
            {say('act.end')}
          </button>
        </PortalForm>
      )}
    </details>
  );
}

function Invite({ data: { typed, faults } }: { data: PeoplePage }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="undang">
      <h2 id="undang">{say('invite')}</h2>
      <p>{say('invite.about')}</p>
      <PortalForm to={PATH} act="undang">
        <TextInput
          name="nama"
          label={say('name')}
          hint={say('name.hint')}
          value={typed.name}
          error={faults['nama'] ?? null}
          required
        />
        <TextInput
          name="surel"
          label={say('mail')}
          hint={say('invite.mail_hint')}
          value={typed.mail}
          error={faults['surel'] ?? null}
          type="email"
          required
        />
        <Choice
          name="peran"
          label={say('role')}
          hint={say('role.hint')}
          value={typed.role}
          error={faults['peran']}
          options={ROLES.map((role) => [role, say(`role.${role}.does`)] as const)}
        />
        <button className="btn" type="submit">
          {say('invite.act')}
        </button>
      </PortalForm>
    </section>
  );
}

function Sessions({ data }: { data: PeoplePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say(data.mayManage ? 'sessions.all' : 'sessions')}</h2>
      <DataTable<PeoplePage['sessions'][number]>
        caption={say('sessions')}
        rows={{ at: 'here', rows: data.sessions }}
        rowKey={({ id }) => id}
        empty={say('sessions.none')}
        columns={[
          { key: 'name', head: say('name'), names: true, cell: ({ name }) => name },
          { key: 'ip', head: say('ip'), cell: ({ ip }) => <span className="mono wraps">{ip}</span> },
          { key: 'made', head: say('made'), cell: ({ madeAt }) => format.instant(madeAt) },
          { key: 'seen', head: say('seen'), cell: ({ seenAt }) => format.instant(seenAt) },
          {
            key: 'act',
            head: say('act'),
            cell: ({ id, name, here }) =>
              here ? (
                <Tag standing="done">{say('session.here')}</Tag>
              ) : (
                <PortalForm to={PATH} act="akhiri-sesi" fields={{ id }}>
                  <button className="btn quiet" type="submit" aria-label={say('session.end_of', { name })}>
                    {say('session.end')}
                  </button>
                </PortalForm>
              ),
          },
        ]}
      />
    </section>
  );
}
