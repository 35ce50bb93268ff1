import { Pool, type PoolConfig } from 'pg';

/**
 * A pool whose clients may lose their server without ending the process: the query at hand fails, the pool drops the client
 * and the next use connects anew.
 */
export function quietPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  const heard = () => {};
  pool.on('error', heard);
  pool.on('connect', (client) => void client.on('error', heard));
  return pool;
}
