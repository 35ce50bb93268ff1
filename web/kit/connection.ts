/** A call that has not been acknowledged and is being tried again. */
export interface Unsent {
  readonly key: string;
  readonly since: number;
  readonly attempts: number;
  /** A write is not final until it is sent; a read only delays the page. */
  readonly writes: boolean;
}

export interface ConnectionState {
  readonly reached: 'yes' | 'no';
  /** Since when the server has not been reached (ms), or null while it is. */
  readonly lostSince: number | null;
  readonly unsent: readonly Unsent[];
}

/** What the page knows of its connection, told by the outcome of every call; a store for `useSyncExternalStore`. */
export interface Connection {
  readonly state: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly reached: () => void;
  readonly lost: (nowMs: number) => void;
  readonly waiting: (call: Unsent) => void;
  readonly settled: (key: string) => void;
}

export function openConnection(): Connection {
  let state: ConnectionState = { reached: 'yes', lostSince: null, unsent: [] };
  const listeners = new Set<() => void>();
  const become = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reached() {
      if (state.reached === 'no') become({ ...state, reached: 'yes', lostSince: null });
    },
    lost(nowMs) {
      if (state.reached === 'yes') become({ ...state, reached: 'no', lostSince: nowMs });
    },
    waiting(call) {
      become({ ...state, unsent: [...state.unsent.filter(({ key }) => key !== call.key), call] });
    },
    settled(key) {
      if (state.unsent.some((call) => call.key === key)) {
        become({ ...state, unsent: state.unsent.filter((call) => call.key !== key) });
      }
    },
  };
}
