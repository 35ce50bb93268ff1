/**
 * Sends requests over kept-alive connections, each waiting for its answer before the next, and says how many a second came back
 * and how long they took. Bare sockets: a client library would cost as much as the server that it measures.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Load {
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The bytes of the n-th request. */
  readonly request: (n: number) => string;
  /** Hears of each answer, in the order in which they come. */
  readonly heard?: (ok: boolean) => void;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Answers other than 200, and the first of them. */
  readonly failed: number;
  readonly refusal: string | null;
}

export async function sendLoad(load: Load): Promise<LoadResult> {
  const tookMs: number[] = [];
  let failed = 0;
  let refusal: string | null = null;
  let sent = 0;
  const ends = performance.now() + load.seconds * 1000;
  const started = performance.now();

  const drive = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let began = 0;
      let held: Buffer = Buffer.alloc(0);
      const next = () => {
        began = performance.now();
        socket.write(load.request(sent++));
      };
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const head = held.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(held.toString('latin1', 0, head))?.[1]);
        if (held.length < head + 4 + length) return;
        const ok = held.subarray(0, 12).equals(OK);
        if (!ok) {
          failed += 1;
          refusal ??= held.toString('utf8', head + 4, head + 4 + length);
        }
        load.heard?.(ok);
        tookMs.push(performance.now() - began);
        held = Buffer.alloc(0);
        if (performance.now() < ends) next();
        else resolve();
      });
      next();
    });

  const sockets = await Promise.all(Array.from({ length: load.connections }, () => open(load)));
  try {
    await Promise.race([
      Promise.all(sockets.map(drive)),
      pause(load.seconds * 1000 + 10_000).then(() => Promise.reject(new Error('the load did not end'))),
    ]);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  tookMs.sort((a, b) => a - b);
  return {
    perSecond: tookMs.length / ((performance.now() - started) / 1000),
    p99Ms: tookMs[Math.floor(tookMs.length * 0.99)] ?? 0,
    failed,
    refusal,
  };
}

const OK = Buffer.from('HTTP/1.1 200');

function open({ host, port }: Load): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}
