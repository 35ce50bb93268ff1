import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { listDisputesContract } from '../../../src/sharing/citizen/contract.ts';
import type { DisputeLine } from '../../../src/sharing/citizen/dispute/schema.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { useHouseNow } from '../session.tsx';
import { texts } from './texts.ts';

const STANDING = {
  OPEN: 'waiting',
  ANSWERED: 'plain',
  ADMITTED: 'plain',
  OBJECTED: 'stopped',
  ACCEPTED: 'done',
  UPHELD: 'done',
  REJECTED: 'done',
  WITHDRAWN: 'plain',
} as const satisfies Record<DisputeLine['state'], Standing>;

export function DisputeTag({ state, overdue }: Pick<DisputeLine, 'state' | 'overdue'>) {
  const say = useSay(texts);
  return overdue ? (
    <Tag standing="stopped">{say('state.late')}</Tag>
  ) : (
    <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>
  );
}

type Running = 'OPEN' | 'ANSWERED' | 'ADMITTED' | 'OBJECTED';

/** Cases that run: what the ministry must decide comes first, then what is late. */
export function Disputes() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const query = useQuery({
    queryKey: ['citizen', 'disputes'],
    queryFn: ({ signal }) => client.call(listDisputesContract, {}, { signal }),
  });
  const why = ({ state, overdue, dueAt }: DisputeLine) =>
    say(overdue ? 'why.late' : `why.${state as Running}`, { due: format.instant(dueAt) });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('list.title')}
      </h1>
      <p className="soft">{say('list.about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data ? (
        <WorkList
          label={say('list.title')}
          empty={say('list.empty')}
          now={now}
          onOpen={(item) => void navigate({ to: `/petugas/bukan-saya/${item.key}` as '/petugas' })}
          items={query.data.disputes.map((each) => ({
            key: each.id,
            title: `${each.number} · ${each.institution}`,
            why: why(each),
            since: Date.parse(each.openedAt),
            tag: <DisputeTag {...each} />,
          }))}
        />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}
