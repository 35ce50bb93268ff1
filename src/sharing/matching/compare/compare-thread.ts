/** The thread itself; see `thread.ts`. It reads a batch ahead while the register is asked about the last one. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../core/refusal/index.ts';
import { openVault } from '../../../core/vault/index.ts';
import { openRegionIndex } from '../../../register/region/index.ts';
import { comparison } from '../../verification/compare/index.ts';
import { FileGone, openShelf } from '../shelf.ts';
import { openFileWork, type FileWork } from './file-work.ts';
import { TooManyRows } from './prepare.ts';
import type { FromThread, Said, ThreadPlaces, ToThread, WhyFailed } from './thread.ts';

const { vaultDir, tombstonesOutside, shelfDir } = workerData as ThreadPlaces;
const port = parentPort!;
const vault = openVault({ dir: vaultDir, tombstonesOutside });
const regions = openRegionIndex();
const opened = {
  vault,
  shelf: openShelf(shelfDir, vault),
  comparing: comparison((code) => regions.nameOf(code)),
};
let work: FileWork | null = null;

function whyOf(fault: unknown): WhyFailed | null {
  if (fault instanceof TooManyRows) return 'more_rows';
  if (fault instanceof FileGone) return 'file_gone';
  return fault instanceof Refusal ? 'unreadable' : null;
}

async function answer(message: Exclude<ToThread, { kind: 'found' }>): Promise<Said> {
  switch (message.kind) {
    case 'begin':
      await work?.close();
      work = await openFileWork(opened, message.job);
      return { kind: 'begun' };
    case 'next': {
      const batch = await work!.next();
      return batch === null ? { kind: 'end' } : { kind: 'batch', batch };
    }
    case 'compare':
      return { kind: 'written', written: await work!.compare(message.n, message.invented) };
    case 'leave':
      await work?.close();
      work = null;
      return { kind: 'left' };
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'found') {
    work!.found(message.n, Buffer.from(message.piece.buffer, message.piece.byteOffset, message.piece.byteLength));
    return;
  }
  void answer(message)
    .catch((error: unknown): Said => {
      const why = whyOf(error);
      return why === null ? { kind: 'fault', error } : { kind: 'failed', why };
    })
    .then((said) => port.postMessage({ ...said, seq: message.seq } satisfies FromThread));
});
