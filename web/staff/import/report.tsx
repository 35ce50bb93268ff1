import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listImportFaultsContract, openImportReportContract } from '../../../src/register/resident/import/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { Problem } from '../../kit/problem.ts';

import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useFilter } from '../address.ts';
import { saveFile } from '../download.ts';
import { useHouse } from '../house.tsx';
import type { Import } from './one-import.tsx';
import { isRunning } from './state.ts';
import { texts } from './texts.ts';
import { FAULT_NAMES } from './fault-names.ts';

const EFFECT: Readonly<Record<string, Standing>> = { row: 'stopped', cell: 'waiting', note: 'plain', case: 'sealed' };

/** What is wrong in the file, cell by cell, with what to do; by kind, and as a table to take along. */
export function Report({ import: shown }: { import: Import }) {
  const say = useSay(texts);
  const sayFault = useSay(FAULT_NAMES);
  const format = useFormat();
  const [code, choose] = useFilter('kode');
  if (shown.state === 'waiting' || (shown.faults.length === 0 && isRunning(shown))) return null;
  const total = shown.faults.reduce((sum, { n }) => sum + n, 0);
  const chosen = shown.faults.some((fault) => fault.code === code) ? code : undefined;
  const nameOf = (each: string) => (each in FAULT_NAMES.id ? sayFault(each as keyof typeof FAULT_NAMES.id) : each);
  // That nothing is wrong can only be said of a file that was read to its end.
  if (total === 0 && shown.state === 'failed') return null;
  return (
    <section>
      <div className="page-head">
        <h2>{say('report')}</h2>
        {total > 0 && !isRunning(shown) && <Download id={shown.id} />}
      </div>
      {total === 0 ? (
        <div className="state-note">
          <p>{say('report.none')}</p>
        </div>
      ) : (
        <>
          <p className="soft">{say('report.about', { total: format.number(total) })}</p>
          <div className="chips no-print" role="group" aria-label={say('report.filter')}>
            <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
              {say('report.all')} <span className="soft">{format.number(total)}</span>
            </button>
            {shown.faults.map((fault) => (
              <button
                key={fault.code}
                type="button"
                aria-pressed={chosen === fault.code}
                onClick={() => choose(fault.code)}
              >
                {nameOf(fault.code)} <span className="soft">{format.number(fault.n)}</span>
              </button>
            ))}
          </div>
          {!isRunning(shown) && <Lines id={shown.id} code={chosen} state={shown.state} />}
        </>
      )}
    </section>
  );
}

function Lines({ id, code, state }: { id: string; code: string | undefined; state: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useInfiniteQuery({
    queryKey: ['import', id, 'faults', state, code ?? 'all'],
    queryFn: ({ pageParam }) =>
      client.call(listImportFaultsContract, { id, ...(code ? { code } : {}), after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    // Every page that is opened is noted in the log; nothing is fetched again unasked.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const lines = query.data?.pages.flatMap((page) => page.lines);
  return (
    <>
      <DataTable
        caption={say('report')}
        empty={say('report.none')}
        rows={rowsOf({
          data: lines?.map((line, place) => ({ ...line, place })),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(line) => String(line.place)}
        columns={[
          {
            key: 'where',
            head: say('report.where'),
            cell: (line) => (
              <>
                <span className="nowrap">{say('report.row', { row: format.number(line.row) })}</span>
                <div className="soft">{line.letter ? `${line.letter} · ${line.column}` : line.column}</div>
              </>
            ),
          },
          {
            key: 'text',
            head: say('report.text'),
            cell: (line) => (
              <>
                {line.text}
                <div>
                  <Tag standing={EFFECT[line.severity] ?? 'plain'}>
                    {say(`effect.${line.severity}` as 'effect.row')}
                  </Tag>
                </div>
              </>
            ),
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
            {say('report.more')}
          </button>
        </p>
      )}
    </>
  );
}

function Download({ id }: { id: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    if (busy) return;
    setBusy(true);
    try {
      saveFile(await client.call(openImportReportContract, { id }));
    } catch (error) {
      tell('stopped', error instanceof Problem ? error.title : say('report.notReached'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="btn quiet" aria-disabled={busy} onClick={() => void fetchFile()}>
      {say('report.download')}
    </button>
  );
}
