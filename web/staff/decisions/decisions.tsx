import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { listProposalsContract } from '../../../src/core/approval/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { useNow } from '../../kit/now.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { STANDING } from '../proposal/standing.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const HOUR_MS = 3_600_000;
const SHORT_MS = 4 * HOUR_MS;

/** Great acts that wait for this officer's yes or no, the shortest deadline first; and what became of his own. */
export function Decisions() {
  const say = useSay(texts);
  const format = useFormat();
  const now = useNow(60_000);
  const navigate = useNavigate();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['proposals'],
    queryFn: async () => (await client.call(listProposalsContract, {})).proposals,
    refetchInterval: 60_000,
  });
  const forMe = (query.data ?? [])
    .filter((each) => each.state === 'waiting' && each.whyNot === null)
    .toSorted((a, b) => a.leftSeconds - b.leftSeconds);
  // The register's clock counts; the device's only carries it on since the answer came.
  const at = query.dataUpdatedAt;
  const isForMe = new Set(forMe.map((each) => each.id));
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      {query.data ? (
        <WorkList
          label={say('title')}
          now={now}
          empty={say('empty')}
          onOpen={(item) => void navigate({ to: `/petugas/usul/${item.key}` as '/petugas' })}
          items={forMe.map((each) => ({
            key: each.id,
            title: each.summary,
            why: say('why', { who: each.proposedByName ?? say('system') }),
            since: at - each.ageSeconds * 1000,
            tag: (
              <Tag standing={at + each.leftSeconds * 1000 - now < SHORT_MS ? 'stopped' : 'waiting'}>
                {say('left', { age: format.age(now, at + each.leftSeconds * 1000) })}
              </Tag>
            ),
          }))}
        />
      ) : query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : (
        <Loading lines={5} />
      )}
      <h2>{say('mine')}</h2>
      <DataTable
        caption={say('mine')}
        empty={say('mine.none')}
        rows={rowsOf({
          data: query.data?.filter((each) => !isForMe.has(each.id)),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(each) => each.id}
        columns={[
          {
            key: 'summary',
            head: say('what'),
            names: true,
            cell: (each) => <Link to={`/petugas/usul/${each.id}` as '/petugas'}>{each.summary}</Link>,
          },
          {
            key: 'state',
            head: say('state'),
            cell: (each) => <Tag standing={STANDING[each.state]}>{say(`state.${each.state}`)}</Tag>,
          },
          { key: 'at', head: say('proposedAt'), cell: (each) => format.instant(each.proposedAt) },
          {
            key: 'decided',
            head: say('decided'),
            cell: (each) =>
              each.decidedAt ? (
                <>
                  {each.decidedByName ?? say('system')} <span className="soft">{format.instant(each.decidedAt)}</span>
                  {each.reason && <div>{each.reason}</div>}
                </>
              ) : (
                <span className="soft">{say('until', { at: format.instant(each.expiresAt) })}</span>
              ),
          },
        ]}
      />
    </>
  );
}
