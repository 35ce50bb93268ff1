import { useState, type FormEvent } from 'react';
import { traceFileContract, viewTracesContract } from '../../../../src/sharing/verification/canary/contract.ts';
import type { TraceShown } from '../../../../src/sharing/verification/canary/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { FileDrop } from '../../../kit/file-drop.tsx';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { Go, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** A file that turned up where it should not: whose invented persons are in it. */
export function Trace() {
  const say = useSay(texts);
  const mayTrace = useMay('partner.canary.manage');
  return (
    <>
      <p className="soft no-print">
        <Go to="/peringatan">{say('alarms')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('trace.title')}
      </h1>
      <p className="soft">{say('trace.about')}</p>
      {mayTrace && <TraceOne />}
      <Traces />
    </>
  );
}

const MOST_BYTES = 128 * 1024 * 1024;

function TraceOne() {
  const say = useSay(texts);
  const refresh = useRefresh();
  const { client } = useHouse();
  const { state, run } = useAct(client, traceFileContract);
  const [file, setFile] = useState<File | null>(null);
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState<TraceShown | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || state.at === 'sending') return;
    // Another file is another act; the same one again is the same act.
    const answer = await run({}, { file, idempotencyKey: key });
    if (answer === null) return;
    setFound(answer);
    setFile(null);
    setTried(false);
    refresh();
  };
  const missing = tried && !file;
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="no-print">
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      <FileDrop
        label={say('trace.file')}
        name="file"
        hint={say('trace.hint')}
        accept={['.csv', '.txt', '.xlsx', '.xls', '.ods']}
        mostBytes={MOST_BYTES}
        state={
          missing
            ? { at: 'refused', name: '', why: say('trace.missing') }
            : file
              ? { at: 'kept', name: file.name }
              : { at: 'none' }
        }
        onFile={(chosen) => {
          setFile(chosen);
          setKey(crypto.randomUUID());
          setFound(null);
        }}
      />
      <Submit state={state} busy={say('trace.sending')}>
        {say('trace.submit')}
      </Submit>
      <div role="status">{found && <Verdict trace={found} />}</div>
    </form>
  );
}

function Verdict({ trace: { found } }: { trace: TraceShown }) {
  const say = useSay(texts);
  if (found.length === 0) return <p className="note">{say('trace.nothing')}</p>;
  const n = found.reduce((sum, each) => sum + each.n, 0);
  return (
    <p className="note stopped">
      {say('trace.found', { n, institutions: found.map(({ institution }) => institution).join(', ') })}
    </p>
  );
}

function Traces() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useAsk(viewTracesContract, {});
  return (
    <section aria-labelledby="ditelusuri">
      <h2 id="ditelusuri">{say('traces')}</h2>
      <DataTable
        caption={say('traces.table')}
        rows={rowsOf({ ...query, data: query.data?.traces })}
        rowKey={({ id }) => id}
        empty={say('traces.none')}
        columns={[
          { key: 'at', head: say('traces.at'), names: true, cell: ({ at }) => format.instant(at) },
          { key: 'by', head: say('traces.by'), cell: ({ by }) => by },
          {
            key: 'found',
            head: say('traces.found'),
            cell: ({ found }) =>
              found.length === 0
                ? say('traces.empty')
                : found.map(({ institutionId, institution, n }) => (
                    <div key={institutionId}>
                      <Go to={`/lembaga/${institutionId}/data-umpan`}>{say('traces.each', { institution, n })}</Go>
                    </div>
                  )),
          },
          { key: 'lines', head: say('traces.lines'), number: true, cell: ({ lines }) => format.number(lines) },
          {
            key: 'file',
            head: say('traces.file'),
            cell: ({ sha256 }) => <span className="mono breaks">{sha256}</span>,
          },
        ]}
      />
    </section>
  );
}
