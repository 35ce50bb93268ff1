/** What a person may keep of one look at him, to be checked anywhere: the entry, its place in the log, and his own commitment opened. */
import { many, sql, type Tx } from '../db/index.ts';
import type { Nik, Uuid } from '../id/index.ts';
import { commitment, inOrder, monthOf, uuidBytes } from './entry.ts';
import { inclusionPaths } from './log/index.ts';
import { getLook } from './read.ts';
import { refuse } from './refusals.ts';

/** The shape of the file that `verifier.mjs --proof` reads. Hashes and salts are base64. */
export interface LookProof {
  readonly format: 'jatidiri/look/1';
  readonly key: string;
  readonly checkpoint: string;
  readonly seq: number;
  /** The entry's very text; `null` where it would tell of somebody else's case: then only that it is there is proved. */
  readonly entry: string | null;
  readonly leafHash: string;
  readonly inclusion: readonly string[];
  /** What makes the person's commitments, and the way from each to the root that the entry names. */
  readonly openings: readonly {
    readonly nik: string;
    readonly detail: string | null;
    readonly salt: string;
    /** Its place among the entry's commitments; `null` with `path` where an entry concerns too many to compute it at once. */
    readonly index: number | null;
    readonly path: readonly string[] | null;
  }[];
}

/** Whoever is one of more is told the salt alone: the tree of an import has a million leaves. */
const MOST_PEOPLE = 10_000;

/** Refuses `ledger.entry_not_found` of what does not concern this person. As `system`. */
export async function proveLook(tx: Tx, nik: Nik, id: Uuid, how: { readonly closed: boolean }): Promise<LookProof> {
  const { seq, body, text, leafHash, proof, checkpoint } = await getLook(tx, nik, id);
  const key = await tx.ground.ledger.place.folder.keyLine();
  if (key === null) throw refuse('ledger.file_not_found');
  return {
    format: 'jatidiri/look/1',
    key: key.trim(),
    checkpoint,
    seq,
    entry: how.closed ? null : text,
    leafHash: leafHash.toString('base64'),
    inclusion: proof.map((hash) => hash.toString('base64')),
    openings: how.closed ? [] : await openingsOf(tx, nik, body),
  };
}

async function openingsOf(
  tx: Tx,
  nik: Nik,
  { id, at, count }: { id: Uuid; at: string; count: number },
): Promise<LookProof['openings']> {
  const salts = tx.ground.vault.saltsOf(monthOf(at));
  if (!salts) return [];
  const entry = uuidBytes(id);
  const salt = salts.of(entry, nik).toString('base64');
  if (count > MOST_PEOPLE) return [{ nik, detail: null, salt, index: null, path: null }];
  const rows = await many(
    tx,
    sql<{ nik: Nik; detail: string | null }>`
      select lpad(s.nik::text, 16, '0') as nik, s.detail from ledger.subjects_of(${id}, ${new Date(at)}, ${MOST_PEOPLE}) s`,
  );
  const subjects = inOrder(rows);
  const { paths } = inclusionPaths(subjects.map((each) => commitment(salts, entry, each.nik, each.detail)));
  return subjects.flatMap((each, index) =>
    each.nik === nik ? [{ nik, detail: each.detail ?? null, salt, index, path: paths[index]! }] : [],
  );
}
