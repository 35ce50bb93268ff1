import { createHash } from 'node:crypto';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { newId, NOBODY, type Nik, type Uuid } from '../id/index.ts';
import { KeyDestroyed } from '../vault/index.ts';
import { inspect, MEDIA_TYPES, type MediaType } from './content.ts';
import type { FileDriver } from './driver.ts';
import { refuse } from './refusals.ts';
import type { Place, Sealer } from './sealer.ts';
import { findFile, insertFiles, type StoredRow } from './sql.ts';

/** What the ground lends to this room. */
export interface FileStore {
  readonly driver: FileDriver;
  readonly sealer: Sealer;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly files: FileStore;
  }
}

export interface GivenFile {
  /** Whose it is; `NOBODY` for a file about things. */
  readonly nik: Nik;
  /** Where the person lives: 10 digits. */
  readonly villageCode: string;
  /** `photo`, `document`, `requirement.birth_letter`: the word of the room that keeps it. */
  readonly kind: string;
  /** As it came, only to compare its ending with the content; a name may be personal and is not kept. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly allowed?: readonly MediaType[];
  /** For what we have made ourselves, such as minutes with a long annex; what people send keeps to the common limits. */
  readonly mostBytes?: number;
}

export interface OpenedFile {
  readonly mediaType: MediaType;
  readonly kind: string;
  readonly bytes: Buffer;
}

/**
 * Keeps files of persons: inspected, sealed under each person's key, durable in the store before the transaction commits.
 * If it does not commit they are orphans and are swept. Gives their ids in order.
 * @throws Refusal `file.person_erased`.
 */
export async function storeFiles(tx: Tx, actor: Actor, files: readonly GivenFile[]): Promise<Uuid[]> {
  const { driver, sealer } = tx.ground.files;
  const storedAt = tx.ground.clock.now();
  // All are inspected before the first is written.
  const types = await Promise.all(
    files.map((file) => inspect(file.name, file.bytes, file.allowed ?? MEDIA_TYPES, file.mostBytes)),
  );
  const rows: StoredRow[] = [];
  for (const [at, file] of files.entries()) {
    const id = newId();
    const sealed = sealedFor(sealer, file, placeOf(id));
    const address = createHash('sha256').update(sealed).digest('hex');
    await driver.write(address, sealed);
    rows.push({
      id,
      nik: file.nik,
      villageCode: file.villageCode,
      officeId: actor.officeId,
      storedAt,
      byteCount: file.bytes.length,
      address,
      mediaType: types[at]!,
      kind: file.kind,
    });
  }
  if (rows.length > 0) await insertFiles(tx, rows);
  return rows.map((row) => row.id);
}

/**
 * The content of a file. Who may see it is the asking room's to check, and its look to record.
 * @throws Refusal `file.not_found`; `file.erased`; `file.unreadable` when the key is gone or the bytes were altered.
 */
export async function openFile(tx: Tx, id: Uuid): Promise<OpenedFile> {
  const { driver, sealer } = tx.ground.files;
  const row = await findFile(tx, id);
  if (!row) throw refuse('file.not_found');
  if (row.erased) throw refuse('file.erased');
  const sealed = await driver.read(row.address);
  if (!sealed) throw refuse('file.unreadable', { detail: `nothing in the store for file ${id}` });
  if (createHash('sha256').update(sealed).digest('hex') !== row.address) {
    throw refuse('file.unreadable', { detail: `altered bytes in the store for file ${id}` });
  }
  return { mediaType: row.mediaType, kind: row.kind, bytes: unsealed(sealer, row, sealed) };
}

/** What is about nobody is sealed under the key of its class. */
const THINGS = 'file.things';

function sealedFor(sealer: Sealer, { nik, bytes }: GivenFile, place: Place): Buffer {
  try {
    return nik === NOBODY ? sealer.seal(THINGS, place, bytes) : sealer.sealForPerson(nik, place, bytes);
  } catch (fault) {
    if (fault instanceof KeyDestroyed) throw refuse('file.person_erased');
    throw fault;
  }
}

function unsealed(sealer: Sealer, row: StoredRow, sealed: Buffer): Buffer {
  try {
    const place = placeOf(row.id);
    return row.nik === NOBODY ? sealer.unseal(THINGS, place, sealed) : sealer.unsealForPerson(row.nik, place, sealed);
  } catch {
    throw refuse('file.unreadable', { detail: `no key opens file ${row.id}` });
  }
}

function placeOf(id: Uuid): Place {
  return { table: 'file.stored', row: id, column: 'content' };
}
