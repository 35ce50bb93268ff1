/** A thread for tests: tells how often it was told something, and dies when asked to. */
import { parentPort } from 'node:worker_threads';
import type { ToThread } from './thread.ts';

let told = 0;
parentPort!.on('message', ({ id, message }: ToThread<'count' | 'die' | 'hang'>) => {
  if (message === 'die') throw new Error('as asked');
  if (id === null) told++;
  else if (message === 'count') parentPort!.postMessage({ id, answer: told });
});
