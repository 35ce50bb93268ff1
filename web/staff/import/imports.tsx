import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { listImportsContract, uploadImportContract } from '../../../src/register/resident/import/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { FileDrop, type FileState } from '../../kit/file-drop.tsx';
import { Problem } from '../../kit/problem.ts';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { isRunning, STANDING } from './state.ts';
import { texts } from './texts.ts';

/** What the server takes in one upload; larger files are imported by the operator's command. */
const MOST_BYTES = 12 * 1024 * 1024;
const KINDS = ['.csv', '.txt', '.xlsx', '.xlsm', '.ods'];

/** Imports: a file is uploaded and checked, looked at, and only then entered into the register. */
export function Imports() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['imports'],
    queryFn: () => client.call(listImportsContract, {}),
    // Whoever comes back from one of them finds it as it is, however quickly that went.
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.imports.some(isRunning) ? 2_000 : false),
  });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <Upload />
      <h2>{say('list')}</h2>
      <DataTable
        caption={say('list')}
        empty={say('list.empty')}
        rows={rowsOf({ data: query.data?.imports, error: query.error, refetch: () => query.refetch() })}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'file',
            head: say('file'),
            names: true,
            cell: (row) => <Link to={`/petugas/impor/${row.id}` as '/petugas'}>{row.fileName}</Link>,
          },
          {
            key: 'state',
            head: say('state'),
            cell: (row) => <Tag standing={STANDING[row.state]}>{say(`state.${row.state}`)}</Tag>,
          },
          { key: 'started', head: say('started'), cell: (row) => format.instant(row.startedAt) },
          { key: 'read', head: say('count.read'), number: true, cell: (row) => format.number(row.read) },
          { key: 'created', head: say('count.created'), number: true, cell: (row) => format.number(row.created) },
          { key: 'updated', head: say('count.updated'), number: true, cell: (row) => format.number(row.updated) },
          { key: 'refused', head: say('count.refused'), number: true, cell: (row) => format.number(row.refused) },
          { key: 'cases', head: say('count.cases'), number: true, cell: (row) => format.number(row.cases) },
        ]}
      />
    </>
  );
}

function Upload() {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const navigate = useNavigate();
  const [state, setState] = useState<FileState>({ at: 'none' });
  const [unsent, setUnsent] = useState<File | null>(null);
  // The key belongs to the file: sending the same one again after a dropped line makes no second import.
  const key = useRef<{ file: File; key: string } | null>(null);
  const send = async (file: File) => {
    if (state.at === 'sending') return;
    if (key.current?.file !== file) key.current = { file, key: crypto.randomUUID() };
    setUnsent(null);
    setState({ at: 'sending', name: file.name, sent: 0, total: file.size });
    try {
      const begun = await client.call(
        uploadImportContract,
        { dryRun: 'true' },
        {
          file,
          patienceMs: 60_000,
          idempotencyKey: key.current.key,
          onProgress: (sent, total) => setState({ at: 'sending', name: file.name, sent, total }),
        },
      );
      setState({ at: 'kept', name: file.name });
      void queries.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: `/petugas/impor/${begun.id}` as '/petugas' });
    } catch (error) {
      if (error instanceof Problem) key.current = null;
      else setUnsent(file);
      setState({
        at: 'refused',
        name: file.name,
        why: error instanceof Problem ? error.title : say('upload.notReached', { name: file.name }),
      });
    }
  };
  return (
    <>
      <FileDrop
        label={say('upload')}
        hint={say('upload.hint')}
        accept={KINDS}
        mostBytes={MOST_BYTES}
        state={state}
        onFile={(file) => void send(file)}
      />
      {unsent && (
        <p>
          <button type="button" className="btn quiet" onClick={() => void send(unsent)}>
            {say('upload.again', { name: unsent.name })}
          </button>
        </p>
      )}
    </>
  );
}
