import type { AnswerOf, CallOf, Contract } from '../../src/core/http/contract.ts';
import type { Connection } from './connection.ts';
import { NotReached, readProblem } from './problem.ts';
import type { Language } from './text.tsx';

export interface CallOptions {
  /** The code of the purpose for which a person's data is asked; goes with the one call that states it. */
  readonly purpose?: string;
  /** Kept by the caller over all tries of the same act, so that it happens once. Made here when not given. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** How long the call is tried again when no answer comes; 0 gives up at once. */
  readonly patienceMs?: number;
  /** The file of an `upload` contract. */
  readonly file?: File;
  onProgress?(sent: number, total: number): void;
}

export interface ClientGiven {
  readonly connection: Connection;
  readonly language: () => Language;
  /** Told of every 401: the session has ended. */
  readonly onSignedOut?: () => void;
  readonly now?: () => number;
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly send?: typeof sendRequest;
}

/** What a `file` contract gives in a browser. */
export interface ReceivedFile {
  readonly name: string;
  readonly blob: Blob;
}

export type Answer<C extends Contract> = C extends { kind: 'file' } ? ReceivedFile : AnswerOf<C>;

export interface Client {
  call<C extends Contract>(contract: C, input: CallOf<C>, options?: CallOptions): Promise<Answer<C>>;
}

const READ_PATIENCE_MS = 8_000;
const WRITE_PATIENCE_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * The typed client: what a contract takes goes to its path, query and body; what it gives comes back, dates and all, as the
 * contract parses it. A refusal is thrown as `Problem`. When no answer comes the call is tried again with the same
 * `Idempotency-Key`, at growing intervals, and `connection` says so; past its patience it throws `NotReached`.
 */
export function openClient(given: ClientGiven): Client {
  const now = given.now ?? Date.now;
  const pause = given.pause ?? pauseFor;
  const send = given.send ?? sendRequest;

  return {
    async call(contract, input, options = {}) {
      const key = options.idempotencyKey ?? crypto.randomUUID();
      const request = requestOf(contract, input as Record<string, unknown>, {
        ...options,
        key,
        language: given.language(),
      });
      const writes = contract.method !== 'GET';
      const patience = options.patienceMs ?? (writes ? WRITE_PATIENCE_MS : READ_PATIENCE_MS);
      const since = now();
      try {
        for (let attempt = 1; ; attempt++) {
          options.signal?.throwIfAborted();
          const response = await send(request, options).catch((cause: unknown) => {
            if (options.signal?.aborted) throw cause;
            return null;
          });
          if (response) given.connection.reached();
          else given.connection.lost(now());

          const again = response === null || (await mayPass(response, writes));
          if (!again) return (await answerOf(contract, response, given)) as never;
          const wait = waitBefore(attempt + 1, response);
          if (now() + wait - since > patience) {
            if (response) throw await readProblem(response);
            throw new NotReached();
          }
          given.connection.waiting({ key, since, attempts: attempt, writes });
          await pause(wait, options.signal);
        }
      } finally {
        given.connection.settled(key);
      }
    },
  };
}

/** A house that has not been opened yet stays closed until somebody opens it, and what is too much for the database is not asked for at once again. */
const STAYS: ReadonlySet<string> = new Set(['http.first_run_pending', 'db.too_slow']);

/** Whether a failure is one that the same request may survive later: overload, a restart, or the same act still running. */
async function mayPass(response: Response, writes: boolean): Promise<boolean> {
  // 408: the server waited too long for what was sent, as after a machine stood still; RFC 9110 section 15.5.9 lets one send it again.
  if (response.status === 408 || response.status === 502 || response.status === 504) return true;
  if (response.status !== 503 && response.status !== 409) return false;
  const { code } = await readProblem(response.clone());
  if (response.status === 503) return !STAYS.has(code);
  return writes && code === 'idempotency.in_progress';
}

function waitBefore(attempt: number, response: Response | null): number {
  const told = Number(response?.headers.get('retry-after'));
  if (told > 0) return told * 1000;
  // A little chance, so that a hundred counters do not come back in the same second.
  return Math.min(LONGEST_PAUSE_MS, 500 * 2 ** (attempt - 2)) * (0.75 + Math.random() / 2);
}

async function answerOf(contract: Contract, response: Response, given: ClientGiven): Promise<unknown> {
  if (response.status === 401) given.onSignedOut?.();
  if (!response.ok) throw await readProblem(response);
  if (contract.kind === 'file') {
    return { name: fileNameOf(response), blob: await response.blob() } satisfies ReceivedFile;
  }
  const body: unknown = response.status === 204 ? undefined : await response.json();
  return contract.output.parse(body);
}

function fileNameOf(response: Response): string {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'berkas');
}

export interface OutgoingRequest {
  readonly method: Contract['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
}

interface RequestFacts {
  readonly key: string;
  readonly language: Language;
  readonly purpose?: string | undefined;
  readonly file?: File | undefined;
}

/** The request of a call: names of the path and of the query are taken out of the input, the rest is the body. */
export function requestOf(contract: Contract, input: Record<string, unknown>, facts: RequestFacts): OutgoingRequest {
  const rest = { ...input };
  const url = contract.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(written(value));
  });
  const query = new URLSearchParams();
  for (const name of Object.keys(contract.query?.shape ?? {})) {
    const value = rest[name];
    delete rest[name];
    if (value !== undefined && value !== null && value !== '') query.set(name, written(value));
  }
  const headers: Record<string, string> = { 'Accept-Language': facts.language, Accept: 'application/json' };
  if (facts.purpose) headers['Jatidiri-Purpose'] = facts.purpose;
  if (contract.method !== 'GET') {
    headers['Idempotency-Key'] = facts.key;
    const token = csrfToken();
    if (token) headers['X-CSRF-Token'] = token;
  }
  const bodied = contract.method !== 'GET' && contract.body !== undefined;
  return {
    method: contract.method,
    url: query.size > 0 ? `${url}?${query}` : url,
    headers: bodied && contract.kind !== 'upload' ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: contract.kind === 'upload' ? formOf(rest, facts.file) : bodied ? JSON.stringify(rest) : null,
  };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function formOf(fields: Record<string, unknown>, file: File | undefined): FormData {
  const form = new FormData();
  // Fields before the file, so that the server knows what it gets before the bytes arrive. Lists and objects travel as JSON in one part.
  if (Object.values(fields).some((value) => typeof value === 'object' && value !== null)) {
    form.append('body', JSON.stringify(fields));
    if (file) form.append('file', file, file.name);
    return form;
  }
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) {
      form.append(name, written(value));
    }
  }
  if (file) form.append('file', file, file.name);
  return form;
}

/** The double-submit token: readable to our own pages only, sent back in a header that a foreign page cannot set. */
function csrfToken(): string | null {
  if (typeof document === 'undefined') return null;
  const found = /(?:^|;\s*)jatidiri_csrf=([^;]+)/.exec(document.cookie)?.[1];
  return found ? decodeURIComponent(found) : null;
}

/** Sends one request. A file goes by XMLHttpRequest, because only that tells how much has been sent. */
export function sendRequest(request: OutgoingRequest, options: CallOptions): Promise<Response> {
  if (request.body instanceof FormData && options.onProgress) return sendWithProgress(request, options);
  return fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    credentials: 'same-origin',
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

function sendWithProgress(request: OutgoingRequest, options: CallOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    xhr.responseType = 'blob';
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', (event) => options.onProgress?.(event.loaded, event.total));
    xhr.addEventListener('load', () => {
      const headers = new Headers(
        xhr
          .getAllResponseHeaders()
          .trim()
          .split(/[\r\n]+/)
          .map((line) => line.split(': ', 2) as [string, string]),
      );
      const body = xhr.status === 204 ? null : (xhr.response as Blob);
      resolve(new Response(body, { status: xhr.status, headers }));
    });
    xhr.addEventListener('error', () => reject(new NotReached()));
    xhr.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    options.signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(request.body);
  });
}

function pauseFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => finish(resolve);
    const stop = () => finish(() => reject(signal?.reason as Error));
    const timer = setTimeout(wake, ms);
    // The network coming back is the best moment to try, whatever the timer says.
    globalThis.addEventListener?.('online', wake);
    signal?.addEventListener('abort', stop);
    function finish(then: () => void) {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', wake);
      signal?.removeEventListener('abort', stop);
      then();
    }
  });
}
