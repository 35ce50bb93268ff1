import { sql, run, type Tx } from '../db/index.ts';
import type { Actor } from '../access/index.ts';
import { claimKey, keepAnswer, type KeyedRequest } from '../idempotency/index.ts';
import { type FieldFault, type MessageValues, Refusal, type RefusalStatus } from '../refusal/index.ts';
import type { DownloadAnswer, FileAnswer } from './contract.ts';
import { Written, type RequestFacts, type Route } from './route.ts';
import type { Serving } from './serving.ts';

/** What a committed act gives back. `json` is text already: it has been stored or will be sent as it is. */
export type Outcome =
  | { readonly kind: 'json'; readonly json: string }
  | { readonly kind: 'file'; readonly file: FileAnswer }
  | { readonly kind: 'download'; readonly download: DownloadAnswer }
  | { readonly kind: 'nothing' };

export interface Cookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds: number | undefined;
}

export interface Done {
  readonly outcome: Outcome;
  readonly cookies: readonly Cookie[];
}

/** What is known of a request whatever becomes of it. */
export type StillFacts = Omit<RequestFacts, 'setCookie' | 'afterRefusal'>;

interface Call {
  readonly route: Route;
  readonly actor: Actor;
  readonly input: unknown;
  readonly facts: StillFacts;
  /** `null` for GET and for contracts that may be repeated. */
  readonly keyed: KeyedRequest | null;
}

// Come back soon and the answer may differ: not an answer to keep.
const PASSING: readonly RefusalStatus[] = [429, 503];

/**
 * One request's act: one transaction as `app`. Claims the key, handles, checks the ledger's duty and the output's schema,
 * keeps the answer. A refusal undoes what the handler did, keeps itself under the key, and lets `afterRefusal` run.
 */
export async function act(serving: Serving, call: Call): Promise<Done> {
  let aftermath: ((tx: Tx) => Promise<void>)[] = [];
  let cookies: Cookie[] = [];
  const attempt = async (tx: Tx): Promise<Outcome | Refusal> => {
    // A serialization failure brings us here again: nothing of the first attempt may remain.
    aftermath = [];
    cookies = [];
    const facts: RequestFacts = {
      ...call.facts,
      setCookie: (name, value, maxAgeSeconds) => void cookies.push({ name, value, maxAgeSeconds }),
      afterRefusal: (work) => void aftermath.push(work),
    };
    if (!call.keyed) return handle(tx, call, facts);
    return handleOnce(tx, serving, call, call.keyed, facts, () => aftermath);
  };
  const result = await serving.transact('app', call.actor, attempt).catch(async (fault: unknown) => {
    if (fault instanceof Refusal && !call.keyed && aftermath.length > 0) {
      await serving.transact('app', call.actor, async (tx) => {
        for (const work of aftermath) await work(tx);
      });
    }
    throw fault;
  });
  if (result instanceof Refusal) throw result;
  return { outcome: result, cookies };
}

async function handleOnce(
  tx: Tx,
  serving: Serving,
  call: Call,
  keyed: KeyedRequest,
  facts: RequestFacts,
  aftermath: () => readonly ((tx: Tx) => Promise<void>)[],
): Promise<Outcome | Refusal> {
  const earlier = await claimKey(tx, call.actor, keyed, serving.sealer);
  if (earlier) return reread(earlier.status, earlier.body);
  await run(tx, sql`savepoint act`);
  let result: Outcome | Refusal;
  try {
    result = await handle(tx, call, facts);
  } catch (fault) {
    const refusal = serving.refusalOf?.(fault) ?? fault;
    if (!(refusal instanceof Refusal) || PASSING.includes(refusal.status)) throw fault;
    await run(tx, sql`rollback to savepoint act`);
    tx.recorded.clear();
    for (const work of aftermath()) await work(tx);
    result = refusal;
  }
  await keepAnswer(tx, call.actor, keyed, written(result), serving.sealer);
  return result;
}

async function handle(tx: Tx, call: Call, facts: RequestFacts): Promise<Outcome> {
  const result = await call.route.handle(tx, call.actor, call.input as never, facts);
  mustHaveRecorded(tx, call.route);
  return outcomeOf(call.route, result);
}

/** A fault of ours unless the ledger got one of the labels that the route declares. */
export function mustHaveRecorded(tx: Tx, { contract, ledger }: Route): void {
  if ('silent' in ledger || ledger.writes.some((label) => tx.recorded.has(label))) return;
  throw new Error(`${contract.method} ${contract.path} wrote none of ${ledger.writes.join(', ')} to the ledger`);
}

/** What the handler gave, through the contract's schema: only what it names leaves. */
export function outcomeOf({ contract }: Route, result: unknown): Outcome {
  if (contract.kind === 'file') return { kind: 'file', file: result as FileAnswer };
  if (contract.kind === 'download') return { kind: 'download', download: result as DownloadAnswer };
  if (result instanceof Written) return { kind: 'json', json: result.json };
  const output = contract.output.parse(result);
  return output === undefined ? { kind: 'nothing' } : { kind: 'json', json: JSON.stringify(output) };
}

// A stored answer is one byte for its kind, then JSON or the file's two names and bytes.
function written(result: Outcome | Refusal): { status: number; body: Buffer } {
  if (result instanceof Refusal) {
    const { code, status, values, faults } = result;
    return { status, body: Buffer.from(JSON.stringify({ code, values, faults })) };
  }
  if (result.kind === 'nothing') return { status: 204, body: Buffer.alloc(0) };
  if (result.kind === 'json') return { status: 200, body: Buffer.from(`j${result.json}`) };
  if (result.kind === 'download')
    throw new Error('a download is not kept under a key: only what may be repeated gives one');
  const { mediaType, fileName, bytes } = result.file;
  const head = Buffer.from(JSON.stringify({ mediaType, fileName }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return { status: 200, body: Buffer.concat([Buffer.from('f'), length, head, bytes]) };
}

function reread(status: number, body: Buffer): Outcome | Refusal {
  if (status >= 400) {
    const kept = JSON.parse(body.toString()) as { code: string; values: MessageValues; faults: FieldFault[] };
    return new Refusal(kept.code, status as RefusalStatus, { values: kept.values, faults: kept.faults });
  }
  if (status === 204) return { kind: 'nothing' };
  if (body[0] === 0x6a) return { kind: 'json', json: body.toString('utf8', 1) };
  const headEnd = 5 + body.readUInt32BE(1);
  const head = JSON.parse(body.toString('utf8', 5, headEnd)) as Omit<FileAnswer, 'bytes'>;
  return { kind: 'file', file: { ...head, bytes: body.subarray(headEnd) } };
}
