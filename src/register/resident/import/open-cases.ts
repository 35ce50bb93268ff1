/** What an import leaves to an officer: one NIK carried by two persons (what the file claims is sealed), one person with two NIKs. */
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { unsealProtected } from '../protected.ts';
import { insertCases, insertLikely, listOpenCases, type Likely, type StagedRow } from './sql.ts';

// As `resident/case.ts` opens them.
const CLASS = 'resident.protected';
const place = (nik: Nik) => ({ table: 'resident.identity_case', row: nik, column: 'claim' });

/** Opens a case for each row, unless one with the same claim is open already: a file that comes every month asks once. */
export async function openCases(tx: Tx, importId: Uuid, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const open = await listOpenCases(
    tx,
    rows.map((row) => row.nik),
  );
  const asked = new Set(open.flatMap(({ nik, claim }) => (claim ? [sameAs(nik, readClaim(tx, nik, claim))] : [])));
  const fresh = rows.filter((row) => !asked.has(sameAs(row.nik, row)));
  await insertCases(
    tx,
    fresh.map((row) => {
      const { sealed, row: number, ...said } = row;
      const claim = JSON.stringify({ ...said, ...unsealProtected(tx, row.nik, sealed) });
      return {
        id: newId(),
        nik: row.nik,
        villageCode: row.villageCode,
        claim: tx.ground.vault.seal(CLASS, place(row.nik), claim),
        source: `import:${importId}:${number}`,
      };
    }),
  );
}

/** Both records stand; an officer says whether they are one person's. */
export async function openLikely(tx: Tx, importId: Uuid, likely: readonly Likely[]): Promise<void> {
  if (likely.length === 0) return;
  await insertLikely(
    tx,
    likely.map(({ row, ...both }) => ({ ...both, id: newId(), source: `import:${importId}:${row}` })),
  );
}

interface Claimed {
  readonly name: string;
  readonly birthDate: string;
}

const sameAs = (nik: Nik, claimed: Claimed): string => `${nik} ${claimed.birthDate} ${claimed.name.toUpperCase()}`;

function readClaim(tx: Tx, nik: Nik, claim: Buffer): Claimed {
  return JSON.parse(tx.ground.vault.unseal(CLASS, place(nik), claim).toString()) as Claimed;
}
