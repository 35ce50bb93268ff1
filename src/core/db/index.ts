/**
 * The database: PostgreSQL 17, embedded or any other. One use case is one transaction under one role, with the actor's
 * jurisdiction set for row-level security.
 * Always holds: `app` sees only what its policies show; only migrations run as `owner`; a NIK arrives as 16 digits, a
 * `date` as `CivilDate` text, a `timestamptz` as `Date`.
 */
export { sql } from 'kysely';
export * from './tx.ts';
export * from './query.ts';
export type { Connection } from './connection.ts';
export * from './database.ts';
export * from './constraint.ts';
export * from './elevated.ts';
export * from './copy.ts';
export { quietPool } from './quiet-pool.ts';
export * from './nik-text.ts';
export * from './wire.ts';
export * from './migrate.ts';
export { databaseRoom } from './room.ts';
export { refuse as refuseDatabase } from './refusals.ts';
