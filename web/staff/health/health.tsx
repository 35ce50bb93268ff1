import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
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
    </>
  );
}
