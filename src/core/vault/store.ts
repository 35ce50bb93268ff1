import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openWith, sealWith } from './aead.ts';
import type { KeyHolder } from './key-holder.ts';

/** What a key is for; part of its wrapping, so that no key can be passed off as another. */
export type KeyKind = 'person' | 'class' | 'month' | 'server' | 'signing' | 'passing';

export const STORE_FILE = 'vault.db';

const SCHEMA = `
  create table if not exists wrapping_key (version integer primary key autoincrement, wrapped blob not null);
  create table if not exists key (
    kind text not null, id text not null, version integer not null, wrapping integer not null, wrapped blob not null,
    primary key (kind, id, version)
  ) without rowid;
  create index if not exists key_wrapping on key (wrapping);
  create table if not exists tombstone (kind text not null, id text not null, primary key (kind, id)) without rowid;
  create table if not exists noted (name text primary key, value text not null) without rowid;
`;

export interface KeyName {
  readonly kind: KeyKind;
  readonly id: string;
  readonly version: number;
}

/** The keys at rest: SQLite in a folder of its own, each key wrapped under a wrapping key, that under the master key. */
export function openStore(dir: string, holder: KeyHolder) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dir, STORE_FILE));
  // secure_delete: an erased key is overwritten, not only unlinked.
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000',
  );
  db.exec(SCHEMA);
  const wrappings = new Map<number, KeyObject>();
  const statements = {
    current: db.prepare('select max(version) as version from wrapping_key'),
    wrapping: db.prepare('select wrapped from wrapping_key where version = ?'),
    find: db.prepare('select wrapping, wrapped from key where kind = ? and id = ? and version = ?'),
    newest: db.prepare('select max(version) as version from key where kind = ? and id = ?'),
    insert: db.prepare('insert into key (kind, id, version, wrapping, wrapped) values (?, ?, ?, ?, ?)'),
    rewrap: db.prepare('update key set wrapping = ?, wrapped = ? where kind = ? and id = ? and version = ?'),
    old: db.prepare('select kind, id, version, wrapping, wrapped from key where wrapping < ? limit ?'),
    buried: db.prepare('select 1 from tombstone where kind = ? and id = ?'),
    bury: db.prepare('insert or ignore into tombstone (kind, id) values (?, ?)'),
    remove: db.prepare('delete from key where kind = ? and id = ?'),
    changes: db.prepare('pragma data_version'),
    noted: db.prepare('select value from noted where name = ?'),
    note: db.prepare(
      'insert into noted (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    ),
  };

  /** One writer at a time, over all processes that have this vault open. */
  function alone<T>(work: () => T): T {
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec('commit');
      return result;
    } catch (fault) {
      db.exec('rollback');
      throw fault;
    }
  }

  function wrappingKey(version: number): KeyObject {
    const known = wrappings.get(version);
    if (known) return known;
    const row = statements.wrapping.get(version);
    if (!row) throw new Error(`wrapping key ${version} is not in the vault`);
    const key = createSecretKey(holder.unwrap(Buffer.from(row['wrapped'] as Uint8Array), `wrapping`));
    wrappings.set(version, key);
    return key;
  }

  function currentWrapping(): number | null {
    return statements.current.get()!['version'] as number | null;
  }

  function addWrappingKey(): number {
    const wrapped = holder.wrap(randomBytes(32), `wrapping`);
    return Number(db.prepare('insert into wrapping_key (wrapped) values (?)').run(wrapped).lastInsertRowid);
  }

  alone(() => currentWrapping() ?? addWrappingKey());
  wrappingKey(currentWrapping()!);

  const about = (name: KeyName) => Buffer.from(`${name.kind}\0${name.id}\0${name.version}`);

  return {
    alone,
    find(name: KeyName): Buffer | null {
      const row = statements.find.get(name.kind, name.id, name.version);
      if (!row) return null;
      return openWith(wrappingKey(row['wrapping'] as number), about(name), Buffer.from(row['wrapped'] as Uint8Array));
    },
    newestVersion: (kind: KeyKind, id: string) => statements.newest.get(kind, id)!['version'] as number | null,
    /** Inside `alone`. The current wrapping key is read there, as another process may have rotated. */
    insert(name: KeyName, plain: Buffer): void {
      const version = currentWrapping()!;
      const wrapped = sealWith(wrappingKey(version), about(name), plain);
      statements.insert.run(name.kind, name.id, name.version, version, wrapped);
    },
    isBuried: (kind: KeyKind, id: string): boolean => statements.buried.get(kind, id) !== undefined,
    bury(buried: readonly { kind: KeyKind; id: string }[]): void {
      alone(() => {
        for (const { kind, id } of buried) {
          statements.remove.run(kind, id);
          statements.bury.run(kind, id);
        }
      });
      db.exec('pragma wal_checkpoint(truncate)');
    },
    buried: () => db.prepare('select kind, id from tombstone').all() as unknown as { kind: KeyKind; id: string }[],
    /** Changes whenever another process has written. */
    foreignChanges: (): number => statements.changes.get()!['data_version'] as number,
    noted: (name: string) => (statements.noted.get(name)?.['value'] as string | undefined) ?? null,
    note: (name: string, value: string) => void statements.note.run(name, value),
    beginRotation: (): number => alone(addWrappingKey),
    /** Rewraps up to `limit` keys under wrapping key `version`; gives how many there were. */
    rewrap(version: number, limit: number): number {
      return alone(() => {
        const rows = statements.old.all(version, limit);
        for (const row of rows) {
          const name = { kind: row['kind'] as KeyKind, id: row['id'] as string, version: row['version'] as number };
          const old = wrappingKey(row['wrapping'] as number);
          const plain = openWith(old, about(name), Buffer.from(row['wrapped'] as Uint8Array));
          const wrapped = sealWith(wrappingKey(version), about(name), plain);
          statements.rewrap.run(version, wrapped, name.kind, name.id, name.version);
        }
        return rows.length;
      });
    },
    endRotation(version: number): void {
      db.prepare('delete from wrapping_key where version < ?').run(version);
      for (const known of wrappings.keys()) if (known < version) wrappings.delete(known);
      db.exec('pragma wal_checkpoint(truncate)');
    },
    /** A consistent copy in one file. */
    copyTo: (path: string) => void db.prepare('vacuum into ?').run(path),
    close: () => db.close(),
  };
}
