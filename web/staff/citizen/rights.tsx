import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { listRightsContract } from '../../../src/sharing/citizen/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { useHouseNow } from '../session.tsx';
import { texts } from './texts.ts';

/** What people ask about their own data, what is due soonest first. */
export function Rights() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const query = useQuery({
    queryKey: ['citizen', 'rights'],
    queryFn: ({ signal }) => client.call(listRightsContract, {}, { signal }),
  });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('rights.title')}
      </h1>
      <p className="soft">{say('rights.about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <WorkList
          label={say('rights.title')}
          empty={say('rights.empty')}
          now={now}
          onOpen={(item) => void navigate({ to: `/petugas/hak-warga/${item.key}` as '/petugas' })}
          items={query.data.requests.map(({ id, number, right, place, openedAt, dueAt, overdue }) => ({
            key: id,
            title: `${number} · ${say(`right.${right}`)}`,
            why: `${say(overdue ? 'rights.late' : 'rights.due', { due: format.instant(dueAt) })} · ${place}`,
            since: Date.parse(openedAt),
          }))}
        />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}
