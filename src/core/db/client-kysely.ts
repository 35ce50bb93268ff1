import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type { PoolClient } from 'pg';

const kyselies = new WeakMap<PoolClient, Kysely<unknown>>();

/** The Kysely that speaks over exactly this client; one for its life, as making one costs more than a statement. */
export function kyselyOver(client: PoolClient): Kysely<unknown> {
  const known = kyselies.get(client);
  if (known) return known;
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await client.query(query.sql, query.parameters as unknown[]);
      const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
      return { rows: result.rows as Row[], ...(changed && { numAffectedRows: BigInt(result.rowCount ?? 0) }) };
    },
    // oxlint-disable-next-line require-yield -- Kysely asks for a generator; long results leave by COPY.
    async *streamQuery() {
      throw new Error('streams go through COPY');
    },
  };
  const ours = () => Promise.reject(new Error('a transaction is begun by transact only'));
  const made = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        releaseConnection: async () => {},
        beginTransaction: ours,
        commitTransaction: ours,
        rollbackTransaction: ours,
        destroy: async () => {},
      }),
    },
  });
  kyselies.set(client, made);
  return made;
}
