/** Statements of comparing: a batch of a file beside the register, as the answering role sees it. */
import type { Readable } from 'node:stream';
import { villageRange } from '../../../core/access/index.ts';
import { copyOut, many, run, sql, type Tx } from '../../../core/db/index.ts';
import { LOCKED } from '../../verification/compare/index.ts';
import type { Attribute } from '../../verification/schema.ts';
import type { BatchTally } from '../compare/tally.ts';
import { columnsOf } from '../elements.ts';
import type { BatchKind } from '../shelf.ts';

export async function insertAsked(tx: Tx, id: string, n: number, niks: string): Promise<void> {
  await tx.client.query('insert into matching.asked (matching_id, n, niks) values ($1, $2, $3::bigint[])', [
    id,
    n,
    niks,
  ]);
}

/**
 * Who of a batch is in the register, within the region: NIK, village, state and what is compared, as COPY writes it. The numbers are told
 * to the view itself, so that a nation of any size is looked up by its key. Until `back` is called the transaction looks through the
 * answering role's eyes.
 */
export async function readFound(
  tx: Tx,
  asked: {
    niks: string;
    region: string;
    attributes: readonly Attribute[];
    /** Bits of the locks that stop this file, and the instant at which they are looked at. */
    stoppedBy: number;
    now: Date;
  },
): Promise<{ found: Readable; readonly back: () => Promise<void> }> {
  const { niks, region, attributes, stoppedBy, now } = asked;
  const { low, high } = villageRange({ code: region });
  // COPY takes no parameters: digits, commas and names of our own are all that stands in the statement.
  if (!/^\{[0-9,]*\}$/.test(niks)) throw new RangeError('not a list of numbers');
  const columns = columnsOf(attributes).map((column) => `, s.${column}`);
  const locked = `exists (select from verification_read.lock l
     where l.nik = s.nik and l.kind & ${stoppedBy} <> 0 and (l.until is null or l.until > '${now.toISOString()}'))`;
  const state = stoppedBy === 0 ? 's.state' : `case when ${locked} then ${LOCKED} else s.state end`;
  await run(
    tx,
    sql`select set_config('jatidiri.low', ${String(low)}, true), set_config('jatidiri.high', ${String(high)}, true)`,
  );
  await run(tx, sql`set local role jatidiri_answer`);
  const found = copyOut(
    tx,
    `select s.nik, s.village_code, ${state}${columns.join('')} from verification_read.subject s where s.nik = any('${niks}'::bigint[])`,
  );
  return { found, back: () => run(tx, sql`set local role jatidiri_system`).then(() => undefined) };
}

export async function countBatch(
  tx: Tx,
  id: string,
  batch: { n: number; lastRow: number; resultBytes: number; reportBytes: number; tally: BatchTally },
): Promise<void> {
  const { n, lastRow, resultBytes, reportBytes, tally: t } = batch;
  await run(
    tx,
    sql`insert into matching.batch (matching_id, n, last_row, result_bytes, report_bytes) values (${id}::uuid, ${n}, ${lastRow}, ${resultBytes}, ${reportBytes})`,
  );
  await run(
    tx,
    sql`update matching.matching m
           set last_row = ${lastRow}, rows = rows + ${t.rows}, refused = refused + ${t.refused}, incomplete = incomplete + ${t.incomplete},
               matched = matched + ${t.matched}, partial = partial + ${t.partial}, mismatched = mismatched + ${t.mismatched},
               in_sequence = in_sequence + ${t.inSequence}, most_of_one = greatest(most_of_one, ${t.mostOfOne}::int),
               faults = (select coalesce(jsonb_object_agg(code, n), '{}')
                           from (select code, sum(n::int) as n from (select * from jsonb_each_text(m.faults) union all select * from jsonb_each_text(${JSON.stringify(t.faults)}::jsonb)) as each (code, n)
                                  group by code) as summed)
         where m.id = ${id}::uuid`,
  );
}

export async function countBatches(tx: Tx, id: string): Promise<number> {
  const [row] = await many(
    tx,
    sql<{ n: number }>`select count(*)::int as n from matching.batch where matching_id = ${id}::uuid`,
  );
  return row!.n;
}

export function listBatches(tx: Tx, id: string, kind: BatchKind): Promise<{ n: number; byteCount: number }[]> {
  const column = sql.ref(kind === 'result' ? 'result_bytes' : 'report_bytes');
  return many(
    tx,
    sql<{
      n: number;
      byteCount: number;
    }>`select n, ${column} as "byteCount" from matching.batch where matching_id = ${id}::uuid order by n`,
  );
}

/** Everybody asked about, once each. */
export function peopleOf(id: string) {
  return sql<{
    nik: string;
  }>`select distinct unnest(a.niks) as nik from matching.asked a where a.matching_id = ${id}::uuid`;
}

export async function forgetAsked(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from matching.asked where matching_id = ${id}::uuid`);
}
