import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { listHeadlessContract } from '../../../src/register/family/contract.ts';
import { inFours } from '../../kit/format.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { useHouseNow, useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** Families in force that have no head any more, the longest wait first; each needs a new head. */
export function Headless() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const query = useQuery({
    queryKey: ['register', 'headless'],
    queryFn: ({ signal }) => client.call(listHeadlessContract, {}, { signal }),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('list.title')}
      </h1>
      <p className="row">
        <Link to={'/petugas/cari' as '/petugas'}>{say('list.find')}</Link>
        {scopes.includes('family.change') && <Link to={'/petugas/keluarga-baru' as '/petugas'}>{say('list.new')}</Link>}
      </p>
      <h2>{say('list.headless')}</h2>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <WorkList
          label={say('list.headless')}
          empty={say('list.empty')}
          now={now}
          onOpen={(item) =>
            void navigate({ to: '/petugas/keluarga/$ref' as '/petugas', params: { ref: item.key } as never })
          }
          items={query.data.families.map((family) => ({
            key: family.ref,
            title: inFours(family.number),
            why: say('list.why', { count: family.members, address: family.address, place: family.place }),
            since: Date.parse(family.since),
          }))}
        />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}
