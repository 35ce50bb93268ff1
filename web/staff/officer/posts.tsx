import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { changePostContract } from '../../../src/register/officer/contract.ts';
import { role as roles, type PostChange } from '../../../src/register/officer/schema.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { DateField } from '../../kit/date-field.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { OfficePicker, type PickedOffice } from '../office/office-picker.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import type { OneOfficerView } from './one-officer.tsx';
import { texts } from './texts.ts';
import { useServiceWords } from './words.ts';

type Post = OneOfficerView['posts'][number];

/** Where an officer serves. A role is given, ended or taken elsewhere by proposal: a second person decides. */
export function Posts({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useServiceWords();
  const { scopes } = useSession();
  const proposes = scopes.includes('officer.manage.propose') && officer.state !== 'retired';
  return (
    <>
      <h2>{say('posts')}</h2>
      <DataTable
        caption={say('posts')}
        empty={say('posts.empty')}
        rows={{ at: 'here', rows: officer.posts }}
        rowKey={(post) => post.id}
        columns={[
          { key: 'role', head: say('role'), names: true, cell: (post) => words.role(post.role) },
          { key: 'office', head: say('office'), cell: (post) => post.officeName },
          { key: 'from', head: say('from'), cell: (post) => format.date(post.from) },
          { key: 'until', head: say('until'), cell: (post) => (post.until ? format.date(post.until) : say('noEnd')) },
        ]}
      />
      {proposes && (
        <>
          <h2>{say('propose')}</h2>
          <p>{say('propose.about')}</p>
          <Grant officer={officer} />
          {officer.posts.length > 0 && <End officer={officer} />}
          {officer.posts.length > 0 && <Move officer={officer} />}
        </>
      )}
    </>
  );
}

/** Sends the proposal and goes to its page, where one sees what exactly was proposed. */
function usePropose() {
  const { client, queries } = useHouse();
  const navigate = useNavigate();
  const { state, run } = useAct(client, changePostContract);
  const propose = async (change: PostChange) => {
    if (state.at === 'sending') return;
    const proposal = await run({ change });
    if (!proposal) return;
    void queries.invalidateQueries({ queryKey: ['proposals'] });
    await navigate({ to: `/petugas/usul/${proposal.id}` as '/petugas' });
  };
  const problem = state.at === 'refused' ? state.problem : null;
  return { propose, problem, sending: state.at === 'sending', notReached: state.at === 'notReached' };
}

type Proposing = ReturnType<typeof usePropose>;

function Send({ proposing, onSend }: { proposing: Proposing; onSend: () => void }) {
  const say = useSay(texts);
  return (
    <>
      {proposing.notReached && (
        <div className="note waiting" role="alert">
          <p>{say('notReached')}</p>
        </div>
      )}
      <button type="button" className="btn" aria-disabled={proposing.sending} onClick={onSend}>
        {say('propose.do')}
      </button>
    </>
  );
}

function Grant({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const words = useServiceWords();
  const session = useSession();
  const proposing = usePropose();
  const [office, setOffice] = useState<PickedOffice | null>(null);
  const [role, setRole] = useState<string>('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const needed = (missing: boolean) => (tried && missing ? say('needed') : undefined);
  const send = () => {
    setTried(true);
    if (!office || role === '' || from === '') return;
    void proposing.propose({
      change: 'grant',
      officerId: officer.id,
      officeId: office.id,
      role: roles.parse(role),
      from,
      until: until || null,
    });
  };
  return (
    <details className="act" open={officer.posts.length === 0}>
      <summary>{say('grant')}</summary>
      <ErrorSummary problem={proposing.problem} faults={[]} />
      <OfficePicker
        label={say('office')}
        required
        region={session.office.regionCode ?? undefined}
        value={office}
        error={needed(office === null)}
        onChange={setOffice}
      />
      <ChoiceField
        label={say('role')}
        required
        none={say('role.choose')}
        choices={roles.options.map((each) => ({ value: each, label: words.role(each) }))}
        value={role}
        error={needed(role === '')}
        onChange={(event) => setRole(event.target.value)}
      />
      <DateField label={say('from')} required value={from} error={needed(from === '')} onChange={setFrom} />
      <DateField label={say('until.optional')} value={until} onChange={setUntil} />
      <Send proposing={proposing} onSend={send} />
    </details>
  );
}

function useWhichPost(posts: readonly Post[]) {
  const words = useServiceWords();
  const format = useFormat();
  const [postId, setPostId] = useState(posts.length === 1 ? posts[0]!.id : '');
  const choices = posts.map((post) => ({
    value: post.id,
    label: `${words.role(post.role)} · ${post.officeName} (${format.date(post.from)})`,
  }));
  return { postId, setPostId, choices };
}

function End({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const proposing = usePropose();
  const { postId, setPostId, choices } = useWhichPost(officer.posts);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (postId !== '' && until !== '') void proposing.propose({ change: 'end', officerId: officer.id, postId, until });
  };
  return (
    <details className="act">
      <summary>{say('end')}</summary>
      <ErrorSummary problem={proposing.problem} faults={[]} />
      <ChoiceField
        label={say('post')}
        required
        none={say('post.choose')}
        choices={choices}
        value={postId}
        error={tried && postId === '' ? say('needed') : undefined}
        onChange={(event) => setPostId(event.target.value)}
      />
      <DateField
        label={say('end.on')}
        required
        value={until}
        error={tried && until === '' ? say('needed') : undefined}
        onChange={setUntil}
      />
      <Send proposing={proposing} onSend={send} />
    </details>
  );
}

function Move({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const session = useSession();
  const proposing = usePropose();
  const { postId, setPostId, choices } = useWhichPost(officer.posts);
  const [office, setOffice] = useState<PickedOffice | null>(null);
  const [on, setOn] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (postId === '' || !office || on === '') return;
    void proposing.propose({ change: 'move', officerId: officer.id, postId, officeId: office.id, on });
  };
  return (
    <details className="act">
      <summary>{say('move')}</summary>
      <ErrorSummary problem={proposing.problem} faults={[]} />
      <ChoiceField
        label={say('post')}
        required
        none={say('post.choose')}
        choices={choices}
        value={postId}
        error={tried && postId === '' ? say('needed') : undefined}
        onChange={(event) => setPostId(event.target.value)}
      />
      <OfficePicker
        label={say('move.to')}
        required
        region={session.office.regionCode ?? undefined}
        value={office}
        error={tried && !office ? say('needed') : undefined}
        onChange={setOffice}
      />
      <DateField
        label={say('move.on')}
        required
        value={on}
        error={tried && on === '' ? say('needed') : undefined}
        onChange={setOn}
      />
      <Send proposing={proposing} onSend={send} />
    </details>
  );
}
