import type { RawBuilder } from 'kysely';
import type { Tx } from './tx.ts';

/** Every row of a statement. */
export async function many<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row[]> {
  const result = await statement.execute(tx.kysely);
  return result.rows;
}

/** As `many`, planned once for each connection under `name`: for the few statements that run thousands of times a second. */
export async function manyPlanned<Row>(tx: Tx, name: string, statement: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(tx.kysely);
  const { rows } = await tx.client.query({ name, text, values: [...parameters] });
  return rows as Row[];
}

/** The only row; more or fewer is a fault of ours. */
export async function one<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row> {
  const rows = await many(tx, statement);
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
  return rows[0]!;
}

/** The row if there is one. */
export async function maybeOne<Row>(tx: Tx, statement: RawBuilder<Row>): Promise<Row | undefined> {
  const rows = await many(tx, statement);
  if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
  return rows[0];
}

export async function exists(tx: Tx, statement: RawBuilder<unknown>): Promise<boolean> {
  return (await many(tx, statement)).length > 0;
}

/** Runs a statement for its effect; gives the number of rows it changed. */
export async function run(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  const result = await statement.execute(tx.kysely);
  return Number(result.numAffectedRows ?? result.rows.length);
}
