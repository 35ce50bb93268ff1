import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { listOfficersContract } from '../../../src/register/officer/contract.ts';
import { officerState, type Officer } from '../../../src/register/officer/schema.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { ServiceTabs } from '../office/service-tabs.tsx';
import { useSession } from '../session.tsx';
import { STANDING } from './state.ts';
import { texts } from './texts.ts';
import { useServiceWords } from './words.ts';

/** The officers of one's own region, by name or user name. What is typed never stands in the address. */
export function Officers() {
  const say = useSay(texts);
  const words = useServiceWords();
  const { client } = useHouse();
  const { scopes } = useSession();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [state, setState] = useFilter('keadaan');
  const known = officerState.safeParse(state).data;
  const query = useInfiniteQuery({
    queryKey: ['officers', { search, state: known }],
    queryFn: ({ pageParam }) =>
      client.call(listOfficersContract, {
        ...(search ? { search } : {}),
        ...(known ? { state: known } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {scopes.includes('officer.manage') && (
          <Link className="btn" to={'/petugas/kantor/pegawai/daftar' as '/petugas'}>
            {say('add')}
          </Link>
        )}
      </div>
      <ServiceTabs />
      <div className="filter-bar">
        <TextField
          label={say('search')}
          hint={say('search.hint')}
          type="search"
          autoComplete="off"
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ChoiceField
          label={say('state')}
          hint={say('state.hint')}
          none={say('state.all')}
          choices={officerState.options.map((each) => ({ value: each, label: say(`state.${each}`) }))}
          value={known ?? ''}
          onChange={(event) => setState(event.target.value || undefined)}
        />
      </div>
      <DataTable
        caption={say('title')}
        empty={say('none')}
        rows={rowsOf({
          data: query.data?.pages.flatMap((page) => page.officers),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(officer) => officer.id}
        columns={[
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: (officer) => <Link to={`/petugas/kantor/pegawai/${officer.id}` as '/petugas'}>{officer.name}</Link>,
          },
          {
            key: 'username',
            head: say('username'),
            cell: (officer) => <span className="mono">{officer.username}</span>,
          },
          { key: 'posts', head: say('posts'), cell: (officer) => <Posts posts={officer.posts} role={words.role} /> },
          {
            key: 'state',
            head: say('state'),
            cell: (officer) => <Tag standing={STANDING[officer.state]}>{say(`state.${officer.state}`)}</Tag>,
          },
        ]}
      />
      {query.hasNextPage && (
        <p className="more">
          <button
            type="button"
            className="btn quiet"
            aria-disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {say('more')}
          </button>
        </p>
      )}
    </>
  );
}

function Posts({ posts, role }: { posts: Officer['posts']; role: (role: string) => string }) {
  const say = useSay(texts);
  if (posts.length === 0) return <span className="soft">{say('posts.none')}</span>;
  return posts.map((post) => (
    <div key={post.id}>
      {role(post.role)} <span className="soft">· {post.officeName}</span>
    </div>
  ));
}
