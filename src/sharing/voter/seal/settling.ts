/**
 * Makes files survive a loss of power while the next ones are written: a list has thousands, and waiting for each takes longer than all the rest.
 */
import { close, fsync, openSync } from 'node:fs';

/** So many wait for the disk at once; then whoever writes waits too. */
const MOST_OPEN = 64;

export interface Settling {
  /** A file that is written; it is closed when it is durable. */
  take(file: number): void;
  /** The names in a folder. */
  takeFolder(path: string): void;
  /** Waits while too many are open. */
  room(): Promise<void>;
  /** Everything is durable. Throws the first fault. */
  done(): Promise<void>;
}

export function settling(): Settling {
  let open = 0;
  let fault: Error | null = null;
  let wake: (() => void) | null = null;

  function take(file: number): void {
    open += 1;
    fsync(file, (error) => {
      fault ??= error;
      close(file, () => {
        open -= 1;
        wake?.();
      });
    });
  }

  async function until(most: number): Promise<void> {
    while (open > most) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    wake = null;
    if (fault) throw fault;
  }

  return {
    take,
    takeFolder: (path) => take(openSync(path, 'r')),
    room: () => until(MOST_OPEN),
    done: () => until(0),
  };
}
