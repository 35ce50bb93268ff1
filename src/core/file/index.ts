/**
 * Files of persons: photos, scans, papers. Their bytes lie sealed in a store (a folder first), what they are in the database.
 * Always holds: a row's bytes are durable before the row is; no byte leaves unsealed under another key than the person's; a
 * file is what its content says, and only PDF, JPEG and PNG are kept. Law: UU 24/2013 art. 79, 84; Permendagri 104/2019.
 */
export { inspect, MEDIA_TYPES, type MediaType, MOST_BYTES } from './content.ts';
export { type Address, type FileDriver, folderDriver } from './driver.ts';
export type { Place, Sealer } from './sealer.ts';
export { deleteFiles, filesFollow, listFilesOf, markFilesErased } from './sql.ts';
export { type FileStore, type GivenFile, openFile, type OpenedFile, storeFiles } from './store.ts';
export { sweepOrphans } from './sweep.ts';
export { room } from './room.ts';
