import type { ClientConfig } from 'pg';

/** How to reach a database: a URL (`--database-url`) or the parts that the embedded server gives. */
export type Connection = Pick<
  ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'
>;
