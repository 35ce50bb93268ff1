/**
 * What the app keeps on this device, in IndexedDB. Always holds: what a transaction wrote is on the disk when its promise
 * is kept, all of it or nothing. Keys are kept as they are (not extractable), never as bytes.
 */
// Named when only recording kept something; another name would leave behind what waits.
const DATABASE = 'jatidiri.perekaman';
const VERSION = 3;

/**
 * `device`: this station; `secret`: the key of labels; `draft`: a recording that is not sealed yet; `waiting` and `packet`:
 * what is to be sent, and its sealed bytes; `polling`, `looked`: files of villages for a voting day, and checks that are to be sent.
 */
const STORES = ['device', 'secret', 'draft', 'waiting', 'packet', 'receipt', 'along', 'polling', 'looked'] as const;
export type StoreName = (typeof STORES)[number];

/** `full`: nothing more goes on this disk; `closed`: this browser keeps nothing (a private window, a policy, no disk). */
export class StoreFault extends Error {
  readonly why: 'full' | 'closed';

  constructor(why: 'full' | 'closed', cause?: unknown) {
    super(`the device's store is ${why}`, { cause });
    this.name = 'StoreFault';
    this.why = why;
  }
}

type Opened = (name: StoreName) => IDBObjectStore;

export const reading = <T>(names: readonly StoreName[], act: (store: Opened) => Promise<T>): Promise<T> =>
  transact('readonly', names, act);

export const writing = <T>(names: readonly StoreName[], act: (store: Opened) => Promise<T>): Promise<T> =>
  transact('readwrite', names, act);

/** The answer of one request; inside a transaction nothing else may be awaited, or it ends. */
export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(faultOf(request.error)));
  });
}

async function transact<T>(
  mode: IDBTransactionMode,
  names: readonly StoreName[],
  act: (store: Opened) => Promise<T>,
): Promise<T> {
  const database = await opened();
  try {
    const transaction = database.transaction([...names], mode, { durability: 'strict' });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(faultOf(transaction.error)));
    });
    // Whoever fails first says why; the end of the transaction is then only its echo.
    ended.catch(() => {});
    const result = await act((name) => transaction.objectStore(name));
    await ended;
    return result;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!('indexedDB' in globalThis)) throw new StoreFault('closed');
    const request = indexedDB.open(DATABASE, VERSION);
    request.addEventListener('upgradeneeded', () => {
      for (const name of STORES)
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(faultOf(request.error)));
    request.addEventListener('blocked', () => reject(new StoreFault('closed')));
  });
}

function faultOf(error: unknown): StoreFault {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new StoreFault(full ? 'full' : 'closed', error);
}
