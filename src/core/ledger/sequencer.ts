import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Connection } from '../db/index.ts';
import { systemClock } from '../time/index.ts';
import { dropJournals, parseJournals, readJournal, writeJournal } from './journal.ts';
import { growingLog, LogDamaged, type TileFile } from './log/index.ts';
import { knownCheckpoints, LogRolledBack, publisher, type LogPlace } from './publish.ts';

/** Only one session in a database holds it; the sequencer dies with its connection. */
export const SEQUENCER_LOCK = 7_120_413;
const BATCH = 4096;
const IDLE_MS = 100;
const RETRY_MS = 500;
/** A checkpoint at least every second while there are entries (promise 2): at once after a pause, else twice a second. */
const CHECKPOINT_MS = 500;
const SETTLE_MS = 5000;
const MONTHS_MS = 3_600_000;
const VACUUM_EVERY = 100_000;

// Why by ctid: a delete by id falls behind eight writers, and the table then has no index to keep.
const DRAIN = {
  name: 'ledger.drain',
  text: `with taken as (
      delete from ledger.pending where ctid = any(array(select ctid from ledger.pending limit ${BATCH})) returning id, body
    ), numbered as materialized (select row_number() over () as n, id, body from taken),
    entered as (insert into ledger.entry (seq, id) select $1::bigint + n - 1, id from numbered)
    select body from numbered order by n`,
};

const ADVANCE = {
  name: 'ledger.advance',
  text: 'update ledger.head set size = $1, journals = $2 where size = $3',
};

export interface Sequencer {
  /** Resolves when this sequencer holds the lock and has recovered. */
  readonly ready: Promise<void>;
  /** Numbers what is waiting, signs, and lets go. */
  stop(): Promise<void>;
}

export interface SequencerGiven {
  readonly connection: Connection;
  readonly place: LogPlace;
  /** Hears why the sequencer had to begin again; it goes on trying. */
  readonly onFault: (fault: Error) => void;
}

/** Starts the one sequencer; where another runs already it waits to take its place. */
export function startSequencer(given: SequencerGiven): Sequencer {
  const stopping = new AbortController();
  const { promise: ready, resolve: becameReady } = Promise.withResolvers<void>();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await hold(given, stopping.signal, becameReady);
      } catch (fault) {
        given.onFault(fault instanceof Error ? fault : new Error(String(fault)));
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  })();
  return {
    ready,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function hold(given: SequencerGiven, stopping: AbortSignal, becameReady: () => void): Promise<void> {
  const client = new Client({ ...given.connection, application_name: 'jatidiri sequencer', keepAlive: true });
  // The query at hand fails with it; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('set role jatidiri_system');
    if (!(await lockOrStop(client, stopping))) return;
    const log = await holdLog(client, given);
    becameReady();
    await work(log, stopping);
  } finally {
    await client.end().catch(() => {});
  }
}

async function lockOrStop(client: Client, stopping: AbortSignal): Promise<boolean> {
  while (!stopping.aborted) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [SEQUENCER_LOCK]);
    if (rows[0]!.got) return true;
    await sleep(RETRY_MS, undefined, { signal: stopping }).catch(() => {});
  }
  return false;
}

type Held = Awaited<ReturnType<typeof holdLog>>;

/**
 * Goes on where the last sequencer stopped. The database says how many entries count; the files must hold them; and every
 * checkpoint that was ever signed must be the beginning of what they hold, else nothing is numbered any more.
 */
async function recover(client: Client, place: LogPlace, onFull: (tile: TileFile) => void) {
  const { rows } = await client.query<{ size: string; journals: string[] }>('select size, journals from ledger.head');
  const size = Number(rows[0]!.size);
  const journals = parseJournals(rows[0]!.journals, size);
  const known = await knownCheckpoints(place);
  const ahead = known.find((checkpoint) => checkpoint.size > size);
  if (ahead) throw new LogRolledBack(`${ahead.size} entries were signed, ${size} are numbered`);

  const log = growingLog(onFull);
  const settled = journals[0]?.start ?? size;
  if (settled > 0) log.resume(await place.folder.rightEdge(settled));
  const roots = new Map<number, Buffer>([[settled, log.root()]]);
  const wanted = new Set(known.map((checkpoint) => checkpoint.size));
  for (const journal of journals) {
    const entries = await readJournal(place.folder.dir, journal);
    if (!entries) throw new LogDamaged(`journal ${journal.name} is missing`);
    for (const entry of entries) {
      log.push(entry);
      if (wanted.has(log.size)) roots.set(log.size, log.root());
    }
  }
  if (log.size !== size) throw new LogDamaged('the journals do not hold what was numbered');
  for (const checkpoint of known) {
    const root = roots.get(checkpoint.size) ?? (await place.folder.rootAt(checkpoint.size, settled));
    if (root.equals(checkpoint.root)) continue;
    throw new LogRolledBack(`the first ${checkpoint.size} entries were others when signed`);
  }
  return { log, size, journals };
}

/** The log in the hands of the one who holds the lock. */
async function holdLog(client: Client, { place, onFault }: SequencerGiven) {
  let full: TileFile[] = [];
  const recovered = await recover(client, place, (tile) => full.push(tile));
  const { log } = recovered;
  let { size, journals } = recovered;
  const publish = publisher(place, onFault);
  let signedSize = -1;
  let drained = 0;

  await makeMonths();
  await publish.writeKey();
  await seal();
  await settle();

  /** Numbers one batch; gives how many entries it had. */
  async function drain(): Promise<number> {
    // Whoever holds the head (a backup, for its moment) waits for the signature: without the head nothing is numbered and
    // the way to `seal` is free, instead of standing behind the very lock that waits for it.
    const begun = (await client.query(
      'begin; select size from ledger.head for update skip locked',
    )) as unknown as readonly { rowCount: number | null }[];
    if (begun[1]!.rowCount === 0) {
      await client.query('rollback');
      return 0;
    }
    const result = await client.query<[string]>({ ...DRAIN, values: [size], rowMode: 'array' } as never);
    const entries = result.rows.map(([body]) => Buffer.from(body));
    if (entries.length === 0) {
      await client.query('rollback');
      return 0;
    }
    const journal = await writeJournal(place.folder.dir, size, entries);
    const next = size + entries.length;
    const names = [...journals, journal].map(({ name }) => name);
    const advanced = await client.query({ ...ADVANCE, values: [next, names, size] });
    if (advanced.rowCount !== 1) throw new LogRolledBack('somebody else has moved the head of the log');
    await client.query('commit');
    size = next;
    journals = [...journals, journal];
    for (const entry of entries) log.push(entry);
    drained += entries.length;
    return entries.length;
  }

  /** Publishes tiles and a checkpoint for whatever is numbered; says whether there was anything. */
  async function seal(): Promise<boolean> {
    if (signedSize === size) return false;
    const tiles = full;
    full = [];
    await publish.writeTiles(tiles, log.partial());
    await publish.checkpoint(size, log.root(), systemClock.now());
    signedSize = size;
    return true;
  }

  /** Lets go of the journals once their tiles are durable. Only right after `seal`, when the partial tiles stand too. */
  async function settle(): Promise<void> {
    await publish.settle();
    if (journals.length > 0) {
      const moved = await client.query({ ...ADVANCE, values: [size, [], size] });
      if (moved.rowCount !== 1) throw new LogRolledBack('somebody else has moved the head of the log');
      journals = [];
    }
    await dropJournals(place.folder.dir, journals);
  }

  async function tidy(): Promise<void> {
    if (drained < VACUUM_EVERY) return;
    drained = 0;
    // What was drained leaves dead rows that every look at the queue would walk over.
    await client.query('vacuum (truncate false) ledger.pending');
  }

  async function makeMonths(): Promise<void> {
    await client.query('select ledger.make_months(now(), 3)');
  }

  return { drain, seal, settle, tidy, makeMonths, unsettled: () => journals.length > 0 };
}

async function work(log: Held, stopping: AbortSignal): Promise<void> {
  let signedAt = performance.now();
  let settledAt = signedAt;
  let monthsAt = signedAt;
  while (!stopping.aborted) {
    const n = await log.drain();
    const now = performance.now();
    if (now - signedAt >= CHECKPOINT_MS) {
      if (await log.seal()) signedAt = now;
      if (now - settledAt >= SETTLE_MS) {
        if (log.unsettled()) await log.settle();
        settledAt = now;
      }
    }
    if (now - monthsAt >= MONTHS_MS) {
      await log.makeMonths();
      monthsAt = now;
    }
    await log.tidy();
    if (n < BATCH) await sleep(IDLE_MS, undefined, { signal: stopping }).catch(() => {});
  }
  while ((await log.drain()) === BATCH);
  await log.seal();
  await log.settle();
}
