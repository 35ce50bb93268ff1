import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { listBackupsContract } from '../../../src/core/backup/contract.ts';
import { healthContract } from '../../../src/core/health/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { Problem } from '../../kit/problem.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

// /readyz is made for machines and stands outside /v1; it answers 503 with the same body when a check fails.
const readiness = z.object({ ok: z.boolean(), checks: z.array(z.object({ name: z.string(), ok: z.boolean() })) });

/** Whether the parts of the system answer, asked again every ten seconds. */
export function Health() {
  const say = useSay(texts);
  const format = useFormat();
  const { connection } = useHouse();
  const { scopes } = useSession();
  const query = useQuery({
    queryKey: ['health'],
    refetchInterval: 10_000,
    queryFn: async () => {
      const response = await fetch('/readyz', { cache: 'no-store' }).catch((fault: unknown) => {
        connection.lost(Date.now());
        throw fault;
      });
      connection.reached();
      return readiness.parse(await response.json());
    },
  });
  const name = (check: string) => (check in id ? say(check as keyof typeof id) : check);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      {query.data && (
        <div className={query.data.ok ? 'note done' : 'note stopped'} role="status">
          <p>
            <b>{say(query.data.ok ? 'ready' : 'notReady')}</b>{' '}
            {say('asked', { time: format.time(new Date(query.dataUpdatedAt)) })}
          </p>
        </div>
      )}
      <DataTable
        caption={say('title')}
        empty={say('empty')}
        rows={rowsOf({ data: query.data?.checks, error: query.error, refetch: () => query.refetch() })}
        rowKey={(check) => check.name}
        columns={[
          { key: 'name', head: say('part'), names: true, cell: (check) => name(`part.${check.name}`) },
          { key: 'about', head: say('about'), cell: (check) => name(`about.${check.name}`) },
          {
            key: 'ok',
            head: say('state'),
            cell: (check) => <Tag standing={check.ok ? 'done' : 'stopped'}>{say(check.ok ? 'ok' : 'failing')}</Tag>,
          },
        ]}
      />
      <Figures />
      {scopes.includes('backup.manage') && <Backups />}
    </>
  );
}

/** The newest backups, how old each is, and whether it was shown to hold. */
function Backups() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['backups'],
    queryFn: () => client.call(listBackupsContract, {}),
    refetchInterval: 60_000,
  });
  // No folder was named: that is a word to the operator, not a failure of this page.
  const unset = query.error instanceof Problem && query.error.code === 'backup.folder_unknown' ? query.error : null;
  return (
    <>
      <h2>{say('backups')}</h2>
      {unset ? (
        <div className="note waiting">
          <p>{unset.title}</p>
        </div>
      ) : (
        <DataTable
          caption={say('backups')}
          empty={say('backups.none')}
          rows={rowsOf({
            data: query.data?.backups.slice(0, BACKUPS_SHOWN),
            error: query.error,
            refetch: () => query.refetch(),
          })}
          rowKey={(backup) => backup.name}
          columns={[
            { key: 'made', head: say('backup.made'), names: true, cell: (backup) => format.instant(backup.madeAt) },
            { key: 'age', head: say('backup.age'), cell: (backup) => format.age(0, backup.ageSeconds * 1000) },
            { key: 'bytes', head: say('backup.bytes'), number: true, cell: (backup) => format.bytes(backup.bytes) },
            {
              key: 'sealed',
              head: say('backup.sealed'),
              cell: (backup) => say(backup.encrypted ? 'backup.encrypted' : 'backup.plain'),
            },
            { key: 'verified', head: say('backup.verified'), cell: (backup) => <Verified backup={backup} /> },
          ]}
        />
      )}
    </>
  );
}

type Backup = AnswerOf<typeof listBackupsContract>['backups'][number];

function Verified({ backup: { readable, verified } }: { backup: Backup }) {
  const say = useSay(texts);
  const format = useFormat();
  if (!readable) return <Tag standing="stopped">{say('backup.unreadable')}</Tag>;
  if (!verified) return <Tag standing="waiting">{say('backup.unverified')}</Tag>;
  return (
    <>
      <Tag standing={verified.ok ? 'done' : 'stopped'}>{say(verified.ok ? 'backup.holds' : 'backup.fails')}</Tag>{' '}
      <span className="soft">{format.instant(verified.at)}</span>
    </>
  );
}

const SLOW_SECONDS = 10;
const BACKUPS_SHOWN = 10;

/** The few figures by which one sees whether the house keeps up. */
function Figures() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['health', 'figures'],
    queryFn: () => client.call(healthContract, {}),
    refetchInterval: 10_000,
  });
  if (!query.data && query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { ledger, jobs, database, process } = query.data;
  const age = (seconds: number) => format.age(0, seconds * 1000);
  const lines: readonly Line[] = [
    { name: 'ledger.numbered', value: format.number(ledger.numbered) },
    {
      name: 'ledger.waiting',
      value: format.number(ledger.waiting),
      also: ledger.waiting > 0 ? say('oldest', { age: age(ledger.oldestWaitingSeconds) }) : null,
      bad: ledger.oldestWaitingSeconds > SLOW_SECONDS,
    },
    { name: 'ledger.unpublished', value: format.number(ledger.numbered - ledger.published) },
    {
      name: 'jobs.waiting',
      value: format.number(jobs.waiting),
      also: jobs.oldestWaitingSeconds === null ? null : say('oldest', { age: age(jobs.oldestWaitingSeconds) }),
    },
    { name: 'jobs.retrying', value: format.number(jobs.retrying), bad: jobs.retrying > 0 },
    {
      name: 'jobs.failed',
      value: format.number(jobs.failed),
      also: jobs.failedNames.map(({ name, n }) => `${name} (${format.number(n)})`).join(', ') || null,
      bad: jobs.failed > 0,
    },
    { name: 'database.bytes', value: format.bytes(database.bytes), also: `PostgreSQL ${database.version}` },
    { name: 'database.connections', value: format.number(database.connections) },
    { name: 'process.memory', value: format.bytes(process.memoryBytes) },
    { name: 'process.uptime', value: age(process.uptimeSeconds) },
  ];
  return (
    <>
      <h2>{say('figures')}</h2>
      <DataTable
        caption={say('figures')}
        empty={say('empty')}
        rows={{ at: 'here', rows: lines }}
        rowKey={(line) => line.name}
        columns={[
          { key: 'name', head: say('figure'), names: true, cell: (line) => say(`figure.${line.name}`) },
          { key: 'value', head: say('value'), number: true, cell: (line) => line.value },
          {
            key: 'also',
            head: say('also'),
            cell: (line) => (
              <>
                {line.bad !== undefined && (
                  <Tag standing={line.bad ? 'stopped' : 'done'}>{say(line.bad ? 'failing' : 'ok')}</Tag>
                )}{' '}
                {line.also}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

interface Line {
  readonly name:
    | 'ledger.numbered'
    | 'ledger.waiting'
    | 'ledger.unpublished'
    | 'jobs.waiting'
    | 'jobs.retrying'
    | 'jobs.failed'
    | 'database.bytes'
    | 'database.connections'
    | 'process.memory'
    | 'process.uptime';
  readonly value: string;
  readonly also?: string | null;
  /** Absent where no value is good or bad by itself. */
  readonly bad?: boolean;
}
