import { createHash, randomBytes } from 'node:crypto';
import { maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { refuseOfficer } from '../refusals.ts';

export type CodeKind = 'first_run' | 'enrolment' | 'link';

// Without I, L, O, U, 0 and 1: codes are read aloud and typed by hand.
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A code of 20 letters (98 bits) in groups of five; only its hash is kept. */
export async function issueCode(
  tx: Tx,
  given: { kind: CodeKind; officerId: string | null; hours: number | null },
): Promise<string> {
  const code = given.kind === 'link' ? randomBytes(24).toString('base64url') : spokenCode();
  await run(
    tx,
    sql`insert into officer.code (id, kind, secret_hash, officer_id, expires_at)
        values (${newId()}, ${given.kind}, ${codeHash(code)}, ${given.officerId}, now() + ${given.hours} * interval '1 hour')`,
  );
  return code;
}

/** Uses a code up. Refuses one that is unknown, used or expired with one and the same answer. */
export async function redeemCode(tx: Tx, kind: CodeKind, code: string): Promise<{ officerId: string | null }> {
  const row = await maybeOne(
    tx,
    sql<{ officerId: string | null }>`
      update officer.code set used_at = now()
      where secret_hash = ${codeHash(code)} and kind = ${kind} and used_at is null and (expires_at is null or expires_at > now())
      returning officer_id as "officerId"`,
  );
  if (!row) throw refuseOfficer('officer.code_wrong');
  return row;
}

/** Makes what was issued before worthless. */
export async function revokeCodes(tx: Tx, kind: CodeKind, officerId: string | null): Promise<void> {
  await run(
    tx,
    sql`update officer.code set used_at = now()
        where kind = ${kind} and officer_id is not distinct from ${officerId} and used_at is null`,
  );
}

/** Twenty letters in groups of five, to be read aloud and typed by hand. */
export function spokenCode(): string {
  const letters: string[] = [];
  while (letters.length < 20) {
    for (const byte of randomBytes(32)) {
      // 240 is a multiple of 30: no letter is likelier than another.
      if (byte < 240 && letters.length < 20) letters.push(LETTERS[byte % LETTERS.length]!);
    }
  }
  return letters.join('').replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** What is kept of a code; however it is typed it is the same. */
export function codeHash(code: string): Buffer {
  const typed = /^[A-Za-z2-9\s-]+$/.test(code) && code.replaceAll(/[\s-]/g, '').length === 20;
  return createHash('sha256')
    .update(typed ? code.replaceAll(/[\s-]/g, '').toUpperCase() : code)
    .digest();
}
