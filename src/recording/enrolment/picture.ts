/** Pictures in the clear, for the engine that makes templates of them; what a person looks at goes by `openImage`. */
import type { Tx } from '../../core/db/index.ts';
import { openFile } from '../../core/file/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { listItems, type ItemRow } from './sql.ts';
import type { Modality } from '../biometric/schema.ts';

export interface OpenPicture {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly modality: Modality;
  readonly position: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The pictures of packets that are wanted, one file after the other; no other is opened. Runs as `system`. */
export async function* openPictures(
  tx: Tx,
  of: readonly { readonly nik: string; readonly packet: string }[],
  wanted: (item: Pick<ItemRow, 'modality' | 'position' | 'format'>) => boolean,
): AsyncGenerator<OpenPicture> {
  for (const item of await listItems(tx, of)) {
    if (!item.fileId || !wanted(item)) continue;
    const { mediaType, bytes } = await openFile(tx, item.fileId);
    yield { nik: item.nik, packet: item.packet, modality: item.modality, position: item.position, mediaType, bytes };
  }
}
