import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { inFours } from '../../../kit/format.ts';
import { useNow } from '../../../kit/now.ts';
import { Empty, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { listOutbox, sendNow, type OutboxEntry } from './outbox.ts';
import { listReceipts } from './packets.ts';
import { StorageWords } from './storage-words.tsx';
import { texts } from './texts.ts';
import { useProgress, useWaiting } from './use-waiting.ts';
import { todoOf, wordsOf } from './words.ts';

/** What waits on this device, the oldest first; how each stands, and what to do where it was refused. */
export function OutboxPage() {
  const say = useSay(texts);
  const tell = useTell();
  // Tells of changes; the entries with their names are read beside it.
  useWaiting();
  const query = useQuery({ queryKey: ['outbox', 'entries'], queryFn: listOutbox });
  const entries = query.data ?? [];
  const send = () => {
    tell('waiting', say('sending'));
    void sendNow(entries.filter(({ state }) => state.at !== 'refused').map(({ id }) => id));
  };
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {entries.some(({ state }) => state.at !== 'refused') && (
          <button type="button" className="btn" onClick={send}>
            {say('sendNow')}
          </button>
        )}
      </div>
      <p className="soft">{say('lead')}</p>
      <section aria-label={say('list')}>
        {query.error ? (
          <div className="note stopped" role="alert">
            <p>
              <b>{say('store.closed')}</b>
            </p>
            <p>{say('store.closed.how')}</p>
          </div>
        ) : !query.data ? (
          <Loading />
        ) : entries.length === 0 ? (
          <Empty will={say('empty')} />
        ) : (
          <Entries entries={entries} />
        )}
      </section>
      <StorageWords />
      <Receipts />
    </>
  );
}

function Entries({ entries }: { entries: readonly OutboxEntry[] }) {
  const now = useNow(1_000);
  const progress = useProgress();
  return (
    <ul className="offers outbox">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} now={now} progress={progress} />
      ))}
    </ul>
  );
}

function Entry({
  entry,
  now,
  progress,
}: {
  entry: OutboxEntry;
  now: number;
  progress: { id: string; sent: number } | null;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const { id, label, state, size, tries, nextTryAt } = entry;
  const sent = progress?.id === id ? progress.sent : entry.received;
  const words = wordsOf({ ...entry, received: sent }, progress?.id ?? null);
  const percent = format.percent(Math.min(100, (sent / size) * 100), 0);
  const retried = state.at === 'waiting' && tries > 0 && nextTryAt > now;
  return (
    <li>
      <div className="row">
        <b>{label?.name ?? say('unreadable')}</b>
        {label && <span className="mono">{inFours(label.nik)}</span>}
        <Tag standing={words.standing}>{say(words.state, { percent })}</Tag>
      </div>
      {words.state === 'state.sending' && (
        <progress max={size} value={sent} aria-label={say('state.sending', { percent })} />
      )}
      <p className="soft">
        {[
          say('captured', { at: format.instant(entry.capturedAt) }),
          say('waits', { age: format.age(entry.keptAt, now) }),
          say('size', { size: format.bytes(size) }),
          retried && say('tries', { count: tries }),
          retried && say('next', { age: format.age(now, nextTryAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {words.how && <p>{say(words.how)}</p>}
      {state.at === 'held' && state.text && <p>{state.text}</p>}
      {state.at === 'refused' && (
        <>
          <Refusal state={state} />
          <p>
            <Link to={'/petugas/perekaman/kotak-kirim/$packetId' as '/petugas'} params={{ packetId: id } as never}>
              {say('putAway')}
              <span className="unseen"> {label?.name}</span>
            </Link>
          </p>
        </>
      )}
    </li>
  );
}

/** Why a packet was refused, in the centre's words, and what to do now. */
export function Refusal({ state }: { state: Extract<OutboxEntry['state'], { at: 'refused' }> }) {
  const say = useSay(texts);
  return (
    <>
      <p>{state.text ?? say('bytesGone')}</p>
      {state.reason && <p>{say('reason', { reason: state.reason })}</p>}
      <p>
        <b>{say('todo')}:</b> {say(todoOf(state.code))}
      </p>
    </>
  );
}

function Receipts() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useQuery({ queryKey: ['outbox', 'receipts'], queryFn: () => listReceipts(Date.now()) });
  return (
    <section>
      <h2>{say('receipts.title')}</h2>
      <p className="soft">{say('receipts.about')}</p>
      <DataTable
        caption={say('receipts.title')}
        empty={say('receipts.none')}
        rows={rowsOf({ data: query.data, error: null, refetch: () => query.refetch() })}
        rowKey={({ id }) => id}
        columns={[
          { key: 'id', head: say('receipts.id'), names: true, cell: ({ id }) => <span className="mono">{id}</span> },
          {
            key: 'end',
            head: say('receipts.end'),
            cell: ({ end }) => <Tag standing={end === 'taken' ? 'done' : 'stopped'}>{say(`end.${end}`)}</Tag>,
          },
          { key: 'at', head: say('receipts.at'), cell: ({ endedAt }) => format.instant(new Date(endedAt)) },
          { key: 'captured', head: say('receipts.captured'), cell: ({ capturedAt }) => format.instant(capturedAt) },
        ]}
      />
    </section>
  );
}
