/** Who acted or looked, in words: the ledger knows officers by pseudonym, a colleague at the counter by name. */
import { many, sql, type Tx } from '../../core/db/index.ts';

export interface Names {
  /** By identifier and by pseudonym; `null` for whoever is no officer (an import, the system). */
  officer(key: string): string | null;
  office(id: string | null): string | null;
}

/** Names of officers (by identifier or pseudonym) and of offices, in two statements whatever their number. */
export async function namesOf(
  tx: Tx,
  given: { officers: readonly string[]; offices: readonly (string | null)[] },
): Promise<Names> {
  const officers = await many<{ id: string; pseudonym: string; name: string }>(
    tx,
    sql`select o.id, o.pseudonym, o.name from officer_read.officer o
         where o.id::text = any(${[...new Set(given.officers)]}::text[]) or o.pseudonym = any(${[...new Set(given.officers)]}::text[])`,
  );
  const offices = await many<{ id: string; name: string }>(
    tx,
    sql`select o.id, o.name from office_read.office o
         where o.id::text = any(${[...new Set(given.offices.filter((id) => id !== null))]}::text[])`,
  );
  const byKey = new Map(
    officers.flatMap(({ id, pseudonym, name }) => [[id, name] as const, [pseudonym, name] as const]),
  );
  const byId = new Map(offices.map(({ id, name }) => [id, name]));
  return {
    officer: (key) => byKey.get(key) ?? null,
    office: (id) => (id === null ? null : (byId.get(id) ?? null)),
  };
}
