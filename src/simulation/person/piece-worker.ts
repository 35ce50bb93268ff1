import { parentPort, workerData } from 'node:worker_threads';
import { pieceOf } from './file.ts';
import { nation, type NationSpec } from './place/nation.ts';
import { drawing } from './people.ts';

const made = drawing(nation(workerData as NationSpec));
parentPort!.on('message', (piece: number) => {
  const bytes = pieceOf(made, piece);
  parentPort!.postMessage(bytes, [bytes.buffer]);
});
