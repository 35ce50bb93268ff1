import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useNow } from '../../kit/now.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useLanguage, useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';
import { work, type Work, type WorkKind } from './work.ts';

const HOUR_MS = 3_600_000;
/** With less than this left the deadline is said in red. */
const SHORT_MS = 4 * HOUR_MS;

/** What I must do now: everything that waits for this officer, whatever room it comes from; the shortest deadline first. */
export function Home() {
  const say = useSay(texts);
  const language = useLanguage();
  const { client } = useHouse();
  const session = useSession();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const [chosen, choose] = useFilter('saring');
  const sources = work.filter(({ scope }) => session.scopes.includes(scope));
  const query = useQuery({
    queryKey: ['work', language, sources.map(({ kind }) => kind)],
    queryFn: async () => {
      const lists = await Promise.allSettled(sources.map((source) => source.list(client, language)));
      const failed = lists.find((list) => list.status === 'rejected');
      const items = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
      // One source that fails hides nothing of the others; it is said above them.
      if (failed && items.length === 0) throw failed.reason;
      return { items: items.toSorted(byUrgency), failed: failed ? (failed.reason as unknown) : null };
    },
    // To list people is a look that each of them can read: when the officer comes here and now and then, not each minute.
    refetchInterval: 10 * 60_000,
    refetchOnWindowFocus: false,
  });
  const items = query.data?.items ?? [];
  const kinds = [...new Set(items.map((each) => each.kind))];
  const filter = kinds.find((kind) => kind === chosen) ?? 'all';
  const shown = items.filter((each) => filter === 'all' || each.kind === filter);
  const open = (wanted: string) => {
    const { path, search = {} } = shown.find(({ key }) => key === wanted)!;
    void navigate({ to: path as '/petugas', search: search as never });
  };
  const count = (kind: WorkKind) => items.filter((each) => each.kind === kind).length;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{session.office.name}</p>
      {query.data?.failed && <Failing error={query.data.failed} again={() => void query.refetch()} />}
      {query.data ? (
        <WorkList
          label={say('list')}
          now={now}
          empty={say('empty')}
          filters={
            kinds.length < 2
              ? []
              : [
                  { key: 'all', label: say('all'), count: items.length },
                  ...kinds.map((kind) => ({ key: kind, label: say(`kind.${kind}`), count: count(kind) })),
                ]
          }
          filter={filter}
          onFilter={(key) => choose(key === 'all' ? undefined : key)}
          onOpen={(item) => open(item.key)}
          items={shown.map((each) => ({ ...each, why: say(each.why), tag: <Deadline work={each} now={now} /> }))}
        />
      ) : query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}

function Deadline({ work: { dueAt, daysLeft }, now }: { work: Work; now: number }) {
  const say = useSay(texts);
  const format = useFormat();
  if (dueAt === null) return null;
  if (daysLeft !== undefined) {
    if (daysLeft < 0) return <Tag standing="stopped">{say('lateDays', { days: -daysLeft })}</Tag>;
    return <Tag standing="waiting">{say('leftDays', { days: daysLeft })}</Tag>;
  }
  if (dueAt <= now) return <Tag standing="stopped">{say('late', { age: format.age(dueAt, now) })}</Tag>;
  return (
    <Tag standing={dueAt - now < SHORT_MS ? 'stopped' : 'waiting'}>{say('left', { age: format.age(now, dueAt) })}</Tag>
  );
}

function byUrgency(a: Work, b: Work): number {
  return (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || (a.since ?? Infinity) - (b.since ?? Infinity) || 0;
}
