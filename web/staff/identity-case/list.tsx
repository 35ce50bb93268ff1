import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { listCasesContract } from '../../../src/register/resident/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { useHouseNow } from '../session.tsx';
import { texts } from './texts.ts';

/** One NIK, two persons: what waits for a decision, the oldest first. */
export function IdentityCases() {
  const say = useSay(texts);
  const { client } = useHouse();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const query = useQuery({
    queryKey: ['register', 'cases'],
    queryFn: ({ signal }) => client.call(listCasesContract, {}, { signal }),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <WorkList
          label={say('title')}
          empty={say('empty')}
          now={now}
          onOpen={(item) => void navigate({ to: `/petugas/kasus/${item.key}` as '/petugas' })}
          items={query.data.cases.map((each) => ({
            key: each.id,
            title: each.otherName
              ? say('between', { name: each.name || say('elsewhere'), other: each.otherName })
              : each.name || say('elsewhere'),
            why: `${say(each.kind === 'likely_duplicate' ? 'kind.likely_duplicate' : 'kind.nik_of_two')} · ${each.place}`,
            since: Date.parse(each.openedAt),
          }))}
        />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}
