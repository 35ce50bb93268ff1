import type { RawBuilder } from 'kysely';
import type { Actor } from '../access/index.ts';
import { many, one, run, sql, type Tx } from '../db/index.ts';
import { newId, type Nik, type Uuid } from '../id/index.ts';
import { systemClock } from '../time/index.ts';
import { KeyDestroyed, type Salts } from '../vault/index.ts';
import { commitment, entryText, inOrder, monthOf, subjectRoot, uuidBytes, type Facts, type Subject } from './entry.ts';
import { rightEdge, rootOf } from './log/index.ts';

export interface Act {
  /** The entry's id, where the act must know it before (an answer that names its entry); made here otherwise. */
  readonly id?: Uuid;
  /** `resident.opened`: what the route declared. */
  readonly label: string;
  /** Everybody concerned; each gets an access row. */
  readonly subjects?: readonly Subject[];
  /** Plain facts without personal data: ids, counts, codes. Refused with a `RangeError`: a 16-digit number. */
  readonly facts?: Facts;
}

/** Writes one entry, and one access row a subject, in the act's transaction: they commit with it or not at all. */
export async function record(tx: Tx, actor: Actor, act: Act): Promise<{ entryId: Uuid }> {
  const [entryId] = await recordEach(tx, [{ actor, ...act }]);
  return { entryId: entryId! };
}

const INSERT = {
  name: 'ledger.record',
  text: `with entries as (insert into ledger.pending (id, body) select * from unnest($1::uuid[], $2::text[]))
    insert into ledger.access (nik, at, entry, detail)
    select nik, $3::timestamptz, entry, detail from unnest($4::bigint[], $5::uuid[], $6::text[]) as t (nik, entry, detail)`,
};

/** Many acts, each with an entry of its own, in one statement: for requests that were answered together. */
export async function recordEach(tx: Tx, acts: readonly (Act & { readonly actor: Actor })[]): Promise<Uuid[]> {
  const at = systemClock.now();
  const salts = saltsAt(tx, at);
  const clock = tx.ground.clock.now();
  const ids: Uuid[] = [];
  const bodies: string[] = [];
  const niks: string[] = [];
  const entries: Uuid[] = [];
  const details: (string | null)[] = [];
  for (const { id = newId(), actor, label, subjects: given = [], facts } of acts) {
    const subjects = inOrder(given);
    const root = subjects.length === 0 ? null : subjectRoot(salts, id, subjects);
    ids.push(id);
    bodies.push(entryText({ id, actor, label, at, clock, count: subjects.length, subjects: root, facts }));
    for (const { nik, detail } of subjects) {
      niks.push(nik);
      entries.push(id);
      details.push(detail || null);
    }
    tx.recorded.add(label);
  }
  await tx.client.query({ ...INSERT, values: [ids, bodies, at, niks, entries, details] });
  return ids;
}

/**
 * One entry for people whose NIKs lie in a table already (an import's staging): `niks` is a statement with one column `nik`
 * of `bigint`, each once. Their access rows are written inside the database while their commitments are computed here.
 *
 * @example
 * await recordStaged(tx, actor, { label: 'resident.imported', niks: sql`select nik from resident.staging where import = ${id}` });
 */
export async function recordStaged(
  tx: Tx,
  actor: Actor,
  act: Omit<Act, 'subjects'> & { readonly niks: RawBuilder<{ nik: string }> },
): Promise<{ entryId: Uuid; count: number }> {
  const at = systemClock.now();
  const id = newId();
  const salts = saltsAt(tx, at);
  const { all } = await one(
    tx,
    sql<{ all: string | null }>`
      select string_agg(lpad(nik::text, 16, '0'), '' order by nik) as all from (${act.niks}) as staged`,
  );
  // In the order of the index, which stays a quarter smaller so.
  const writing = run(
    tx,
    sql`insert into ledger.access (nik, at, entry) select nik, ${at}, ${id} from (${act.niks}) as staged order by nik`,
  );
  // PostgreSQL writes its rows meanwhile.
  const [count, root] = stagedRoot(salts, id, all ?? '');
  const written = await writing;
  if (written !== count) throw new Error(`${count} people were staged and ${written} access rows written`);
  const clock = tx.ground.clock.now();
  const { label, facts } = act;
  const body = entryText({ id, actor, label, at, clock, count, subjects: root, facts });
  await run(tx, sql`insert into ledger.pending (id, body) values (${id}, ${body})`);
  tx.recorded.add(label);
  return { entryId: id, count };
}

const CHUNK = 50_000;
/** So many commitments are made before whoever else waits in this process is let in. */
const BREATH = 2_000;

/**
 * As `recordStaged`, for so many people that their numbers are never held together: a chunk's rows are written while its
 * commitments are computed, and others in this process are let in between. One entry, whatever their number.
 */
export async function recordLarge(
  tx: Tx,
  actor: Actor,
  act: Omit<Act, 'subjects'> & { readonly niks: RawBuilder<{ nik: string }> },
): Promise<{ entryId: Uuid; count: number }> {
  const at = systemClock.now();
  const { id = newId(), label, facts } = act;
  const salts = saltsAt(tx, at);
  const idBytes = uuidBytes(id);
  const edge = rightEdge();
  await run(
    tx,
    sql`declare staged_people no scroll cursor for
          select string_agg(lpad(nik::text, 16, '0'), '' order by nik) as niks
            from (select nik, (row_number() over (order by nik) - 1) / ${sql.lit(CHUNK)} as chunk from (${act.niks}) as staged) as chunked
           group by chunk order by chunk`,
  );
  for (;;) {
    const [chunk] = await many(tx, sql<{ niks: string }>`fetch next from staged_people`);
    if (!chunk) break;
    const niks = Array.from({ length: chunk.niks.length / 16 }, (_, i) => chunk.niks.slice(i * 16, i * 16 + 16));
    const writing = tx.client.query(
      'insert into ledger.access (nik, at, entry) select nik, $2::timestamptz, $3::uuid from unnest($1::bigint[]) as nik',
      [`{${niks.join(',')}}`, at, id],
    );
    // Its fault is heard below, also where a commitment fails first.
    writing.catch(() => {});
    for (const [i, nik] of niks.entries()) {
      if (i % BREATH === BREATH - 1) await new Promise((resolve) => setImmediate(resolve));
      edge.push(commitment(salts, idBytes, nik, null));
    }
    await writing;
  }
  await run(tx, sql`close staged_people`);
  const count = edge.size;
  const clock = tx.ground.clock.now();
  const subjects = count === 0 ? null : edge.root();
  const body = entryText({ id, actor, label, at, clock, count, subjects, facts });
  await run(tx, sql`insert into ledger.pending (id, body) values (${id}, ${body})`);
  tx.recorded.add(label);
  return { entryId: id, count };
}

function stagedRoot(salts: Salts, entryId: Uuid, niks: string): [count: number, root: Buffer | null] {
  const id = uuidBytes(entryId);
  const count = niks.length / 16;
  const nik = (i: number) => niks.slice(i * 16, i * 16 + 16) as Nik;
  if (count === 0) return [0, null];
  if (count === 1) return [1, commitment(salts, id, nik(0), null)];
  function* leaves(): Generator<Buffer> {
    for (let i = 0; i < count; i++) yield commitment(salts, id, nik(i), null);
  }
  return [count, rootOf(leaves())];
}

function saltsAt(tx: Tx, at: Date): Salts {
  const salts = tx.ground.vault.saltsOf(monthOf(at.toISOString()));
  if (!salts) throw new KeyDestroyed("this month's salts were destroyed");
  return salts;
}
