import { Client } from 'pg';
import { keptOf } from './former.ts';
import type { Ledger } from './ledger.ts';
import { verifyLog, type Verdict } from './verify.ts';

/**
 * `verifyLog` over a connection of its own. `against` are notes of checkpoints that were kept outside the system: a printed
 * document, the public page, another machine.
 */
export async function verifyLedger(
  ledger: Ledger,
  options: { readonly against?: readonly string[] } = {},
): Promise<Verdict> {
  const client = new Client({ ...ledger.connection, application_name: 'jatidiri verify' });
  const verdict = await verifyLog({ place: ledger.place, against: options.against }, async (check) => {
    await client.connect();
    try {
      await client.query(`begin isolation level repeatable read read only; set local role jatidiri_system;
        set local work_mem = '256MB'`);
      return await check(client);
    } finally {
      await client.end();
    }
  });
  const { former } = ledger.place;
  if (former.length === 0) return verdict;
  const listed = former.map(({ key, signed }, at) => ({
    origin: key.name,
    size: signed.size,
    kept: keptOf(former, at),
  }));
  return { ...verdict, former: listed };
}
