/**
 * Several processes that answer on one port, one per core: each is this same command again, joined to the database that the
 * first process keeps; numbering the ledger and the jobs stay with the first.
 */
import cluster, { type Worker } from 'node:cluster';
import { on, once } from 'node:events';

/** Whether this process is one of a crew and not the first. */
export const inCrew = cluster.isWorker;

export interface Crew {
  /** Where all of them answer. */
  readonly url: string;
  close(): Promise<void>;
}

/** Leaves the crew: the channel to the first process would keep this one alive. */
export function leaveCrew(): void {
  cluster.worker?.disconnect();
}

const REST_MS = 1000;

interface Address {
  readonly address: string | null;
  readonly port: number;
}

/**
 * Starts `size` processes and waits until all of them answer: were only one there when it dies, the port would close with it.
 * One that dies is replaced after a second.
 */
export async function startCrew(size: number, onFault: (fault: Error) => void): Promise<Crew> {
  const args = process.argv.slice(2);
  cluster.setupPrimary({ args });
  let closing = false;
  const fork = (): Worker => {
    const worker = cluster.fork();
    worker.once('exit', (code, signal) => {
      if (closing) return;
      onFault(new Error(`a serving process ended (${signal ?? code}); another takes its place`));
      setTimeout(() => closing || fork(), REST_MS).unref();
    });
    return worker;
  };
  const listening = on(cluster, 'listening');
  for (let i = 0; i < size; i++) fork();
  const answering = new Set<Worker>();
  let url = '';
  for await (const [worker, { address, port }] of listening as AsyncIterable<[Worker, Address]>) {
    url = `http://${address ?? '127.0.0.1'}:${port}`;
    answering.add(worker);
    // Were all of them gone for a moment, who comes after them must not choose a port anew.
    cluster.setupPrimary({ args: [...args, '--port', String(port)] });
    if ([...answering].filter((each) => !each.isDead()).length === size) break;
  }
  return {
    url,
    async close() {
      closing = true;
      const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
      const ended = living.map((worker) => once(worker, 'exit'));
      for (const worker of living) worker.process.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}
