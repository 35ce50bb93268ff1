import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import type { Ledger } from './ledger.ts';
import { refuse } from './refusals.ts';
import { tamper, type TamperKind } from './tamper.ts';

/** Tampers as a superuser where the ledger was opened for a demonstration; refuses `ledger.demo_only` elsewhere. Says what it did. */
export async function tamperWithDemonstration(ledger: Ledger, kind: TamperKind): Promise<string> {
  if (!ledger.demonstration) throw refuse('ledger.demo_only');
  const client = new Client({ ...ledger.demonstration, application_name: 'jatidiri tamper' });
  await client.connect();
  try {
    await client.query('begin');
    const did = await tamper(client, kind, (below) => randomInt(below));
    await client.query('commit');
    return did;
  } finally {
    await client.end();
  }
}
