import { Client } from 'pg';
import { parseEntry } from './entry.ts';
import { entrySource } from './entry-source.ts';
import { checkTree } from './verify-tree.ts';
import type { Ledger } from './ledger.ts';
import { LogDamaged } from './log/index.ts';
import { knownCheckpoints, LogRolledBack } from './publish.ts';
import { refuse } from './refusals.ts';

/**
 * After a restore that lost the database's last moments: numbers again, from the log's own files, what was signed and the
 * database no longer knows, so that the log goes on as one history. What those entries did is still lost; `verify` goes on
 * saying which access rows are missing. An act of the operator, never automatic: without it the sequencer refuses to go on.
 * The sequencer must not be running.
 */
export async function resumeAfterRestore(ledger: Ledger): Promise<{ renumbered: number; size: number }> {
  const { place } = ledger;
  const known = await knownCheckpoints(place);
  const signed = Math.max(0, ...known.map((checkpoint) => checkpoint.size));
  const entries = await entrySource(place, signed, []).catch((fault: unknown) => {
    if (fault instanceof LogDamaged) throw refuse('ledger.entries_lost', { values: { signed }, detail: fault.message });
    throw fault;
  });
  await checkTree(
    place,
    entries,
    known
      .map((checkpoint) => ({ checkpoint, from: 'this log' }))
      .toSorted((a, b) => a.checkpoint.size - b.checkpoint.size),
  );
  const client = new Client({ ...ledger.connection, application_name: 'jatidiri ledger resume' });
  await client.connect();
  try {
    await client.query('set role jatidiri_system; begin');
    const { rows } = await client.query<{ size: string }>('select size from ledger.head for update');
    const size = Number(rows[0]!.size);
    if (size > signed) throw new LogRolledBack(`the database numbers ${size} entries, ${signed} were signed`);
    let seq = 0;
    for await (const bundle of entries.bundles()) {
      const ids = bundle.map((bytes) => parseEntry(bytes.toString()).id);
      const first = seq;
      seq += ids.length;
      if (seq <= size) continue;
      // An entry whose act survived is still waiting; it has its number already.
      await client.query('delete from ledger.pending where id = any($1::uuid[])', [ids]);
      await client.query(
        `insert into ledger.entry (seq, id) select $1::bigint + n - 1, id from unnest($2::uuid[]) with ordinality as t (id, n)
         where $1::bigint + n - 1 >= $3`,
        [first, ids, size],
      );
    }
    await client.query(`update ledger.head set size = $1, journals = '{}'`, [signed]);
    await client.query('commit');
    return { renumbered: signed - size, size: signed };
  } finally {
    await client.end();
  }
}
