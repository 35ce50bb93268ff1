import { many, maybeOne, run, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';

export interface FoundRow {
  readonly code: string;
}

/**
 * Regions of a day whose name has words that begin as those asked for. `words` are capitals and digits only. Names that begin
 * so come first, then higher levels, then shorter names.
 */
export function listByName(
  tx: Tx,
  by: { words: readonly string[]; level: number | null; within: string; asOf: CivilDate; limit: number },
): Promise<FoundRow[]> {
  const query = by.words.map((word) => `${word}:*`).join(' & ');
  const start = by.words.join(' ');
  return many(
    tx,
    sql<FoundRow>`
      select code
        from region.version
       where words @@ to_tsquery('simple'::regconfig, ${query})
         and valid_from <= ${by.asOf}::date and (valid_to is null or valid_to > ${by.asOf}::date)
         and kind <> 'prefix'
         and (${by.level}::smallint is null or level = ${by.level}::smallint)
         and starts_with(code, ${by.within})
       order by not starts_with(search_name, ${start}), level, length(name), name, code
       limit ${by.limit}`,
  );
}

/** Regions of a day whose code begins with these digits; `:` follows 9 in the column's collation. */
export function listByCode(
  tx: Tx,
  by: { digits: string; level: number | null; within: string; asOf: CivilDate; limit: number },
): Promise<FoundRow[]> {
  return many(
    tx,
    sql<FoundRow>`
      select code
        from region.version
       where code >= ${by.digits} and code < ${by.digits + ':'}
         and valid_from <= ${by.asOf}::date and (valid_to is null or valid_to > ${by.asOf}::date)
         and kind <> 'prefix'
         and (${by.level}::smallint is null or level = ${by.level}::smallint)
         and starts_with(code, ${by.within})
       order by level, code
       limit ${by.limit}`,
  );
}

export async function findLoadDigest(tx: Tx, source: string): Promise<string | undefined> {
  const row = await maybeOne(tx, sql<{ digest: string }>`select digest from region.load where source = ${source}`);
  return row?.digest;
}

/** Two processes that start at once fill the table one after the other. */
export async function lockLoad(tx: Tx): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtext('region.load'))`);
}

export async function deleteVersions(tx: Tx): Promise<void> {
  await run(tx, sql`delete from region.version`);
}

/** Fresh statistics: the planner chooses the index of words only when it knows how rare a word is. */
export async function analyzeVersions(tx: Tx): Promise<void> {
  await run(tx, sql`analyze region.version`);
}

export async function upsertLoad(tx: Tx, load: { source: string; digest: string; at: Date }): Promise<void> {
  await run(
    tx,
    sql`insert into region.load (source, digest, loaded_at) values (${load.source}, ${load.digest}, ${load.at})
        on conflict (source) do update set digest = excluded.digest, loaded_at = excluded.loaded_at`,
  );
}

/** Sets the boundaries given; others stay. `boundaries` is [{code, geometry, outline}]. */
export async function upsertBoundaries(
  tx: Tx,
  boundaries: readonly { code: string; geometry: unknown; outline: string }[],
  at: Date,
): Promise<number> {
  return run(
    tx,
    sql`insert into region.boundary (code, geometry, outline, imported_at)
        select b.code, b.geometry, b.outline, ${at}
          from jsonb_to_recordset(${JSON.stringify(boundaries)}::jsonb) as b(code text, geometry jsonb, outline text)
        on conflict (code) do update set geometry = excluded.geometry, outline = excluded.outline,
                                         imported_at = excluded.imported_at`,
  );
}

/** Outlines of today's provinces, or of the regencies in those named, by code. */
export function listOutlines(
  tx: Tx,
  by: { provinces: readonly string[] | null },
): Promise<{ code: string; path: string }[]> {
  return many(
    tx,
    sql<{ code: string; path: string }>`
      select code, outline as path
        from region.boundary
       where outline is not null
         and case when ${by.provinces}::text[] is null then length(code) = 2
                  else length(code) = 4 and left(code, 2) = any (${by.provinces}::text[]) end
       order by code`,
  );
}
